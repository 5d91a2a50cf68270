import { displayPath, shapeName } from "@shapelog/model";
import { bumpOf, decideBump } from "../bump.js";
import type { Comparison } from "../comparison.js";
import type { Bump, Finding } from "../finding.js";
import { findBump } from "../summarize.js";
import { codeList } from "../words.js";

/** The release a comparison asks for, and in a few words why. */
export interface BumpReason {
  readonly bump: Bump;
  /** Whether all that a package ships asks for a bigger one, which a release that follows the types does not heed. */
  readonly typesAlone: boolean;
  /** A clause of Markdown: "values left `AuthEvents[].EventResponse`, which can stop programs from compiling". */
  readonly because: string;
}

/** Clauses for the rules that most often decide, by the end of the rule's id; `{}` is the place or places. */
const CLAUSES: readonly (readonly [end: string, clause: string])[] = [
  [".enum.values-replaced", "values left {}"],
  [".enum.value-removed", "values left {}"],
  [".enum.value-added", "{} {has} new values"],
  [".union.alternative-removed", "alternatives left {}"],
  [".union.alternative-added", "{} {has} new alternatives"],
  [".member.removed", "{} {is} removed"],
  [".member.added", "{} {is} added"],
  [".member.required-added", "{} {is} added and required"],
  [".member.required", "{} {is} required now"],
  [".member.optional", "{} {is} optional now"],
  [".member.probable-rename", "{} {is} renamed"],
  [".type.changed", "{} {has} another type"],
  [".type.opened", "{} {is} open now"],
  [".type.closed", "{} {is} closed now"],
  [".limit.tightened", "{} {has} tighter limits"],
  [".limit.loosened", "{} {has} wider limits"],
  [".pattern.added", "{} {has} a pattern now"],
  [".pattern.removed", "{} {has} no pattern any more"],
  [".pattern.tightened", "{} {has} a stricter pattern"],
  [".pattern.loosened", "{} {has} a wider pattern"],
  [".pattern.changed", "{} {has} another pattern"],
  ["operation.removed", "{} {is} removed"],
  ["operation.unbound", "{} {is} removed"],
  ["operation.added", "{} {is} added"],
  ["operation.http.changed", "{} {has} another method or URI"],
  ["shape.removed", "{} {is} removed"],
  ["shape.renamed", "{} {is} renamed"],
  ["shape.added", "{} {is} added"],
  ["operation.input.changed", "{} {has} another input"],
  ["operation.output.changed", "{} {has} another output"],
  ["documentation.changed", "texts changed"],
];

/** Returns the release a comparison asks for and why, or nothing where nothing changed. */
export function describeBump(comparison: Comparison): BumpReason | undefined {
  const decided = findBump(comparison);
  if (!decided) return undefined;
  const { bump, because } = decided;
  const findings = [...comparison.findings, ...(comparison.suppressed ?? [])];
  const scope = comparison.bumpScope;
  const alike = findings.filter(
    (finding) => finding.rule === because.rule && bumpOf(finding, scope) === bump,
  );
  return {
    bump,
    typesAlone: decideBump(findings)?.bump !== bump,
    because: describeCause(because, alike) + describeEffect(because, bump),
  };
}

/**
 * Returns the one sentence that a release is told with beside verdicts, as Markdown: "Release: major, because …". Where a
 * verdict alone would not say why the release is as big, or as small, the sentence does.
 */
export function bumpSentence({ bump, typesAlone, because }: BumpReason, mark = ""): string {
  const alone = typesAlone ? " for the types alone" : "";
  return `Release: ${mark}${bump}${mark}${alone}, because ${because}.`;
}

function describeCause(because: Finding, alike: readonly Finding[]): string {
  const clause = CLAUSES.find(([end]) => because.rule.endsWith(end))?.[1];
  if (clause === undefined) return because.message.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, lowerCase);
  const places = [...new Set(alike.map(placeOf))];
  const [is, has] = places.length === 1 ? ["is", "has"] : ["are", "have"];
  return clause
    .replace("{is}", is)
    .replace("{has}", has)
    .replace("{}", () => codeList(places, "and", 2));
}

/** What is not Breaking and asks for a major release: a program that is built anew meets it, or some callers might. */
function describeEffect(because: Finding, bump: Bump): string {
  if (bump !== "major" || because.wire === "error") return "";
  return because.source === "error"
    ? ", which can stop programs from compiling"
    : ", which may refuse what was valid";
}

function lowerCase(letter: string): string {
  return letter.toLowerCase();
}

/** The one path a finding is met at, else its shape and member. */
function placeOf(finding: Finding): string {
  const [path, ...others] = new Set(finding.positions.map(displayPath));
  const isOnly = others.length === 0 && (finding.places?.count ?? 1) === 1 && (finding.places?.exact ?? true);
  if (isOnly && path) return path;
  const shape = shapeName(finding.shape);
  return finding.member === undefined ? shape : `${shape}.${finding.member}`;
}
