import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule.js";
import { code } from "../../words.js";
import { BINDING_KINDS, isBindingChange } from "../bindings.js";

/** How a resource is described changed; the operations that callers use did not. */
export const resourceChanged: Rule = {
  id: "resource.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  bump: "patch",
  mirror: "resource.changed",
  kinds: [
    "shape.added",
    "shape.removed",
    "resource.identifier.added",
    "resource.identifier.removed",
    "resource.identifier.changed",
    "resource.property.added",
    "resource.property.removed",
    "resource.property.changed",
    ...BINDING_KINDS,
  ],
  evaluate(difference) {
    const isResource = [difference.before, difference.after].some((shape) => shape?.kind === "resource");
    return difference.changes
      .filter((change) => (isResource || isBindingChange(change)) && this.kinds.includes(change.kind))
      .map((change) => ({
        changes: [change],
        positions: [],
        message: `How ${code(shapeName(difference.shape))} describes its resources changed (${change.kind}); no operation came or went by it.`,
      }));
  },
};
