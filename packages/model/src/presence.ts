import type { Member } from "./shape.js";
import { hasTrait } from "./traits.js";

/** What a program hands to an SDK, or what then travels. */
export type DataForm = "sdk" | "wire";

/**
 * Returns whether a member has to be there: it is `@required`. What a program hands to an SDK can lack one that the SDK
 * fills in (`@idempotencyToken`); what travels has it then. A default and `@clientOptional` make no difference: both the
 * AWS SDK for JavaScript and the packages demand such a member (Smithy 2.0, "Structure member optionality" and
 * "idempotencyToken trait"). Default form: `sdk`.
 */
export function isDemanded(member: Member, form: DataForm = "sdk"): boolean {
  return hasTrait(member, "required") && (form === "wire" || !hasTrait(member, "idempotencyToken"));
}
