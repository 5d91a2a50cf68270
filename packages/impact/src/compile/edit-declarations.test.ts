import ts from "typescript";
import { expect, it } from "vitest";
import { type Edit, editFiles } from "./edit-declarations.js";

function edited(text: string, edits: readonly (readonly [string, Edit])[]) {
  const file = ts.createSourceFile("/models_0.d.ts", text, ts.ScriptTarget.Latest, true);
  return editFiles(ts, [file], new Map(edits)).get("/models_0.d.ts");
}

const VALUES: Edit = { kind: "values", values: ['"Pass"', '"In progress"'] };

it.each([
  [
    "a constant, whose names stay where the value does",
    `export declare const State: { readonly PASSED: "Pass"; readonly Failure: "Failure" };`,
    `export declare const State: { readonly PASSED: "Pass"; readonly In_progress: "In progress"; };`,
  ],
  [
    "an enum of TypeScript, as older clients have it",
    `export declare enum State { Failure = "Failure" }`,
    `export declare enum State { Pass = "Pass", In_progress = "In progress" }`,
  ],
  ["a union", `export type State = "Pass" | "Failure";`, `export type State = "Pass" | "In progress";`],
])("gives %s other values", (_, before, after) => {
  expect(edited(before, [["State", VALUES]])).toBe(after);
});

it("takes members out, replaces and adds them", () => {
  const members = new Map([
    ["Gone", undefined],
    ["Kept", "Kept: number | undefined;"],
    ["New", "New?: string | undefined;"],
  ]);
  const text = "export interface Input { Gone?: string; Kept?: number | undefined; Other: string; }";
  expect(edited(text, [["Input", { kind: "members", members }]])).toBe(
    "export interface Input {  Kept: number | undefined; Other: string;  New?: string | undefined; }",
  );
});

it("takes out what is gone, and leaves files alone that have nothing of it", () => {
  const text = "export declare class GetCommand {}\nexport declare class PutCommand {}";
  expect(edited(text, [["GetCommand", { kind: "gone" }]])).toBe("\nexport declare class PutCommand {}");
  expect(edited(text, [["OtherCommand", { kind: "gone" }]])).toBeUndefined();
});
