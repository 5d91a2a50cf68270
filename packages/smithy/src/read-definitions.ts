import type { Model } from "@shapelog/model";
import { DEFINITIONS } from "./gen/definitions.js";
import { loadModel } from "./load/load-model.js";

let definitions: Model | undefined;

/**
 * Returns the shapes and traits that Smithy and its known extensions define: the prelude, `aws.api`, `aws.auth`,
 * `aws.protocols`, `smithy.rules`, `smithy.waiters` and others, without documentation. Read when first asked for.
 */
export function readDefinitions(): Model {
  definitions ??= loadModel(DEFINITIONS, { upgradeEnums: false }).model;
  return definitions;
}
