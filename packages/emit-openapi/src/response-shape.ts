import type { StructureShape } from "@shapelog/model";
import type { NamedExample } from "./examples.js";

/** A structure that a response can hold, and the examples that have it. */
export interface ResponseShape {
  readonly shape: StructureShape;
  readonly examples: readonly NamedExample[];
}
