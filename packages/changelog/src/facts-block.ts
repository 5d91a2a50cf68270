import {
  type BumpScope,
  code,
  codeList,
  type Entry,
  escapeMarkdown,
  inlineMarkdown,
  isToldByValues,
  onlyPath,
  VERDICT_WORDS,
} from "@shapelog/diff";
import { printRevisionName, type Step } from "@shapelog/ledger";
import { shapeName } from "@shapelog/model";
import { judgeStep } from "./decide-release.js";

const SHOWN_PATHS = 4;

/** Returns the line that a facts block starts with. What is no name there is percent-encoded. */
export function factsStart(service: string, revision: string): string {
  return `<!-- shapelog:facts ${encodeWord(service)} ${encodeWord(revision)} -->`;
}

/** Returns a name as one word of ASCII that closes no comment; each name has another. Most names stay as they are. */
export function encodeWord(name: string): string {
  return name.replace(/[^\w.~@/+:-]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 256 ? `%${code.toString(16).padStart(2, "0")}` : `%u${code.toString(16).padStart(4, "0")}`;
  });
}

/** Returns the name that {@link encodeWord} made a word of. */
export function decodeWord(word: string): string {
  return word.replace(/%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/g, (_, wide: string, narrow: string) =>
    String.fromCharCode(Number.parseInt(wide ?? narrow, 16)),
  );
}

/** The line that a facts block ends with. */
export const FACTS_END = "<!-- /shapelog:facts -->";

/**
 * Returns the facts of one revision as Markdown between two comments: what `check` recomputes and compares. The
 * baseline says what it starts with; every other revision lists each change with its verdict, operation and path, and the
 * release that they ask for, with what decides it.
 */
export function printFactsBlock(service: string, step: Step, scope: BumpScope = "all"): string {
  const { revision } = step;
  const source = revision.source
    ? ` (${escapeMarkdown([revision.source.name, revision.source.version].filter(Boolean).join(" "))})`
    : "";
  const lines = [
    factsStart(service, revision.id),
    `**${escapeMarkdown(printRevisionName(revision))}**${source}`,
    "",
  ];
  for (const line of revision.before === null ? baselineLines(step) : changeLines(step, scope))
    lines.push(line);
  lines.push(FACTS_END);
  return lines.join("\n");
}

function baselineLines(step: Step): string[] {
  const operations = [...step.after.shapes.values()].filter((shape) => shape.kind === "operation");
  const names = operations.map((operation) => shapeName(operation.id)).sort();
  return [`- Notice: the record starts with ${codeList(names)}, ${step.after.shapes.size} shapes.`];
}

function changeLines(step: Step, scope: BumpScope): string[] {
  const { entries, release } = judgeStep(step, scope);
  return [...entries.filter((entry) => !isRepeated(entry)).map(entryLine), `- ${release.sentence}`];
}

/** New and lost shapes are told where they are used. */
function isRepeated(entry: Entry): boolean {
  return entry.findings.every(
    (finding) => finding.rule === "shape.added" || finding.rule === "shape.removed",
  );
}

function entryLine(entry: Entry): string {
  const values = [
    ...(entry.removed.length > 0 ? [`removed ${codeList(entry.removed, "and", 1000)}`] : []),
    ...(entry.added.length > 0 ? [`added ${codeList(entry.added, "and", 1000)}`] : []),
  ];
  const verdict = VERDICT_WORDS[entry.verdict];
  const messages = (findings: Entry["findings"]) => findings.map(({ message }) => inlineMarkdown(message));
  if (values.length > 0) {
    const others = messages(entry.findings.filter((finding) => !isToldByValues(finding)));
    const start = `- ${verdict}: ${[...where(entry), paths(entry)].join(" ")}: ${values.join("; ")}.`;
    return [start, ...others].join(" ");
  }
  const what = messages(entry.findings).join(" ");
  const at = entry.paths.length > 0 && onlyPath(entry) === undefined ? ` At ${paths(entry)}.` : "";
  return `- ${[verdict, where(entry).join(" ")].filter((part) => part !== "").join(": ")}: ${what}${at}`;
}

/** The operations and the direction; nothing for what no operation reaches. */
function where(entry: Entry): string[] {
  const operations = entry.operations.length === 0 ? [] : [codeList(entry.operations.map(shapeName))];
  return [...operations, ...(entry.direction ? [entry.direction] : [])];
}

function paths(entry: Entry): string {
  return entry.paths.length === 0
    ? code(shapeName(entry.shape))
    : codeList(entry.paths, "and", { limit: SHOWN_PATHS, total: entry.places });
}
