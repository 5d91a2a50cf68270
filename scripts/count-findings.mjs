// Counts the findings of a folder that `shapelog history` wrote, by verdict and rule; with a second folder, both side by
// side, and some findings that only one of them has.
//
//   node scripts/count-findings.mjs OUT [OTHER] [--examples N]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

/**
 * @typedef {object} Row
 * @property {string} service
 * @property {string} date
 * @property {readonly { readonly rule: string, readonly verdict: string, readonly message: string }[]} findings
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { examples: { type: "string", default: "0" } },
});
if (positionals.length === 0) {
  console.error("usage: node scripts/count-findings.mjs OUT [OTHER] [--examples N]");
  process.exit(2);
}

const folders = positionals.slice(0, 2).map(countFolder);
const [first, second] = folders;
const keys = [...new Set(folders.flatMap(({ counts }) => [...counts.keys()]))].sort();
for (const key of keys) {
  const numbers = folders.map(({ counts }) => counts.get(key) ?? 0);
  if (numbers.length === 2 && numbers[0] === numbers[1]) continue;
  console.log(`${key.padEnd(52)}${numbers.map((number) => String(number).padStart(9)).join("")}`);
}
if (first && second) {
  printExamples("only in the first", first, second);
  printExamples("only in the second", second, first);
}

/** @param {string} folder */
function countFolder(folder) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Map<string, string>} */
  const told = new Map();
  for (const file of readdirSync(join(folder, "ledgers")).sort()) {
    for (const line of readFileSync(join(folder, "ledgers", file), "utf8").split("\n")) {
      if (line === "") continue;
      const { service, date, findings } = /** @type {Row} */ (JSON.parse(line));
      for (const { verdict, rule, message } of findings) {
        for (const key of [verdict, `${verdict} ${rule}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
        told.set(`${service} ${date} ${rule} ${message}`, `${verdict} ${rule}`);
      }
    }
  }
  return { counts, told };
}

/**
 * @param {string} title
 * @param {ReturnType<typeof countFolder>} folder
 * @param {ReturnType<typeof countFolder>} other
 */
function printExamples(title, folder, other) {
  const most = Number(values.examples);
  /** @type {Map<string, number>} */
  const shown = new Map();
  for (const [finding, key] of folder.told) {
    if (other.told.has(finding) || (shown.get(key) ?? 0) >= most) continue;
    shown.set(key, (shown.get(key) ?? 0) + 1);
    console.log(`${title}: ${key}: ${finding}`);
  }
}
