import { isNodeArray, isNodeObject } from "./equal.js";
import { ceiling, compareNumbers, floor, isBigNumber, isNodeNumber, type NumberRange } from "./numbers.js";
import type { Member, NodeValue, Shape, Traits } from "./shape.js";

/** What carries traits, such as a shape or a member. */
export interface Traited {
  readonly traits: Traits;
}

/** Returns the value of a trait, or `undefined`. `id` may leave out `smithy.api#`. */
export function trait(of: Traited, id: string): NodeValue | undefined {
  return traitIn(of.traits, id);
}

/** Returns the value of a trait in a map of traits, or `undefined`. `id` may leave out `smithy.api#`. */
export function traitIn(traits: Traits, id: string): NodeValue | undefined {
  return traits[id.includes("#") ? id : `smithy.api#${id}`];
}

/** Returns whether a shape or member has a trait. `id` may leave out `smithy.api#`. */
export function hasTrait(of: Traited, id: string): boolean {
  return trait(of, id) !== undefined;
}

/** Returns a trait's value where it is a string. */
export function stringTrait(of: Traited, id: string): string | undefined {
  const value = trait(of, id);
  return typeof value === "string" ? value : undefined;
}

/** Returns the text of `@documentation`, or `undefined`. */
export function documentation(of: Traited): string | undefined {
  return stringTrait(of, "documentation");
}

/** `@deprecated`: each part is there only where the model gives it. */
export interface Deprecated {
  readonly message?: string;
  readonly since?: string;
}

/** Returns `@deprecated`, or `undefined`. */
export function deprecated(of: Traited): Deprecated | undefined {
  const value = trait(of, "deprecated");
  if (!isNodeObject(value)) return undefined;
  return {
    ...(typeof value.message === "string" ? { message: value.message } : {}),
    ...(typeof value.since === "string" ? { since: value.since } : {}),
  };
}

/** Bounds of `@length` or `@range`, both inclusive. */
export type Bounds = NumberRange;

/** Returns the bounds of `@length` (code points, bytes or entries) or `@range`, or `undefined`. */
export function bounds(of: Traited, id: "length" | "range"): Bounds | undefined {
  const value = trait(of, id);
  if (!isNodeObject(value)) return undefined;
  return {
    ...(isNodeNumber(value.min) ? { min: value.min } : {}),
    ...(isNodeNumber(value.max) ? { max: value.max } : {}),
  };
}

/** Returns the bounds that `@length` comes to: whole and not negative; a least length of 0 is none. */
export function lengthBounds(of: Traited): Bounds {
  const { min = 0, max } = bounds(of, "length") ?? {};
  return {
    ...(compareNumbers(min, 0) > 0 ? { min: ceiling(min) } : {}),
    ...(max === undefined ? {} : { max: compareNumbers(max, 0) > 0 ? floor(max) : 0 }),
  };
}

/**
 * Returns the value of an enum member: its `@enumValue`, else its name. A number that no double stands for, which no
 * valid model has here, is told apart by its digits.
 */
export function enumValue(member: Member): string | number {
  const value = trait(member, "enumValue");
  if (isBigNumber(value)) return value.text;
  return typeof value === "string" || typeof value === "number" ? value : member.name;
}

/** `@paginated` as an operation sees it: its own parts over its service's. Paths are dotted member names. */
export interface Pagination {
  readonly inputToken?: string;
  readonly outputToken?: string;
  readonly pageSize?: string;
  readonly items?: string;
}

/** Returns `@paginated` of an operation, completed from its service's, or `undefined` (Smithy 2.0, "paginated trait"). */
export function pagination(operation: Shape, service?: Shape): Pagination | undefined {
  const own = trait(operation, "paginated");
  if (!isNodeObject(own)) return undefined;
  const common = service && trait(service, "paginated");
  const merged = { ...(isNodeObject(common) ? common : {}), ...own };
  const parts = ["inputToken", "outputToken", "pageSize", "items"] as const;
  return Object.fromEntries(
    parts.flatMap((part) => (typeof merged[part] === "string" ? [[part, merged[part]]] : [])),
  );
}

/** Returns the strings of a trait whose value is a list of strings, such as `@tags`. */
export function stringListTrait(of: Traited, id: string): readonly string[] {
  const value = trait(of, id);
  return isNodeArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
