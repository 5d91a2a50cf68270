import type { Match, Place, Rule } from "../rule.js";
import { ofTrait, onMember, type TraitDelta } from "./select.js";

/** A rule about changes of some traits: its verdicts, and what it says of each change. */
export interface TraitRuleOptions extends Omit<Rule, "evaluate"> {
  /** Trait ids; one that ends in `#` or `*` stands for all that begin so. */
  readonly traits: readonly string[];
  /** Which changes it is about. Default: all. */
  readonly when?: (delta: TraitDelta) => boolean;
  /** What it says; the changes themselves are added. */
  readonly say: (place: Place, delta: TraitDelta) => Omit<Match, "changes" | "member">;
}

/** Creates a rule about changes of some traits, one match for each change. */
export function createTraitRule({ traits, when, say, ...rule }: TraitRuleOptions): Rule {
  const isMine = createTraitFilter(traits);
  return {
    ...rule,
    evaluate(difference, place) {
      return ofTrait(difference, isMine)
        .filter((delta) => when?.(delta) ?? true)
        .map((delta) => ({ changes: [delta.change], ...onMember(delta.member), ...say(place, delta) }));
    },
  };
}

function createTraitFilter(traits: readonly string[]): (id: string) => boolean {
  const exact = new Set(traits);
  const prefixes = traits.filter((id) => /[#*]$/.test(id)).map((id) => id.replace(/\*$/, ""));
  return (id) => exact.has(id) || prefixes.some((prefix) => id.startsWith(prefix));
}

/** The trait was not there before. */
export const isAdded = (delta: TraitDelta): boolean => delta.before === undefined;

/** The trait is gone. */
export const isRemoved = (delta: TraitDelta): boolean => delta.after === undefined;

/** The trait is there on both sides, with another value. */
export const isChanged = (delta: TraitDelta): boolean => !isAdded(delta) && !isRemoved(delta);
