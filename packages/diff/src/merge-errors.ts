import { compareCodeUnits, shapeName } from "@shapelog/model";
import type { Finding } from "./finding.js";
import { code, codeList } from "./words.js";

const RULES: ReadonlySet<string> = new Set(["operation.error.added", "operation.error.removed"]);
const NAMED = 5;

/** Returns findings in which an error that comes to or leaves several operations is one, told at the error. */
export function mergeErrors(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const error = errorOf(finding);
    if (error === undefined) continue;
    const key = `${finding.rule} ${error}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return findings.flatMap((finding) => {
    const group = groups.get(`${finding.rule} ${errorOf(finding)}`);
    if (!group || group.length === 1) return [finding];
    return group[0] === finding ? [merge(group, finding)] : [];
  });
}

function errorOf({ rule, positions }: Finding): string | undefined {
  return RULES.has(rule) ? positions[0]?.error : undefined;
}

function merge(group: readonly Finding[], first: Finding): Finding {
  const error = errorOf(first) ?? "";
  const operations = [...new Set(group.flatMap((finding) => finding.operations))].sort(compareCodeUnits);
  const names = codeList(operations.map(shapeName), "and", NAMED);
  const says = first.rule === "operation.error.added" ? "can now fail" : "no longer fail";
  return {
    ...first,
    shape: error,
    changes: group.flatMap((finding) => finding.changes),
    positions: group.flatMap((finding) => finding.positions),
    operations,
    message: `${names} ${says} with ${code(shapeName(error))}.`,
  };
}
