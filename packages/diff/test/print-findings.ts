import { diffModels } from "@shapelog/changes";
import type { Model } from "@shapelog/model";
import { displayPath, type Finding, judge, VERDICT_WORDS } from "../src/index.js";

/** Returns the findings from one model to another. */
export function findFindings(before: Model, after: Model): Finding[] {
  return judge(diffModels(before, after), { before, after });
}

/** Returns findings as the pages of the rules show them: a paragraph each. */
export function printFindings(findings: readonly Finding[]): string {
  return findings.length === 0 ? "nothing\n" : findings.map(printFinding).join("\n");
}

function printFinding(finding: Finding): string {
  const { rule, verdict, wire, source, direction, positions, message, affected, action } = finding;
  const paths = [...new Set(positions.map(displayPath))].filter((path) => path !== "");
  const where = [direction ?? (paths.length > 0 ? "" : "model"), paths.join(", ")]
    .filter((part) => part !== "")
    .join(" ");
  const lines = [`at: ${where}`, message, affected, action].filter((line) => line !== undefined);
  const head = `${VERDICT_WORDS[verdict]} · wire ${wire} · source ${source} · ${rule}`;
  return [head, ...lines.map((line) => `  ${line}`), ""].join("\n");
}
