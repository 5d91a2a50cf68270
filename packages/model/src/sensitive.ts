import { findShape } from "./lookup.js";
import { resolveMixins } from "./resolve-mixins.js";
import type { Member, Model, Shape } from "./shape.js";
import { hasTrait } from "./traits.js";

/**
 * Returns whether all that a shape or member holds is kept out of logs: it or its target is `@sensitive`, or it is a list
 * or map of which a member is, since how many there are, or which keys, would tell of them (Smithy 2.0, "sensitive trait").
 */
export function isSensitive(model: Model, of: Shape | Member): boolean {
  if (hasTrait(of, "sensitive")) return true;
  const found = "target" in of ? findShape(model, of.target) : of;
  if (!found) return false;
  const shape = resolveMixins(model, found);
  if (hasTrait(shape, "sensitive")) return true;
  if (shape.kind !== "list" && shape.kind !== "map") return false;
  return shape.members.some((part) => {
    const target = findShape(model, part.target);
    return hasTrait(part, "sensitive") || (target !== undefined && hasTrait(target, "sensitive"));
  });
}
