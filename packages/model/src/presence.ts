import type { Member, ServiceShape } from "./shape.js";
import { hasTrait } from "./traits.js";

/** What a program hands to an SDK, or what then travels. */
export type DataForm = "sdk" | "wire";

/**
 * How a package's types have required members in the program form. `sdk`: as the AWS SDK for JavaScript has them, where they
 * can be `undefined` and tokens that the SDK fills in can be left out. `strict`: they are there.
 */
export type Profile = "sdk" | "strict";

/**
 * Returns the profile that a service's package has where nothing else is said: `sdk` for a service of AWS
 * (`aws.api#service`), whose types are held against the SDK's, else `strict`.
 */
export function defaultProfile(service: ServiceShape): Profile {
  return hasTrait(service, "aws.api#service") ? "sdk" : "strict";
}

/** Returns the form of which the demands hold for what programs hand over, in a profile. */
export function demandedForm(profile: Profile): DataForm {
  return profile === "strict" ? "wire" : "sdk";
}

/**
 * Returns whether a member has to be there: it is `@required`. What a program hands to an SDK can lack one that the SDK
 * fills in (`@idempotencyToken`); what travels has it then. A default and `@clientOptional` make no difference: both the
 * AWS SDK for JavaScript and the packages demand such a member (Smithy 2.0, "Structure member optionality" and
 * "idempotencyToken trait"). Default form: `sdk`.
 */
export function isDemanded(member: Member, form: DataForm = "sdk"): boolean {
  return hasTrait(member, "required") && (form === "wire" || !hasTrait(member, "idempotencyToken"));
}
