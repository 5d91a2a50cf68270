import { shapeName } from "@shapelog/model";
import { type Entry, onlyPath, withValue } from "../create-entries.js";
import { VERDICTS, type Verdict } from "../finding.js";
import { count } from "../words.js";

/** Entries of one verdict that stand under one heading. */
export interface EntryGroup {
  readonly verdict: Verdict;
  /** The operation, or how many there are, or `Model`; and the direction. */
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** Returns entries by verdict, worst first, and in each by operation and direction; shared shapes stand together. */
export function groupEntries(entries: readonly Entry[]): EntryGroup[] {
  return VERDICTS.flatMap((verdict) => {
    const groups = new Map<string, Entry[]>();
    for (const entry of entries) {
      if (entry.verdict !== verdict) continue;
      const heading = headingOf(entry);
      const group = groups.get(heading);
      if (group) group.push(entry);
      else groups.set(heading, [entry]);
    }
    return [...groups].map(([heading, group]) => ({ verdict, heading, entries: group }));
  });
}

function headingOf(entry: Entry): string {
  const [operation, ...others] = entry.operations;
  if (operation === undefined) return "Model";
  const direction = entry.direction === undefined ? "" : `  ${entry.direction}`;
  if (others.length === 0) return `${shapeName(operation)}${direction}`;
  const yours = entry.operations.length - entry.otherOperations.length;
  const share = yours > 0 && entry.otherOperations.length > 0 ? ` (${yours} yours)` : "";
  return `${count(entry.operations.length, "operation")}${share}${direction}`;
}

/** Returns the place an entry is about: its one path, else its shape and member; a value of an enum with its place. */
export function placeOf(entry: Entry): string {
  const path = onlyPath(entry);
  if (path !== undefined) return withValue(path, entry);
  const shape = entry.shape === "" ? "metadata" : shapeName(entry.shape);
  if (entry.value !== undefined) return withValue(shape, entry);
  return entry.member === undefined ? shape : `${shape}.${entry.member}`;
}

/** Returns a rule's id in words: `response.member.added` is "member added". */
export function ruleWords(rule: string): string {
  return rule
    .replace(/^(request|response)\./, "")
    .replaceAll(".", " ")
    .replaceAll("-", " ");
}

/**
 * Returns entries in which an error that came to many operations, or went from them, is one entry. Views that list what
 * happened use it; figures count each operation's.
 */
export function foldErrors(entries: readonly Entry[]): Entry[] {
  const folded = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const [finding, ...others] = entry.findings;
    const isError = finding?.rule.startsWith("operation.error.") && others.length === 0;
    const key = isError
      ? `${finding?.rule} ${entry.paths.join()} ${entry.own} ${finding?.policy?.reason} ${JSON.stringify(finding?.accepted)}`
      : `${folded.size}`;
    const alike = folded.get(key);
    if (alike) alike.push(entry);
    else folded.set(key, [entry]);
  }
  return [...folded.values()].map(([first, ...others]) =>
    others.length === 0 ? first : join(first, others),
  );
}

function join(first: Entry, others: readonly Entry[]): Entry {
  const operations = [...first.operations, ...others.flatMap((entry) => entry.operations)];
  const otherOperations = [...first.otherOperations, ...others.flatMap((entry) => entry.otherOperations)];
  const findings = first.findings.map((finding) => ({
    ...finding,
    message: finding.message.replace(/^`[^`]+`/, count(operations.length, "operation")),
    positions: [finding, ...others.flatMap((entry) => entry.findings)].flatMap((each) => each.positions),
    operations,
  }));
  return { ...first, operations, otherOperations, findings };
}
