import {
  type Member,
  NO_TRAITS,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  type SimpleShape,
  type Traits,
  UNIT,
} from "@shapelog/model";

/** Traits by their ids; those of `smithy.api` by their names. */
export type TraitsByName = Readonly<Record<string, NodeValue>>;

export interface OperationParts {
  /** Default: `smithy.api#Unit`. */
  readonly input?: string;
  /** Default: `smithy.api#Unit`. */
  readonly output?: string;
  /** Default: none. */
  readonly errors?: readonly string[];
  readonly traits?: TraitsByName;
}

/** Makes shapes of one namespace. Targets are names of it, names of the prelude's simple shapes, or absolute ids. */
export interface ShapeBuilder {
  readonly id: (name: string) => ShapeId;
  readonly member: (name: string, target: string, traits?: TraitsByName) => Member;
  /** Returns a member of an enum; its value is its name where none is given. */
  readonly value: (name: string, is?: string | number, traits?: TraitsByName) => Member;
  readonly shape: (
    kind: "structure" | "union" | "list" | "map" | "enum" | "intEnum",
    name: string,
    members: readonly Member[],
    traits?: TraitsByName,
  ) => Shape;
  readonly simple: (kind: SimpleShape["kind"], name: string, traits?: TraitsByName) => Shape;
  readonly operation: (name: string, parts?: OperationParts) => OperationShape;
  readonly service: (name: string, operations: readonly string[], traits?: TraitsByName) => ServiceShape;
}

const PRELUDE = new Set(
  "String Blob Timestamp Document Boolean Byte Short Integer Long Float Double BigInteger BigDecimal Unit".split(
    " ",
  ),
);

/**
 * Returns a builder for what IDL cannot write: names and values of strangers, and models that a property makes up.
 * Other models are written as IDL and read by `modelOf`.
 *
 * @example
 * const { member, shape } = createShapes("example");
 * shape("structure", "A", [member("__proto__", "String", { required: {} })]);
 */
export function createShapes(namespace: string): ShapeBuilder {
  const id = (name: string): ShapeId => {
    if (name.includes("#")) return name;
    return PRELUDE.has(name) ? `smithy.api#${name}` : `${namespace}#${name}`;
  };
  return {
    id,
    member: (name, target, traits = {}) => ({ name, target: id(target), traits: expandTraits(traits) }),
    value: (name, is = name, traits = {}) => ({
      name,
      target: UNIT,
      traits: expandTraits({ ...traits, enumValue: is }),
    }),
    shape: (kind, name, members, traits = {}) => ({
      kind,
      id: id(name),
      traits: expandTraits(traits),
      members,
    }),
    simple: (kind, name, traits = {}) => ({ kind, id: id(name), traits: expandTraits(traits) }),
    operation: (name, { input = UNIT, output = UNIT, errors = [], traits = {} } = {}) => ({
      kind: "operation",
      id: id(name),
      traits: expandTraits(traits),
      input: id(input),
      output: id(output),
      errors: errors.map(id),
    }),
    service: (name, operations, traits = {}) => ({
      kind: "service",
      id: id(name),
      traits: expandTraits(traits),
      version: "2024-01-01",
      operations: operations.map(id),
      resources: [],
      errors: [],
      rename: [],
    }),
  };
}

function expandTraits(traits: TraitsByName): Traits {
  const entries = Object.entries(traits);
  if (entries.length === 0) return NO_TRAITS;
  return Object.fromEntries(entries.map(([key, of]) => [key.includes("#") ? key : `smithy.api#${key}`, of]));
}
