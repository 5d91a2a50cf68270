import type { Change } from "@shapelog/changes";
import type { Finding, RuleWitness } from "@shapelog/diff";

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
  return !("trait" in change) || IN_JSON.has(change.trait);
}
