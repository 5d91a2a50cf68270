import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect } from "vitest";

export interface ExpectGoldenOptions {
  /** Files of the folder that are the case's input: never compared, written or removed. Default: none. */
  readonly input?: readonly string[];
}

/** Returns whether this run writes what it would else expect: `GOLDEN_UPDATE=1`. */
export function isGoldenUpdate(): boolean {
  return process.env.GOLDEN_UPDATE === "1";
}

/**
 * Expects a case's folder to hold these texts and no others: a file that is left over fails like one that is missing.
 * With `GOLDEN_UPDATE=1` it writes them and removes what is left over.
 */
export function expectGolden(
  folder: string,
  texts: Readonly<Record<string, string>>,
  { input = [] }: ExpectGoldenOptions = {},
): void {
  const kept = () => (existsSync(folder) ? readdirSync(folder).filter((file) => !input.includes(file)) : []);
  if (isGoldenUpdate()) {
    for (const file of kept()) rmSync(join(folder, file), { recursive: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  }
  const found = kept().map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  expect(Object.fromEntries(found), folder).toEqual(texts);
}
