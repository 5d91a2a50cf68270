/**
 * What can show that a rule's finding is true: `source`, a program that compiles against the old types and not against
 * the new ones; `wire`, a JSON document that one side's validator takes and the other refuses; or why there is nothing to
 * show.
 */
export type RuleWitness = "source" | "wire" | "both" | { readonly none: string };

/** Rules whose findings nobody has to act on. */
export const NOTHING_BREAKS: RuleWitness = { none: "nothing breaks" };

/** Returns whether a rule's findings can be shown by a program or by a document. */
export function canShow(witness: RuleWitness, by: "source" | "wire"): boolean {
  return witness === by || witness === "both";
}
