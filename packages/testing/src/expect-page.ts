import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { isGoldenUpdate } from "./expect-golden.js";
import { type Block, type Page, readPage, writeBlocks } from "./page.js";

/**
 * Expects the blocks of a Markdown file to hold what `answer` gives for them; blocks it gives `undefined` for stay as
 * they are. With `GOLDEN_UPDATE=1` it writes them into the file instead.
 *
 * @example
 * expectPage(file, ({ info }) => (info === "findings" ? printFindings(findings) : undefined));
 */
export function expectPage(file: string, answer: (block: Block, page: Page) => string | undefined): void {
  const text = readFileSync(file, "utf8");
  const page = readPage(text);
  const replacements = page.blocks.flatMap((block) => {
    const given = answer(block, page);
    return given === undefined ? [] : [{ block, text: given }];
  });
  const wanted = writeBlocks(text, replacements);
  if (isGoldenUpdate() && wanted !== text) writeFileSync(file, wanted);
  else expect(text, `${file} is not up to date: read it, or run npm run golden:update`).toBe(wanted);
}
