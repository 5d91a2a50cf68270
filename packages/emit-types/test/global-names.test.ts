import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitCase, textOf } from "./emit-case.js";

const GLOBALS =
  "Array ArrayBuffer Blob Date Error Event Exclude File Function Map Open Operations Errors Partial Pick Promise " +
  "Proxy ReadonlySet Record Request Response Set Stream String Symbol URL Uint8Array WeakSet";

/** A model that has a structure of each name, and uses all that generated code takes of the globals. */
const STRUCTURES = `
operation Stream2 { input: In, errors: [Error] }
@error("client") structure Error { message: String }
structure In {
  ${GLOBALS.split(" ")
    .filter((name) => name !== "String")
    .map((name, index) => `m${index}: ${name}`)
    .join("\n")}
  at: Timestamp, bytes: Blob2, choice: Choice, byKind: ByKind, byName: ByName
}
union Choice { at: Timestamp, bytes: Blob2 }
blob Blob2
enum Kind { ${Array.from({ length: 20 }, (_, index) => `V${index}`).join("\n")} }
map ByKind { key: Kind, value: Timestamp }
map ByName { key: smithy.api#String, value: Timestamp }
${GLOBALS.split(" ")
  .filter((name) => name !== "String" && name !== "Error")
  .map((name) => `structure ${name} { at: Timestamp, bytes: Blob2 }`)
  .join("\n")}
`;

/** A model that has an enum of each name, long enough for its guard to need a set. */
const ENUMS = `
operation Get { input: In }
structure In { ${GLOBALS.split(" ")
  .filter((name) => name !== "String")
  .map((name, index) => `m${index}: ${name}`)
  .join("\n")} }
${GLOBALS.split(" ")
  .filter((name) => name !== "String")
  .map((name) => `enum ${name} { ${Array.from({ length: 20 }, (_, index) => `V${index}`).join("\n")} }`)
  .join("\n")}
`;

const USE = `
import type { Event, File, Function as Callable, In, Map, Open, Open_, URL, Uint8Array, _Date, _Promise } from "../src/index.js";
export const at = (input: In): Date | undefined => input.at ?? (input.m3 as _Date | undefined)?.at;
export const bytes = (one: Event | File | Callable | Map | Open | URL | Uint8Array | _Promise): globalThis.Uint8Array | undefined => one.bytes;
export const open: Open_<"a"> = "a";
`;

describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
  it("structures may be called like the globals that generated code uses", async () => {
    const { files } = await emitCase(STRUCTURES);
    expect(compile(compiler, [...files, { path: "src/check.ts", text: USE }])).toBe("");
  });

  it("enums may be, too", async () => {
    const { files } = await emitCase(ENUMS);
    expect(compile(compiler, files)).toBe("");
  });
});

describe("exports", () => {
  it("are called as the AWS SDK calls them", async () => {
    const emitted = await emitCase(`
      operation stream { input: Event }
      structure Event { a: statusType, b: Record, c: Map }
      enum statusType { Active }
      structure Record {}
      structure Map {}
    `);
    const index = textOf(emitted, "index.ts");
    expect(index).toContain("export { StatusType, StatusTypeValues, isStatusType }");
    expect(index).toContain("  StreamCommandInput,\n  StreamCommandOutput,\n  StreamErrors,\n");
    expect(index).toContain("export type { Event, Map, _Record }");
    expect(textOf(emitted, "enums.ts")).toContain('export type StatusType = "Active";');
  });
});
