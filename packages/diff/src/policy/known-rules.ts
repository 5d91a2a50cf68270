import { RULES } from "../rules/index.js";

/** Ids of findings that no rule makes: changes without a rule, and metadata. */
const OTHER_IDS = ["unclassified", "metadata.added", "metadata.removed", "metadata.changed"];

/** Returns every id a finding can have. */
export function findRuleIds(): string[] {
  return [...RULES.map((rule) => rule.id), ...OTHER_IDS];
}
