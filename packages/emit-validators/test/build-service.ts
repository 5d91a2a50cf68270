import { createModel, type Shape } from "@shapelog/model";
import { createShapes, type TraitsByName } from "@shapelog/testing";
import { emitValidators } from "../src/emit-validators.js";
import type { ServiceModel } from "./arbitrary-service.js";
import { loadValidators, type Validators } from "./load-validators.js";

export const { member, operation, service, shape, simple, value } = createShapes("test");

/** Returns an enum of strings that may be no names. */
export function enumOf(name: string, values: readonly string[]): Shape {
  return shape(
    "enum",
    name,
    values.map((each, index) => value(`M${index}`, each)),
  );
}

/** Returns a service with one operation, whose input is the shape `test#Input`. */
export function bindInput(
  shapes: readonly Shape[],
  traits: TraitsByName = { "aws.protocols#awsJson1_1": {} },
): ServiceModel {
  const bound = service("Service", ["Run"], traits);
  return { model: createModel([bound, operation("Run", { input: "Input" }), ...shapes]), service: bound };
}

/** Emits and loads the validators of a service made of shapes. */
export function load(
  shapes: readonly Shape[],
  traits?: TraitsByName,
): Promise<Readonly<Record<"wire" | "sdk", Validators>>> {
  const { model, service } = bindInput(shapes, traits);
  return loadValidators(emitValidators(model, { service }).files);
}
