import { createModel, type Member, type Shape, type Traits } from "@shapelog/model";
import { emitValidators } from "../src/emit-validators.js";
import type { ServiceModel } from "./arbitrary-service.js";
import { loadValidators, type Validators } from "./load-validators.js";

/** Returns a member; `String` alone means `smithy.api#String`, `#X` the shape `test#X`. */
export function member(name: string, target: string, traits: Traits = {}): Member {
  const id = target.startsWith("#") ? `test${target}` : `smithy.api#${target}`;
  return { name, target: id, traits: prelude(traits) };
}

/** Returns a structure or union. */
export function shapeOf(
  kind: "structure" | "union" | "list" | "map" | "enum" | "intEnum",
  name: string,
  members: readonly Member[],
  traits: Traits = {},
): Shape {
  return { kind, id: `test#${name}`, traits: prelude(traits), members };
}

/** Returns an enum of strings. */
export function enumOf(name: string, values: readonly string[], traits: Traits = {}): Shape {
  return shapeOf(
    "enum",
    name,
    values.map((value, index) => member(`M${index}`, "Unit", { enumValue: value })),
    traits,
  );
}

/** Returns a simple shape. */
export function simple(
  kind: "string" | "blob" | "long" | "timestamp" | "float",
  name: string,
  traits: Traits = {},
): Shape {
  return { kind, id: `test#${name}`, traits: prelude(traits) };
}

/** Returns a service with one operation, whose input is the shape `test#Input`. */
export function serviceOf(
  shapes: readonly Shape[],
  traits: Traits = { "aws.protocols#awsJson1_1": {} },
): ServiceModel {
  const service = {
    kind: "service" as const,
    id: "test#Service",
    traits,
    version: "1",
    operations: ["test#Run"],
    resources: [],
    errors: [],
    rename: [],
  };
  const run: Shape = {
    kind: "operation",
    id: "test#Run",
    traits: {},
    input: "test#Input",
    output: "smithy.api#Unit",
    errors: [],
  };
  return { model: createModel([service, run, ...shapes]), service };
}

/** Emits and loads the validators of a service made of shapes. */
export function load(
  shapes: readonly Shape[],
  traits?: Traits,
): Promise<Readonly<Record<"wire" | "sdk", Validators>>> {
  const { model, service } = serviceOf(shapes, traits);
  return loadValidators(emitValidators(model, { service }).files);
}

function prelude(traits: Traits): Traits {
  return Object.fromEntries(
    Object.entries(traits).map(([id, value]) => [id.includes("#") ? id : `smithy.api#${id}`, value]),
  );
}
