import { formatNumber, type NodeNumber } from "@shapelog/model";
import type { LimitedThing } from "../../compare/compare-limits.js";
import { findMovedLimits, LIMIT_CLAIMS, type MovedLimit } from "../../compare/limits.js";
import type { Match, Rule } from "../../rule/rule.js";
import { onMember } from "../../rule/select.js";

type Advice = Required<Pick<Match, "affected" | "action">>;

/** What to say where larger ones can arrive. */
const RAISED: Readonly<Record<LimitedThing, Advice>> = {
  length: {
    affected: "you keep it in a buffer, a column or a field of limited size",
    action: "Check that the new limit fits.",
  },
  entries: {
    affected: "you show or keep a limited number of its entries",
    action: "Check that so many fit.",
  },
  value: {
    affected: "you refuse what is above the old limit, or keep it where larger numbers do not fit",
    action: "Check that the new limit fits.",
  },
};

/** What to say where smaller ones can arrive. */
function describeLowered(thing: LimitedThing, least: NodeNumber): Advice {
  const number = formatNumber(least);
  if (thing === "value")
    return { affected: `you count on values from ${number} on`, action: "Handle smaller values." };
  if (number === "1") return { affected: "you count on it not being empty", action: "Handle an empty one." };
  return thing === "entries"
    ? { affected: `you count on at least ${number} entries`, action: "Handle fewer entries." }
    : { affected: `you count on a length of at least ${number}`, action: "Handle shorter ones." };
}

/** What to do where none is too large any more. */
const UNLIMITED: Readonly<Record<LimitedThing, string>> = {
  length: "There is no limit any more: decide what happens to longer ones.",
  entries: "There is no limit any more: decide what happens to more entries.",
  value: "There is no limit any more: decide what happens to larger ones.",
};

function advise({ thing, lowered, isRaised, isUnlimited }: MovedLimit): Advice {
  const raised = isUnlimited ? { ...RAISED[thing], action: UNLIMITED[thing] } : RAISED[thing];
  if (lowered === undefined) return raised;
  const smaller = describeLowered(thing, lowered);
  if (!isRaised) return smaller;
  return {
    affected: `${raised.affected}, or ${smaller.affected}`,
    action: `${raised.action} ${smaller.action}`,
  };
}

/** Longer or larger values can arrive, or shorter and smaller ones. */
export const responseLimitLoosened: Rule = {
  id: "response.limit.loosened",
  reach: "response",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: "wire",
  bump: "minor",
  mirror: ["response.limit.tightened", "response.limit.loosened"],
  ...LIMIT_CLAIMS,
  evaluate(difference, place, context) {
    return findMovedLimits(difference, context)
      .filter((limit) => limit.loosened)
      .map((limit) => ({
        changes: [limit.change],
        ...onMember(limit.member),
        message: `${place.name(limit.member)}: ${limit.text}${limit.beside}.`,
        ...advise(limit),
      }));
  },
};
