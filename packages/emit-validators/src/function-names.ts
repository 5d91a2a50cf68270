import { Name } from "ajv";
import type { Form } from "./check.js";

/** The parameter of recursive checks that counts how deep they are. */
export const DEPTH = new Name("depth");

/**
 * Returns the name of a shape's compiled check; one that differs between the forms has its form behind a `$`, which names of
 * shapes never have.
 */
export function checkFunction(name: string, form?: Form): string {
  return form === undefined ? `check${name}` : `check${name}$${form}`;
}
