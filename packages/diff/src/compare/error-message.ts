import { findMember, findShape, hasTrait, type Model, type Shape } from "@shapelog/model";
import type { Difference, Place, RuleContext } from "../rule/rule.js";

/**
 * Returns whether a member is the text that an error has anyway: SDKs take `message`, or `Message`, for the message of the
 * `Error` that they throw, and give it one where the member is not in the model.
 */
export function isErrorMessage(
  { before, after }: Difference,
  member: string | undefined,
  { place, context }: { readonly place: Place; readonly context: RuleContext },
): boolean {
  if (member === undefined || !MESSAGE.test(member)) return false;
  if (place.reach !== "response" || place.positions.length === 0) return false;
  if (!place.positions.every(({ error, path }) => error !== undefined && path === "")) return false;
  return [isText(context.before, before, member), isText(context.after, after, member)].every(
    (found) => found !== false,
  );
}

const MESSAGE = /^[mM]essage$/;

/** Returns whether an error's member is a text; `undefined` where it has no such member. */
function isText(model: Model, shape: Shape | undefined, name: string): boolean | undefined {
  if (!shape || !hasTrait(shape, "error")) return false;
  const member = findMember(shape, name);
  return member && findShape(model, member.target)?.kind === "string";
}
