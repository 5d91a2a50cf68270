import { stringLiteral } from "./string-literal.js";

/**
 * Returns a member name as the key of a property in a type or an object literal, quoted where it has to be.
 * `__proto__` is computed, because in an object literal it would set the prototype even when quoted.
 */
export function propertyKey(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
