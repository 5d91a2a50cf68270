import type { MetadataChange } from "@shapelog/changes";
import type { Difference, Match } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";
import { code } from "../words.js";

/** Returns what a rule says of metadata that changed in one way, a match for each key. */
export function describeMetadata(
  difference: Difference,
  kind: MetadataChange["kind"],
  word: string,
): readonly Match[] {
  return ofKind(difference, kind).map((change) => ({
    changes: [change],
    message: `The model's metadata ${code(change.key)} ${word}.`,
  }));
}
