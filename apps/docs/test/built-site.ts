import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../src/build-site.mjs";
import { listFiles } from "../src/write-site.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export const OPERATION = "/api/cognito-identity-provider/AdminListUserAuthEvents/";
export const CHANGE = "/changes/cognito-identity-provider/2022-08-18-1.27.55/";

/** Builds the site of this repository's models for one test file, and returns its folder. */
export async function buildTestSite(name: string): Promise<string> {
  const target = fileURLToPath(new URL(`../.test/${name}/`, import.meta.url));
  const { diagnostics } = await buildSite({ root: ROOT, target, baseUrl: "https://shapelog.dev/" });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return target;
}

/** Returns the texts of a folder's files by their paths. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of await listFiles(folder)) {
    files.set(relative(folder, file).replaceAll("\\", "/"), await readFile(file, "utf8"));
  }
  return files;
}
