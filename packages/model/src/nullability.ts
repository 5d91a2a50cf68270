import { findShape } from "./lookup.js";
import type { Member, Model, Shape } from "./shape.js";
import { hasTrait, trait } from "./traits.js";

/**
 * Returns whether a member may be absent or null to a client, as Smithy's client-side careful mode has it
 * (Smithy 2.0, "Structure member optionality"): `@clientOptional`, a container with `@input`, or neither `@required`
 * nor a default that is not null. List members and map values are nullable only under `@sparse`.
 */
export function isNullable(model: Model, container: Shape, member: Member): boolean {
  switch (container.kind) {
    case "list":
      return hasTrait(container, "sparse");
    case "map":
      return member.name === "value" && hasTrait(container, "sparse");
    case "structure":
      if (hasTrait(member, "clientOptional") || hasTrait(container, "input")) return true;
      return !hasTrait(member, "required") && !hasNonNullDefault(model, member);
    default:
      return false;
  }
}

/**
 * Returns whether a structure's member is there in whatever a service sends: it is `@required` or has a default that is
 * not null. `@clientOptional` and `@input` are advice to clients, and change nothing of what is sent (Smithy 2.0,
 * "Structure member optionality").
 */
export function isPromised(model: Model, member: Member): boolean {
  return hasTrait(member, "required") || hasNonNullDefault(model, member);
}

function hasNonNullDefault(model: Model, member: Member): boolean {
  const own = trait(member, "default");
  if (own !== undefined) return own !== null;
  const target = findShape(model, member.target);
  const inherited = target && trait(target, "default");
  return inherited !== undefined && inherited !== null;
}
