import { hasTrait } from "@shapelog/model";
import type { DataShape } from "./choose-shapes.js";

const CONSTRAINTS = ["length", "range", "pattern"];

/**
 * Returns whether a shape has validators and a parser of its own: structures, unions and enums, and simple shapes with constraints, by
 * which single fields of a form are checked. Lists, maps and other simple shapes have none: nobody holds such a value by
 * itself, and in a large service they were most of the functions.
 */
export function hasFunctions(shape: DataShape): boolean {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return true;
    case "list":
    case "map":
      return false;
    default:
      return CONSTRAINTS.some((name) => hasTrait(shape, name));
  }
}
