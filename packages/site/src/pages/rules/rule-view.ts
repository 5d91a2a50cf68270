import type { RulePage } from "@shapelog/diagnostics";
import type { Doc } from "../../doc/doc.js";
import { readDoc } from "../../doc/read-doc.js";

/** A fenced block of a page, and what it shows. */
export interface RuleExample {
  readonly kind: "example";
  readonly label: string;
  readonly text: string;
}

/** A part of a page under its own heading; the first has none. */
export interface RuleSection {
  readonly heading: string | undefined;
  readonly parts: readonly (Doc | RuleExample)[];
}

/** What the page of a rule, a validator or a diagnostic shows. */
export interface RuleView {
  readonly kind: "rule";
  readonly id: string;
  readonly sections: readonly RuleSection[];
  /** The page as it was written. */
  readonly markdown: string;
}

/** Labels of fenced blocks by their info strings; any other has its language's name. */
const LABELS: Readonly<Record<string, string>> = {
  "smithy before": "The model before",
  "smithy after": "The model after",
  findings: "What is found",
  "findings reversed": "What is found the other way round",
  "ts breaks": "TypeScript that compiles no more",
  "ts after": "TypeScript for the new package",
  ts: "TypeScript",
  python: "Python, boto3",
  sh: "Command line",
  json: "JSON",
  smithy: "Smithy",
};

const FENCE = /^```([^\n]*)\n([\s\S]*?)^```$/gm;
const EVENT = / \((?:error|danger|warning|note)\)$/;

/** Returns what a page shows. */
export function createRuleView({ id, text }: RulePage): RuleView {
  const [, ...rest] = text.split("\n"); // the title
  const sections = rest
    .join("\n")
    .split(/^(?=## )/m)
    .map((section) => {
      const [, heading] = /^## (.+)$/m.exec(section) ?? [];
      return { heading, parts: readParts(section.replace(/^## .+$/m, ""), EVENT.test(heading ?? "")) };
    });
  return { kind: "rule", id, sections, markdown: text };
}

/** The two examples of a validation event come without labels: the first is reported, the second is not. */
function readParts(text: string, isEvent: boolean): (Doc | RuleExample)[] {
  const parts: (Doc | RuleExample)[] = [];
  let [end, examples] = [0, 0];
  const add = (prose: string) => {
    if (prose.trim() !== "") parts.push(readDoc(prose));
  };
  for (const { 0: whole, 1: info = "", 2: code = "", index } of text.matchAll(FENCE)) {
    add(text.slice(end, index));
    const label = isEvent ? (examples === 0 ? "Reported" : "Not reported") : labelOf(info);
    parts.push({ kind: "example", label, text: code.trimEnd() });
    examples++;
    end = index + whole.length;
  }
  add(text.slice(end));
  return parts;
}

/** Examples of diagnostics say in any language whether they are reported. */
function labelOf(info: string): string {
  if (info.endsWith(" wrong")) return "Reported";
  return info.endsWith(" right") ? "Not reported" : (LABELS[info] ?? info);
}

/** Returns the address of a rule's page. */
export function ruleUrl(id: string): string {
  return `/rules/${id}/`;
}
