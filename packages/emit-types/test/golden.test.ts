import { describe, expect, it } from "vitest";
import { COMPILERS, compile } from "./compile.js";
import { emitCase, textOf } from "./emit-case.js";
import { expectGolden, findGoldenFolders } from "./expect-golden.js";
import { GOLDEN_CASES } from "./golden-cases.js";

describe("golden cases", () => {
  it.each(GOLDEN_CASES)("$name", async ({ name, files, shapes, ...options }) => {
    const emitted = await emitCase(shapes, options);
    expectGolden(name, Object.fromEntries(files.map((file) => [file, textOf(emitted, file)])));
  });

  it("have a folder each, and no folder is left over", () => {
    expect(findGoldenFolders().sort()).toEqual(GOLDEN_CASES.map(({ name }) => name).sort());
  });

  it.each(COMPILERS)(
    "compile under TypeScript %s, with the strictest options",
    async (_version, compiler) => {
      const emitted = await Promise.all(
        GOLDEN_CASES.map(({ shapes, ...options }) => emitCase(shapes, options)),
      );
      const files = emitted.flatMap((result, index) =>
        result.files.map(({ path, text }) => ({ path: path.replace("src/", `src/case-${index}/`), text })),
      );
      expect(compile(compiler, files)).toBe("");
    },
  );
});
