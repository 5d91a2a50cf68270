import type { Model } from "@shapelog/model";
import type { FindKind } from "../lower/scope.js";
import type { Naming } from "./naming.js";

/** A file that is being made of a model. */
export interface Lifting {
  readonly model: Model;
  readonly naming: Naming;
  readonly findKind: FindKind;
}
