import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../src/index.js";
import { fileNameOf, findPage } from "./find-page.js";
import { createPagePrograms, type PageProgram } from "./page-programs.js";

interface CompilerMessage {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const { compile } = (await import(
  new URL("../../../scripts/check-verdicts/compile.mjs", import.meta.url).href
)) as {
  compile(
    files: ReadonlyMap<string, string>,
    isChecked: (path: string) => boolean,
  ): readonly CompilerMessage[];
};

const pages = await Promise.all(
  RULES.map(async (rule) => ({
    rule,
    ...(await createPagePrograms(readFileSync(findPage(rule), "utf8"), fileNameOf(rule))),
  })),
);
const checked = new Set(pages.flatMap(({ programs }) => programs.map(({ path }) => path)));
const messages = compile(new Map(pages.flatMap(({ files }) => [...files])), (path) => checked.has(path));

function messagesOf({ path }: PageProgram): string[] {
  return messages
    .filter((found) => found.path === path)
    .map(({ line, message }) => `${line + 1}: ${message}`);
}

describe.each(pages.map(({ rule, programs }) => [rule.id, rule, programs] as const))(
  "the programs of %s",
  (_, rule, programs) => {
    it("are there where the change is not without consequence", () => {
      const infos = programs.map(({ info }) => info);
      if (rule.source === "error") expect(infos).toContain("ts breaks");
      else if (rule.verdict === "breaking" || rule.verdict === "check")
        expect(infos.length).toBeGreaterThan(0);
    });

    it("compile with the types of the sides that the page says", () => {
      for (const program of programs) {
        const found = messagesOf(program);
        if (program.compiles) expect(found, program.path).toEqual([]);
        else expect(found.length, `${program.path} compiles`).toBeGreaterThan(0);
      }
    });
  },
);
