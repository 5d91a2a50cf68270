import type { ChangeKind } from "@shapelog/changes";
import { shapeName } from "@shapelog/model";
import { BINDING_KINDS, isBindingChange } from "../../compare/bindings.js";
import type { Rule } from "../../rule/rule.js";
import { code } from "../../words.js";

const KINDS = [
  "shape.added",
  "shape.removed",
  "resource.identifier.added",
  "resource.identifier.removed",
  "resource.identifier.changed",
  "resource.property.added",
  "resource.property.removed",
  "resource.property.changed",
  ...BINDING_KINDS,
] as const satisfies readonly ChangeKind[];
const CLAIMED: ReadonlySet<ChangeKind> = new Set(KINDS);

/** How a resource is described changed; the operations that callers use did not. */
export const resourceChanged: Rule = {
  id: "resource.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "resource.changed",
  kinds: KINDS,
  evaluate(difference) {
    const isResource = [difference.before, difference.after].some((shape) => shape?.kind === "resource");
    return difference.changes
      .filter((change) => (isResource || isBindingChange(change)) && CLAIMED.has(change.kind))
      .map((change) => ({
        changes: [change],
        positions: [],
        message: `How ${code(shapeName(difference.shape))} describes its resources changed (${change.kind}); no operation came or went by it.`,
      }));
  },
};
