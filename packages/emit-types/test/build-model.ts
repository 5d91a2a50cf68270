import {
  createModel,
  type Member,
  type Model,
  NO_TRAITS,
  type NodeValue,
  type ServiceShape,
  type Shape,
  type SimpleShape,
  type Traits,
  UNIT,
} from "@shapelog/model";

/** The namespace of shapes in test models. */
export const NAMESPACE = "example.weather";

/** Returns an id in the tests' namespace; prelude names and absolute ids stay as they are. */
export function id(name: string): string {
  if (name.includes("#")) return name;
  return PRELUDE.has(name) ? `smithy.api#${name}` : `${NAMESPACE}#${name}`;
}

const PRELUDE = new Set(
  "String Blob Timestamp Document Boolean Integer Long Float Double BigInteger Unit".split(" "),
);

/** Returns a member; traits may leave out `smithy.api#`. */
export function member(name: string, target: string, traits: Record<string, NodeValue> = {}): Member {
  return { name, target: id(target), traits: expand(traits) };
}

/** Returns a shape of a kind that has members. */
export function shape(
  kind: "structure" | "union" | "list" | "map" | "enum" | "intEnum",
  name: string,
  members: readonly Member[],
  traits: Record<string, NodeValue> = {},
): Shape {
  return { kind, id: id(name), traits: expand(traits), members };
}

/** Returns a shape of a kind that has none. */
export function simple(
  kind: SimpleShape["kind"],
  name: string,
  traits: Record<string, NodeValue> = {},
): Shape {
  return { kind, id: id(name), traits: expand(traits) };
}

/** Returns a member of an enum. */
export function value(
  name: string,
  is: string | number = name,
  traits: Record<string, NodeValue> = {},
): Member {
  return { name, target: UNIT, traits: expand({ ...traits, enumValue: is }) };
}

/** Returns an operation; without input or output it has `smithy.api#Unit`. */
export function operation(
  name: string,
  parts: { input?: string; output?: string; errors?: readonly string[]; traits?: Record<string, NodeValue> },
): Shape {
  return {
    kind: "operation",
    id: id(name),
    traits: expand(parts.traits ?? {}),
    input: id(parts.input ?? "Unit"),
    output: id(parts.output ?? "Unit"),
    errors: (parts.errors ?? []).map(id),
  };
}

/** Returns a model of the shapes and of a service that binds their operations. */
export function modelOf(
  shapes: readonly Shape[],
  traits: Record<string, NodeValue> = { "aws.protocols#awsJson1_1": {} },
): { model: Model; service: ServiceShape } {
  const service: ServiceShape = {
    kind: "service",
    id: id("Weather"),
    traits: expand(traits),
    version: "2024-01-01",
    operations: shapes.filter(({ kind }) => kind === "operation").map((found) => found.id),
    resources: [],
    errors: [],
    rename: [],
  };
  return { model: createModel([service, ...shapes]), service };
}

function expand(traits: Record<string, NodeValue>): Traits {
  const entries = Object.entries(traits);
  if (entries.length === 0) return NO_TRAITS;
  return Object.fromEntries(entries.map(([key, of]) => [key.includes("#") ? key : `smithy.api#${key}`, of]));
}
