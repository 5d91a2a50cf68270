import { RULES } from "../rules/index.js";

/** Returns every id a finding can have. */
export function findRuleIds(): string[] {
  return RULES.map((rule) => rule.id);
}
