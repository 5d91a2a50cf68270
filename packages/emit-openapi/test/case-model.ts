import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { hostileModel } from "./hostile-model.js";

/** The folder of the golden cases. */
export const CASES = join(import.meta.dirname, "../cases");

/** Returns a case's model: its `model.smithy`, but for the one whose names IDL cannot write. */
export function caseModel(name: string): Model {
  if (name === "schema-hostile-names") return hostileModel();
  return modelOf(readFileSync(join(CASES, name, "model.smithy"), "utf8"));
}
