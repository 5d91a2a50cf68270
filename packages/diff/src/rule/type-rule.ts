import { shapeName } from "@shapelog/model";
import { describeRetarget } from "../compare/compare-targets.js";
import type { TargetComparison, TargetRelation } from "../compare/target-comparison.js";
import type { Match, Rule } from "./rule.js";
import { ofKind, onMember } from "./select.js";

/** A rule about data that has another type: its verdicts, and what it says. */
export interface TypeRuleOptions extends Omit<Rule, "evaluate" | "kinds"> {
  /** How the new type relates to the old one. Default: any way that no other rule has claimed. */
  readonly relations?: readonly TargetRelation[];
  /** What it says of a place whose type changed as `types` has it: `A` → `B`. The changes themselves are added. */
  readonly say: (
    name: string,
    types: string,
    comparison: TargetComparison,
  ) => Omit<Match, "changes" | "member">;
}

/**
 * Creates a rule about members that point at another shape, and about shapes of another kind under the same id. The two
 * are the same to a reader.
 */
export function createTypeRule({ relations, say, ...rule }: TypeRuleOptions): Rule {
  return {
    ...rule,
    kinds: ["member.target.changed", "shape.kind.changed"],
    evaluate(difference, place, context) {
      const direction = rule.reach === "request" ? "request" : "response";
      const retargets = ofKind(difference, "member.target.changed").map((change) => {
        const comparison = context.compare(change.before, change.after);
        const names = [shapeName(change.before), shapeName(change.after)] as const;
        return { change, member: change.member, comparison, names };
      });
      const replaced = ofKind(difference, "shape.kind.changed").map((change) => {
        const comparison = context.compare(change.shape, change.shape);
        const names = [change.before.kind, change.after.kind] as const;
        return { change, member: undefined, comparison, names };
      });
      return [...retargets, ...replaced]
        .filter(({ comparison }) => relations?.includes(comparison[direction]) ?? true)
        .map(({ change, member, comparison, names: [before, after] }) => ({
          changes: [change],
          ...onMember(member),
          ...say(place.name(member), describeRetarget(before, after, comparison), comparison),
        }));
    },
  };
}
