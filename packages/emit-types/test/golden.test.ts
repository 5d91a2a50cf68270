import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "@shapelog/model";
import { expectGolden, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { type CaseOptions, emitCase, textOf } from "./emit-case.js";
import { hostileModel } from "./hostile-model.js";

const FOLDER = join(import.meta.dirname, "../cases");

interface Options extends CaseOptions {
  /** Which files of the output the case keeps. */
  readonly files: readonly string[];
}

/** A case's folder holds `model.smithy`, but for the one whose names IDL cannot write, and `options.json`. */
const CASES = readdirSync(FOLDER).map((name) => {
  const options: Options = JSON.parse(readFileSync(join(FOLDER, name, "options.json"), "utf8"));
  return { name, options, model: name === "hostile" ? hostileModel() : readModel(name) };
});

function readModel(name: string): Model {
  return modelOf(readFileSync(join(FOLDER, name, "model.smithy"), "utf8"));
}

describe("golden cases", () => {
  it.each(CASES)("$name", async ({ name, model, options }) => {
    const emitted = await emitCase(model, options);
    const texts = Object.fromEntries(options.files.map((file) => [file, textOf(emitted, file)]));
    expectGolden(join(FOLDER, name), texts, { input: ["model.smithy", "options.json"] });
  });

  it.each(COMPILERS)(
    "compile under TypeScript %s, with the strictest options",
    async (_version, compiler) => {
      const emitted = await Promise.all(CASES.map(({ model, options }) => emitCase(model, options)));
      const files = emitted.flatMap((result, index) =>
        result.files.map(({ path, text }) => ({ path: path.replace("src/", `src/case-${index}/`), text })),
      );
      expect(compile(compiler, files)).toBe("");
    },
  );
});
