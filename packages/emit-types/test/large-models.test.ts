import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitCase } from "./emit-case.js";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index));

/** What is large in models: an enum, a union that leads to itself, a map by the enum, structures in one another. */
const LARGE = `
operation Get { input: In }
structure In { kind: Kind, union: Union, byKind: ByKind, deep: Deep0 }
enum Kind { ${lines(1200, (index) => `V${index} = "value ${index}"`).join("\n")}
}
union Union { ${lines(400, (index) => `m${index}: ${index % 3 === 0 ? "Union" : index % 3 === 1 ? "String" : "Deep149"}`).join("\n")} }
map ByKind { key: Kind, value: Union }
${lines(149, (index) => `structure Deep${index} { below: Deep${index + 1}, kind: Kind }`).join("\n")}
structure Deep149 { union: Union }
`;

const USE = `
import { isKind, Kind, type Deep0, type In, type Union } from "../src/index.js";
export const read = (input: In): Union | undefined => input.byKind?.["value 1199"] ?? input.union;
export const text = (union: Union): string | undefined => (union.m1 === undefined ? union.m0?.m4 : union.m1);
export const deep = (from: Deep0): Kind | undefined => from.below?.below?.below?.below?.below?.kind;
export const kind = (value: string): Kind => (isKind(value) ? value : Kind.V0);
export const only = (value: "value 3" | "value 4"): "value 4" => (value === Kind.V3 ? Kind.V4 : value);
// @ts-expect-error There is no such value.
export const wrong: Kind = "value 1200";
// @ts-expect-error There is one alternative at a time.
export const two: Union = { m1: "", m4: "" };
`;

describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
  it("large types compile, are narrowed, and refuse what they do not have", async () => {
    const { files } = await emitCase(LARGE);
    expect(compile(compiler, [...files, { path: "src/check.ts", text: USE }])).toBe("");
  });
});
