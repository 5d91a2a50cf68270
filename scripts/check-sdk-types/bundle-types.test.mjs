import { expect, it } from "vitest";
import { bundleTypes, readFacts } from "./bundle-types.mjs";
import { sideOf } from "./find-sides.mjs";

const MODELS = `import { DocumentType as __DocumentType } from "@smithy/types";
import { Base } from "./base";
/** A place. */
export interface Place { Name: string | undefined; Kind?: Kind; Data?: __DocumentType; }
export declare namespace Place { const filterSensitiveLog: (obj: Place) => any; }
export declare const Kind: { readonly OLD: "old"; readonly NEW: "new" };
export type Kind = (typeof Kind)[keyof typeof Kind];
export declare enum Size { BIG = "big" }
export type Either = Either.AMember | Either.$UnknownMember;
export declare namespace Either {
  interface AMember { a: string; $unknown?: never; }
  interface $UnknownMember { a?: never; $unknown: [string, any]; }
}
`;
const COMMANDS = `export interface GetPlaceCommandInput extends Place {}
declare const GetPlaceCommand_base: { new (): any };
export declare class GetPlaceCommand extends GetPlaceCommand_base {}
`;

it("keeps what a client says of its data, in one module", () => {
  const text = bundleTypes([MODELS, COMMANDS]);
  expect(text).toContain(`import { DocumentType as __DocumentType } from "@smithy/types";`);
  expect(text).toContain("export interface GetPlaceCommandInput extends Place {");
  expect(text).not.toMatch(/A place|GetPlaceCommand |_base|base"/);
});

it("reads members, values and operations", () => {
  const { members, values, operations } = readFacts(bundleTypes([MODELS, COMMANDS]));
  expect([...(members.get("Place")?.keys() ?? [])]).toEqual(["Name", "Kind", "Data"]);
  expect(members.get("Place")?.get("Name")).toEqual({ isOptional: false, type: "string | undefined" });
  expect([...(members.get("Either")?.keys() ?? [])]).toEqual(["a"]);
  expect(values.get("Kind")).toEqual(new Set(["old", "new"]));
  expect(values.get("Size")).toEqual(new Set(["big"]));
  expect(operations).toEqual(new Set(["GetPlace"]));
});

it("tells on which side of a change a client is", () => {
  const facts = readFacts(bundleTypes([MODELS, COMMANDS]));
  const value = { shape: "a#Kind", target: "a#Kind", index: 0, member: "NEW", value: "new" };
  const side = (/** @type {object} */ change) => sideOf(/** @type {any} */ (change), facts);
  expect(side({ ...value, kind: "enum.value.added" })).toBe("after");
  expect(side({ ...value, kind: "enum.value.removed" })).toBe("before");
  expect(side({ kind: "member.removed", shape: "a#place", member: "Other" })).toBe("after");
  expect(side({ kind: "trait.added", shape: "a#Place", member: "Kind", trait: "smithy.api#required" })).toBe(
    "before",
  );
  expect(side({ kind: "member.added", shape: "a#Unknown", member: "Other" })).toBeUndefined();
});
