import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitCase, textOf } from "./emit-case.js";

const MODEL = `
operation Put { input: PutInput, output: PutOutput }
structure PutInput { @required name: String, @required @idempotencyToken token: String, note: String }
structure PutOutput { @required items: Items }
list Items { member: Item }
structure Item { @required id: String }
`;

const STRICT = `
import type { PutInput, PutOutput } from "../src/index.js";
export const input: PutInput = { name: "n", token: "t" };
export const lengthOf = (output: PutOutput): number => output.items.length + (output.items[0]?.id.length ?? 0);
// @ts-expect-error A token is required, and nobody fills it in.
export const without: PutInput = { name: "n" };
// @ts-expect-error What is required is there.
export const nothing: PutInput = { name: undefined, token: "t" };
`;

const SDK = `
import type { PutInput, PutOutput } from "../src/index.js";
export const input: PutInput = { name: "n" };
export const nothing: PutInput = { name: undefined };
// @ts-expect-error What is required can be undefined.
export const lengthOf = (output: PutOutput): number => output.items.length;
`;

describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
  it.each([
    ["strict", STRICT],
    ["sdk", SDK],
  ] as const)("required members are as the profile %s has them", async (profile, program) => {
    const { files } = await emitCase(MODEL, { profile });
    expect(compile(compiler, [...files, { path: "src/program.ts", text: program }])).toBe("");
  });
});

it("the wire form is the same in both profiles", async () => {
  const [strict, sdk] = await Promise.all([
    emitCase(MODEL, { profile: "strict" }),
    emitCase(MODEL, { profile: "sdk" }),
  ]);
  expect(textOf(strict, "wire.ts")).toBe(textOf(sdk, "wire.ts"));
  expect(await emitCase(MODEL)).toEqual(sdk);
});
