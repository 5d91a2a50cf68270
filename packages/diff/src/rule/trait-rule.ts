import type { Difference, Match, Place, Rule, RuleContext } from "./rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "./select.js";
import { createTraitFilter } from "./select-rules.js";

/** A rule about changes of some traits: its verdicts, and what it says of each change. */
export interface TraitRuleOptions extends Omit<Rule, "evaluate" | "kinds"> {
  /** Trait ids; one that ends in `#` or `*` stands for all that begin so. */
  readonly traits: readonly string[];
  /** Which changes it is about. Default: all. */
  readonly when?: (delta: TraitDelta, difference: Difference, context: RuleContext) => boolean;
  /** What it says; the changes themselves are added. */
  readonly say: (
    place: Place,
    delta: TraitDelta,
    difference: Difference,
  ) => Omit<Match, "changes" | "member">;
}

/** Creates a rule about changes of some traits, one match for each change. */
export function createTraitRule({ when, say, ...rule }: TraitRuleOptions): Rule {
  const isMine = createTraitFilter(rule.traits);
  return {
    ...rule,
    kinds: TRAIT_KINDS,
    evaluate(difference, place, context) {
      return ofTrait(difference, isMine)
        .filter((delta) => when?.(delta, difference, context) ?? true)
        .map((delta) => ({
          changes: [delta.change],
          ...onMember(delta.member),
          ...say(place, delta, difference),
        }));
    },
  };
}

/** The trait was not there before. */
export const isAdded = (delta: TraitDelta): boolean => delta.before === undefined;

/** The trait is gone. */
export const isRemoved = (delta: TraitDelta): boolean => delta.after === undefined;

/** The trait is there on both sides, with another value. */
export const isChanged = (delta: TraitDelta): boolean => !isAdded(delta) && !isRemoved(delta);
