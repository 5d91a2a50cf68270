import { describeLengths } from "../compare/describe-texts.js";
import { findMovedPatterns, type MovedPattern, PATTERN_CLAIMS } from "../compare/moved-patterns.js";
import type { Match, Rule } from "./rule.js";
import { onMember } from "./select.js";

/** A rule about patterns: its verdicts, and what it says of each. */
export interface PatternRuleOptions extends Omit<Rule, "evaluate" | "kinds" | "traits"> {
  /** Which of them it is about. */
  readonly when: (moved: MovedPattern) => boolean;
  /** What it says of a place; the changes themselves are added. */
  readonly say: (name: string, moved: MovedPattern) => Omit<Match, "changes" | "member">;
}

/** Creates a rule about patterns that hold at a place, one match for each change. */
export function createPatternRule({ when, say, ...rule }: PatternRuleOptions): Rule {
  return {
    ...rule,
    ...PATTERN_CLAIMS,
    evaluate(difference, place, context) {
      return findMovedPatterns(difference, context)
        .filter(when)
        .map((moved) => {
          const said = say(place.name(moved.member), moved);
          const lengths = describeLengths(
            moved.lengths,
            rule.reach === "response" ? "can arrive" : "are taken",
          );
          return {
            changes: [moved.change],
            ...onMember(moved.member),
            ...said,
            message: said.message + lengths,
          };
        });
    },
  };
}
