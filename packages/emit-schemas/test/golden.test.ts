import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expectGolden, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { hostileModel, textOf } from "./emit-case.js";

const FOLDER = join(import.meta.dirname, "../cases");

/** A case's folder holds `model.smithy`, but for the one whose names IDL cannot write. */
const CASES = readdirSync(FOLDER).map((name) => ({
  name,
  model:
    name === "hostile" ? hostileModel() : modelOf(readFileSync(join(FOLDER, name, "model.smithy"), "utf8")),
}));

describe("golden cases", () => {
  it.each(CASES)("$name", ({ name, model }) => {
    expectGolden(join(FOLDER, name), { "schemas.ts": textOf(model) }, { input: ["model.smithy"] });
  });

  it.each(COMPILERS)("compile under TypeScript %s, with the strictest options", (_version, compiler) => {
    const files = CASES.map(({ name, model }) => ({ path: `src/${name}.ts`, text: textOf(model) }));
    expect(compile(compiler, files)).toBe("");
  });
});
