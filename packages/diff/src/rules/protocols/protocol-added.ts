import { findProtocolSwitch, PROTOCOL_TRAITS } from "../../compare/protocol-switch.js";
import type { Rule } from "../../rule/rule.js";
import { TRAIT_KINDS } from "../../rule/select.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";
import { codeList } from "../../words.js";

/** A service speaks a further protocol, or a detail of one is described in another way. */
export const protocolAdded: Rule = {
  id: "protocol.added",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: ["protocol.changed", "protocol.added"],
  kinds: TRAIT_KINDS,
  traits: PROTOCOL_TRAITS,
  evaluate(difference, place) {
    const { changes, gone, added, spoken } = findProtocolSwitch(difference);
    if (changes.length === 0 || gone.length > 0) return [];
    const message =
      added.length > 0
        ? `${place.name()} speaks ${codeList(added)}, too.`
        : `How ${place.name()} speaks ${codeList(spoken)} is described in another way.`;
    return [{ changes, message }];
  },
};
