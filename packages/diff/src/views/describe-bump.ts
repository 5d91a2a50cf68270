import { displayPath, shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import type { Bump, Finding } from "../finding.js";
import { findBump } from "../summarize.js";
import { codeList } from "../words.js";

/** The release a comparison asks for, and in a few words why. */
export interface BumpReason {
  readonly bump: Bump;
  /** A phrase of Markdown: "values left `AuthEvents[].EventResponse`". */
  readonly because: string;
}

/** Phrases for the rules that most often decide, by the end of the rule's id; `{}` is the place. */
const PHRASES: readonly (readonly [end: string, phrase: string])[] = [
  [".enum.values-replaced", "values left {}"],
  [".enum.value-removed", "values left {}"],
  [".enum.value-added", "new values in {}"],
  [".union.alternative-removed", "alternatives left {}"],
  [".union.alternative-added", "new alternatives in {}"],
  [".member.removed", "removed {}"],
  [".member.added", "added {}"],
  [".member.required-added", "added and required {}"],
  [".member.required", "now required: {}"],
  [".member.optional", "now optional: {}"],
  [".member.probable-rename", "renamed {}"],
  [".type.changed", "another type for {}"],
  [".type.opened", "{} is open"],
  [".type.closed", "{} is closed"],
  ["operation.removed", "removed {}"],
  ["operation.unbound", "removed {}"],
  ["operation.added", "added {}"],
  ["shape.removed", "removed {}"],
  ["shape.renamed", "renamed {}"],
  ["shape.added", "added {}"],
  ["operation.input.changed", "another input for {}"],
  ["operation.output.changed", "another output for {}"],
  ["operation.error.removed", "errors left {}"],
  ["operation.error.added", "new errors of {}"],
  ["documentation.changed", "texts changed"],
];

/** Returns the release a comparison asks for and why, or nothing where nothing changed. */
export function describeBump(comparison: Comparison): BumpReason | undefined {
  const decided = findBump(comparison);
  if (!decided) return undefined;
  const { bump, because } = decided;
  const phrase = PHRASES.find(([end]) => because.rule.endsWith(end))?.[1];
  if (phrase === undefined) return { bump, because: because.message.replace(/\.$/, "") };
  const alike = [...comparison.findings, ...(comparison.suppressed ?? [])].filter(
    (finding) => finding.rule === because.rule && finding.bump === bump,
  );
  const places = [...new Set(alike.map(placeOf))];
  return { bump, because: phrase.replace("{}", () => codeList(places, "and", 2)) };
}

/** The one path a finding is met at, else its shape and member. */
function placeOf(finding: Finding): string {
  const [path, ...others] = new Set(finding.positions.map(displayPath));
  const isOnly = others.length === 0 && (finding.places?.count ?? 1) === 1 && (finding.places?.exact ?? true);
  if (isOnly && path) return path;
  const shape = shapeName(finding.shape);
  return finding.member === undefined ? shape : `${shape}.${finding.member}`;
}
