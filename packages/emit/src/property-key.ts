import { stringLiteral } from "./string-literal.js";

/**
 * Returns whether a name stands without quotes: as a key, and behind a dot. Of ECMA-262's IdentifierName the part that
 * ASCII can write.
 *
 * @internal
 */
export function isIdentifierName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/**
 * Returns a member name as the key of a property in a type or an object literal, quoted where it has to be.
 * `__proto__` is computed, because in an object literal it would set the prototype even when quoted.
 */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return isIdentifierName(name) ? name : stringLiteral(name);
}
