import type { Model, Shape } from "@shapelog/model";
import { DEFINITIONS } from "./gen/definitions.js";

let definitions: Model | undefined;

/**
 * Returns the shapes and traits that Smithy and its known extensions define: the prelude, `aws.api`, `aws.auth`,
 * `aws.protocols`, `smithy.rules`, `smithy.waiters` and others, without documentation. Made when first asked for.
 */
export function readDefinitions(): Model {
  definitions ??= createDefinitions();
  return definitions;
}

/** One text is sooner parsed than many. */
function createDefinitions(): Model {
  const shapes: readonly Shape[] = JSON.parse(`[${DEFINITIONS.join(",")}]`);
  return { shapes: new Map(shapes.map((shape) => [shape.id, shape])), metadata: new Map() };
}
