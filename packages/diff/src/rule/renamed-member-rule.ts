import { findMemberRenames } from "../compare/member-renames.js";
import type { Rule } from "./rule.js";

/** What callers do with a member: `set` it in requests, `read` it in responses. */
export interface RenamedMemberRuleOptions extends Pick<Rule, "id" | "reach"> {
  readonly does: "set" | "read";
  /** What is the same on the wire: `sent` or `read`. */
  readonly stays: "sent" | "read";
}

/** Creates a rule about members that have another name in programs and the same on the wire. */
export function createRenamedMemberRule({ id, reach, does, stays }: RenamedMemberRuleOptions): Rule {
  return {
    id,
    reach,
    wire: "note",
    source: "error",
    verdict: "check",
    witness: "source",
    bump: "major",
    mirror: id,
    kinds: ["member.added", "member.removed"],
    evaluate(difference, place, context) {
      return findMemberRenames(difference, context).map(({ before, after, changes }) => ({
        changes,
        member: after,
        message: `${place.name(before)} is called ${place.name(after)} now, and travels under the name that it had.`,
        affected: `you ${does} ${place.name(before)} in code that you compile against the new package`,
        action: `${does === "set" ? "Set" : "Read"} ${place.name(after)} instead when you update; what is ${stays} stays the same.`,
      }));
    },
  };
}
