import { Name } from "ajv";

/** The parameter of recursive checks that counts how deep they are. */
export const DEPTH = new Name("depth");

/** Returns the name of a shape's compiled check. */
export function checkFunction(name: string): string {
  return `check${name}`;
}
