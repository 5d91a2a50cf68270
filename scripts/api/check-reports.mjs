// Holds the packages' declarations against `api/<package>.txt`, or writes them there.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { extractDeclarations } from "./extract-declarations.mjs";
import { findPackages } from "./find-packages.mjs";
import { printReport } from "./print-report.mjs";

/**
 * Returns the problems of a repository's built packages: each report that differs, with its difference.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function checkReports(root) {
  const { reports, problems } = createReports(root);
  const written = readReports(root);
  const names = [...new Set([...reports.keys(), ...written.keys()])].sort();
  const differences = names
    .filter((name) => reports.get(name) !== written.get(name))
    .map((name) => printDifference(name, written.get(name), reports.get(name)));
  return problems.length > 0 ? problems : differences;
}

/**
 * Writes the reports of a repository's built packages, and returns why it could not.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function updateReports(root) {
  const { reports, problems } = createReports(root);
  if (problems.length > 0) return problems;
  mkdirSync(join(root, "api"), { recursive: true });
  for (const name of readReports(root).keys()) if (!reports.has(name)) rmSync(join(root, "api", name));
  for (const [name, text] of reports) writeFileSync(join(root, "api", name), text);
  return [];
}

/** @param {string} root */
function createReports(root) {
  const packages = findPackages(root);
  const { declarations, problems } = extractDeclarations(root, packages);
  const reports = new Map(
    packages.map((published) => [`${basename(published.folder)}.txt`, printReport(published, declarations)]),
  );
  return { reports, problems };
}

/**
 * @param {string} root
 * @returns {Map<string, string>}
 */
function readReports(root) {
  const folder = join(root, "api");
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Map();
    throw error;
  }
}

/**
 * @param {string} name
 * @param {string | undefined} before
 * @param {string | undefined} after
 */
function printDifference(name, before, after) {
  const from = before === undefined ? "/dev/null" : `api/${name}`;
  const to = after === undefined ? "/dev/null" : "the packages as built";
  const options = { context: 2 };
  const patch = createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, options);
  return patch.replace(/^=+\n/, "").trimEnd();
}
