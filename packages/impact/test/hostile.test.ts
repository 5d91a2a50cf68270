import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelOf } from "@shapelog/testing";
import ts from "typescript";
import { expect, it, onTestFinished } from "vitest";
import { findUses } from "../src/program/find-uses.js";
import { consumerOf, packageOf } from "./virtual-package.js";

const MODEL = `$version: "2.0"
namespace example.signins
@aws.api#service(sdkId: "Sign Ins")
@aws.protocols#awsJson1_1
service SignIns { version: "2022-08-17", operations: [ListSignIns] }
operation ListSignIns { output: ListSignInsResponse }
structure ListSignInsResponse { Outcome: Outcome }
enum Outcome { Success, Failure }
`;

/** Returns what a program of one file uses. */
async function usesOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    `{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [] } }`,
  );
  writeFileSync(
    join(folder, "app.ts"),
    `import type { ListSignInsResponse } from "@example/sign-ins";\n${text}`,
  );
  const { rootNames, options, host } = consumerOf(folder, await packageOf(modelOf(MODEL), folder));
  const program = ts.createProgram({ rootNames, options, host });
  return findUses(program, { typescript: ts, readFile: (path) => host.readFile(path) }).uses;
}

it("goes through sums of thousands of texts", async () => {
  const sum = Array.from({ length: 4000 }, (_, index) => `"${index}"`).join(" + ");
  const uses = await usesOf(
    `export const text = ${sum};\nexport const of = (page: ListSignInsResponse) => page.Outcome;\n`,
  );
  expect(uses.filter(({ kind }) => kind === "read")).toHaveLength(1);
});

it("ends where values go in circles", async () => {
  const uses = await usesOf(`let a: string = "";
let b: string = a;
a = b;
const f = (x: string): string => (x.length > 9 ? x : g(x));
const g = (x: string): string => f(x);
export const isSuccess = (page: ListSignInsResponse) => g(page.Outcome ?? a) === "Success" || b === "Success";
`);
  expect(uses.filter(({ kind }) => kind === "value")).toEqual([
    expect.objectContaining({ value: "Success", checked: false }),
  ]);
});

it("lists what it cannot follow", async () => {
  const uses = await usesOf(`declare const data: any;
export const read = (page: ListSignInsResponse, key: keyof ListSignInsResponse) => [data.Outcome, page[key]];
`);
  const found = uses.flatMap((use) =>
    use.kind === "unfollowed" ? [[use.at.line, use.reason, use.shape]] : [],
  );
  expect(found).toEqual([
    [3, "any", "ListSignInsResponse"],
    [3, "dynamic-key", "ListSignInsResponse"],
  ]);
});

it("takes names of Object's prototype, and broken code, as they are", async () => {
  const uses =
    await usesOf(`export const odd = (page: ListSignInsResponse) => page.constructor === page["__proto__"] && page.Outcome === ;
const toString = { hasOwnProperty: 1, constructor: "Success" };
`);
  expect(uses.filter(({ kind }) => kind === "read")).toHaveLength(1);
});
