import type { Change } from "@shapelog/changes";
import type { Finding, RuleWitness } from "@shapelog/diff";
import { type Place, spotOf } from "./place.js";
import { lengthsOutside } from "./probe.js";

/** Traits of the wire that a JSON document shows. */
const IN_JSON: ReadonlySet<string> = new Set(["smithy.api#jsonName", "smithy.api#timestampFormat"]);

const FORMS: ReadonlySet<string> = new Set(["request.wire-format.changed", "response.wire-format.changed"]);

/** Returns why nothing can show a finding; `undefined` where something can. */
export function explainNone({ rule, changes }: Finding, witness: RuleWitness): string | undefined {
  if (typeof witness === "object") return witness.none;
  if (FORMS.has(rule) && !changes.some(isInJson))
    return "documents are JSON, which has no names of XML, headers, paths and queries";
  return undefined;
}

function isInJson(change: Change): boolean {
  return "trait" in change && IN_JSON.has(change.trait);
}

/** A limit beyond this is one that no document meets which anybody would make. */
const LONGEST = 4_000_000;
const LIMITS: ReadonlySet<string> = new Set(["smithy.api#length"]);

/** Returns why no document can be made where it would have to be longer than any that is made here. */
export function explainTooLong(finding: Finding, places: readonly Place[]): string | undefined {
  const isLength = (change: Change) => "trait" in change && LIMITS.has(change.trait);
  if (!finding.changes.every(isLength)) return undefined;
  const [own, other] =
    finding.direction === "request" ? (["before", "after"] as const) : (["after", "before"] as const);
  const lengths = places.flatMap((place) => {
    const [mine, theirs] = [spotOf(place, own), spotOf(place, other)];
    return mine && theirs ? lengthsOutside(mine.shape, theirs.shape) : [];
  });
  const least = Math.min(...lengths);
  if (lengths.length === 0 || least <= LONGEST) return undefined;
  return `the shortest document would hold ${least.toLocaleString("en")} characters, bytes or items`;
}
