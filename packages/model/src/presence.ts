import type { Member } from "./shape.js";
import { hasTrait } from "./traits.js";

/**
 * Returns whether callers have to state a member: it is `@required`, and clients do not fill it in by themselves
 * (`@idempotencyToken`). A default and `@clientOptional` make no difference to that: both the AWS SDK for JavaScript
 * and the packages demand such a member (Smithy 2.0, "Structure member optionality").
 */
export function isDemanded(member: Member): boolean {
  return hasTrait(member, "required") && !hasTrait(member, "idempotencyToken");
}
