import type { Change } from "@shapelog/changes";
import type { Reach, Rule } from "./rule.js";

/** The most selections to remember; hostile models can have traits without end. */
const REMEMBERED = 5000;

/** Rules in the order of their list, and the same for looking up. */
interface Selection {
  readonly rules: readonly Rule[];
  readonly set: ReadonlySet<Rule>;
}

const SELECTED = new WeakMap<readonly Rule[], Map<string, Selection>>();

/** Returns the rules of a list that can claim one of the changes in a reach, in the order of the list. */
export function selectRules(
  rules: readonly Rule[],
  reach: Reach,
  changes: readonly Change[],
): readonly Rule[] {
  const known = SELECTED.get(rules) ?? new Map<string, Selection>();
  SELECTED.set(rules, known);
  const selections = new Set<Selection>();
  for (const change of changes) {
    const key = "trait" in change ? `${reach} ${change.kind} ${change.trait}` : `${reach} ${change.kind}`;
    let found = known.get(key);
    if (!found) {
      const selected = rules.filter((rule) => canClaim(rule, reach, change));
      found = { rules: selected, set: new Set(selected) };
      if (known.size < REMEMBERED) known.set(key, found);
    }
    selections.add(found);
  }
  const [first, ...others] = selections;
  if (first === undefined) return [];
  if (others.length === 0) return first.rules;
  return rules.filter((rule) => first.set.has(rule) || others.some(({ set }) => set.has(rule)));
}

function canClaim(rule: Rule, reach: Reach, change: Change): boolean {
  if (rule.reach !== reach && rule.reach !== "any") return false;
  if (rule.kinds !== "any" && !rule.kinds.includes(change.kind)) return false;
  return rule.traits === undefined || !("trait" in change) || createTraitFilter(rule.traits)(change.trait);
}

/** Returns whether a trait id is listed; a listed id that ends in `#` or `*` stands for all that begin so. */
export function createTraitFilter(listed: readonly string[]): (id: string) => boolean {
  const exact = new Set(listed);
  const prefixes = listed.filter((id) => /[#*]$/.test(id)).map((id) => id.replace(/\*$/, ""));
  return (id) => exact.has(id) || prefixes.some((prefix) => id.startsWith(prefix));
}
