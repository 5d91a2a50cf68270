import { findProtocolSwitch, PROTOCOL_TRAITS } from "../../compare/protocol-switch.js";
import type { Rule } from "../../rule/rule.js";
import { TRAIT_KINDS } from "../../rule/select.js";
import { codeList } from "../../words.js";

/** A service no longer speaks a protocol that it spoke. */
export const protocolChanged: Rule = {
  id: "protocol.changed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "a document is the data, not the protocol that carries it" },
  bump: "minor",
  mirror: ["protocol.changed", "protocol.added"],
  kinds: TRAIT_KINDS,
  traits: PROTOCOL_TRAITS,
  evaluate(difference, place) {
    const found = findProtocolSwitch(difference);
    if (found.changes.length === 0 || found.gone.length === 0) return [];
    const { changes, gone, spoken } = found;
    return [
      {
        changes,
        message:
          spoken.length === 0
            ? `${place.name()} no longer speaks ${codeList(gone)}.`
            : `${place.name()} speaks ${codeList(spoken)}; it no longer speaks ${codeList(gone)}.`,
        affected: "you speak to the service without an updated SDK",
        action: "Update the SDK.",
      },
    ];
  },
};
