import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmittedFile } from "@shapelog/emit";
import { expectGolden, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitFunctions, hostileModel, textOf } from "./emit-case.js";

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
    const files = CASES.flatMap(({ name, model }) => {
      const functions = emitFunctions(model).map(({ path, text }) => ({
        path: path.replace("src", `src/${name}`),
        text,
      }));
      return [
        { path: `src/${name}/schemas.ts`, text: textOf(model) },
        ...functions,
        ...standIns(name, functions),
      ];
    });
    expect(compile(compiler, files)).toBe("");
  });
});

/** Returns modules that have what functions import of the types and validators, which other packages emit. */
function standIns(folder: string, functions: readonly EmittedFile[]): EmittedFile[] {
  const namesFrom = (module: string) => {
    const lists = functions.flatMap(({ text }) => [
      ...text.matchAll(new RegExp(`^import (?:type )?\\{([^}]*)\\} from "\\./${module}\\.js"`, "gm")),
    ]);
    const names = lists.flatMap(([, list = ""]) =>
      list.split(",").map((name) => name.trim().split(" as ")[0] ?? ""),
    );
    return [...new Set(names)].filter((name) => name !== "");
  };
  const types = namesFrom("types").map((name) => `export interface ${name} {}\n`);
  const readers = namesFrom("validators").map(
    (name) => `export declare function ${name}(value: unknown): ReadResult<unknown>;\n`,
  );
  return [
    { path: `src/${folder}/types.ts`, text: `${types.join("")}export {};\n` },
    {
      path: `src/${folder}/validators.ts`,
      text: `import type { ReadResult } from "@shapelog/runtime";\n${readers.join("")}export type { ReadResult };\n`,
    },
  ];
}
