import { BOUND_LISTS, type BoundList, NAMED_LISTS, type NamedList } from "@shapelog/changes";
import type { Difference, Rule } from "../../rule/rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

const LISTS = [...Object.keys(BOUND_LISTS), ...Object.keys(NAMED_LISTS)] as (BoundList | NamedList)[]; // their own keys

/** Members, values or entries stand in another order. */
export const orderChanged: Rule = {
  id: "order.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "order.changed",
  kinds: ["members.reordered", ...LISTS.map((list) => `${list}.reordered` as const)],
  evaluate(difference, place) {
    return difference.changes
      .filter((change) => change.kind.endsWith(".reordered"))
      .map((change) => ({
        changes: [change],
        message: `The order of ${partsOf(change.kind, difference)} of ${place.name()} changed; it carries no meaning.`,
      }));
  },
};

/** Returns what stands in another order. */
function partsOf(kind: string, { before, after }: Difference): string {
  if (kind !== "members.reordered") return `the ${PARTS[kind.split(".")[1] ?? ""] ?? "entries"}`;
  const shape = after ?? before;
  if (shape?.kind === "enum" || shape?.kind === "intEnum") return "the values";
  return shape?.kind === "union" ? "the alternatives" : "the members";
}

const PARTS: Readonly<Record<string, string>> = {
  error: "errors",
  operation: "operations",
  collectionOperation: "operations",
  resource: "resources",
  rename: "names",
  identifier: "identifiers",
  property: "properties",
  lifecycle: "operations",
};
