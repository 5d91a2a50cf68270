import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const CASES = fileURLToPath(new URL("../cases/", import.meta.url));

/** Expects a case's folder to hold these texts and no others. With `GOLDEN_UPDATE=1` it writes them. */
export function expectGolden(name: string, texts: Readonly<Record<string, string>>): void {
  const folder = `${CASES}${name}/`;
  if (process.env.GOLDEN_UPDATE === "1") {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(texts)) writeFileSync(folder + file, text);
  }
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  expect(Object.fromEntries(kept.map((file) => [file, readFileSync(folder + file, "utf8")]))).toEqual(texts);
}

/** Returns the names of the cases that have a folder. */
export function findGoldenFolders(): string[] {
  return existsSync(CASES) ? readdirSync(CASES) : [];
}
