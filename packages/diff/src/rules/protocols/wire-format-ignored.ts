import { describeTrait } from "../../compare/describe-trait.js";
import {
  BINDING,
  isFollowed,
  isUnreadInRequests,
  QUERY_ERROR,
  WIRE_TRAITS,
} from "../../compare/wire-traits.js";
import type { Rule } from "../../rule/rule.js";
import { ofTrait, onMember, TRAIT_KINDS } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";

const TRAITS = [...WIRE_TRAITS, BINDING, QUERY_ERROR];
const isMine = createTraitFilter(TRAITS);

/** A name, place or format changed that none of the service's protocols follows, and nothing else of how the value travels did. */
export const wireFormatIgnored: Rule = {
  id: "wire-format.ignored",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "wire-format.ignored",
  kinds: TRAIT_KINDS,
  traits: TRAITS,
  evaluate(difference, place, context) {
    const isUnread = (trait: string) =>
      place.reach === "request" && isUnreadInRequests(context, trait, difference.after);
    const deltas = ofTrait(difference, isMine);
    const read = deltas.filter(({ change }) => isFollowed(context, change.trait) && !isUnread(change.trait));
    const membersRead = new Set(read.map(({ member }) => member));
    return deltas
      .filter(({ member }) => !membersRead.has(member))
      .map((delta) => ({
        changes: [delta.change],
        ...onMember(delta.member),
        message: `${place.name(delta.member)} travels as before: ${describeTrait(delta)}, which the service's protocol does not follow${isFollowed(context, delta.change.trait) ? " in requests" : ""}.`,
      }));
  },
};
