import { type Member, type NodeValue, trait } from "@shapelog/model";
import { findOptionality, OPTIONALITY_TRAITS, type OptionalityDelta } from "../compare/optionality.js";
import type { Match, Place, Rule } from "./rule.js";
import { ofKind, TRAIT_KINDS } from "./select.js";

/** A member that requests have to have, in code or on the wire. */
export interface DemandedMember {
  readonly name: string;
  /** Whether it was not there before. */
  readonly isNew: boolean;
  /** `undefined` where it has none. */
  readonly defaultValue: NodeValue | undefined;
}

/** A rule about members of requests that are demanded now: its verdicts, which these are, and what it says. */
export interface DemandedMemberRuleOptions extends Omit<Rule, "evaluate" | "kinds" | "traits" | "reach"> {
  /** Whether it is about a new member. */
  readonly isAdded: (member: Member) => boolean;
  /** Whether it is about a member that was there, by what became of its optionality. */
  readonly isMoved: (delta: OptionalityDelta) => boolean;
  /** What it says; the changes and the member are added. */
  readonly say: (place: Place, member: DemandedMember) => Omit<Match, "changes" | "member">;
}

/** Creates a rule about members of requests that are new and demanded, or were there and are demanded now. */
export function createDemandedMemberRule({
  isAdded,
  isMoved,
  say,
  ...rule
}: DemandedMemberRuleOptions): Rule {
  return {
    ...rule,
    reach: "request",
    kinds: [...TRAIT_KINDS, "member.added"],
    traits: OPTIONALITY_TRAITS,
    evaluate(difference, place, context) {
      const added = ofKind(difference, "member.added")
        .filter(({ after }) => isAdded(after))
        .map((change) => ({
          changes: [change],
          member: { name: change.member, isNew: true, defaultValue: trait(change.after, "default") },
        }));
      const moved = findOptionality(difference, context)
        .filter(isMoved)
        .flatMap(({ member: name, changes, defaultValue }) =>
          name === undefined
            ? []
            : [{ changes, member: { name, isNew: false, defaultValue: defaultValue.after } }],
        );
      return [...added, ...moved].map(({ changes, member }) => ({
        ...{ changes, member: member.name },
        ...say(place, member),
      }));
    },
  };
}
