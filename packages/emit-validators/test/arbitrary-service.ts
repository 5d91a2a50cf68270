import {
  createModel,
  type Member,
  type Model,
  type ServiceShape,
  type Shape,
  type Traits,
} from "@shapelog/model";
import fc from "fast-check";

export interface ServiceModel {
  readonly model: Model;
  readonly service: ServiceShape;
}

const IDS = ["test#A", "test#B", "test#C", "test#D", "test#E", "test#F"];
const PRELUDE = [
  "String",
  "Integer",
  "Long",
  "Double",
  "Boolean",
  "Timestamp",
  "Blob",
  "Document",
  "Unit",
].map((name) => `smithy.api#${name}`);
const MEMBER_NAMES = ["a", "b", "Value", "constructor", "__proto__", "toString", "a b", "é"];

const id = fc.constantFrom(...IDS, ...PRELUDE);

const limits = (min: number, max: number) =>
  fc
    .record({ min: fc.integer({ min, max }), max: fc.integer({ min, max }) }, { requiredKeys: [] })
    .map((value) => value as { [key: string]: number });

const constraint = fc.oneof(
  fc.record({ "smithy.api#length": limits(0, 4) }),
  fc.record({ "smithy.api#range": limits(-3, 300) }),
  fc.record({ "smithy.api#pattern": fc.constantFrom("^[a-z]*$", "\\S", "^\\p{L}+$") }),
  fc.record({ "smithy.api#timestampFormat": fc.constantFrom("date-time", "http-date", "epoch-seconds") }),
);

const flag = (name: string) => fc.constant<Traits>({ [`smithy.api#${name}`]: {} });

const merge = (parts: readonly Traits[]): Traits => Object.assign({}, ...parts);

const shapeTraits = fc
  .array(
    fc.oneof(
      constraint,
      flag("sensitive"),
      flag("sparse"),
      flag("uniqueItems"),
      flag("streaming"),
      flag("error"),
    ),
    { maxLength: 3 },
  )
  .map(merge);

const memberTraits = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: flag("required") },
      constraint,
      flag("idempotencyToken"),
      fc.record({ "smithy.api#jsonName": fc.constantFrom("j1", "j2", "valueOf") }),
      fc.constantFrom<Traits>({ "smithy.api#httpHeader": "H" }, { "smithy.api#httpQuery": "q" }),
    ),
    { maxLength: 2 },
  )
  .map(merge);

const member = (name: string): fc.Arbitrary<Member> =>
  fc.record({ name: fc.constant(name), target: id, traits: memberTraits });

const members = fc
  .uniqueArray(fc.constantFrom(...MEMBER_NAMES), { maxLength: 5 })
  .chain((names) => fc.tuple(...names.map(member)))
  // Two members cannot have one property.
  .map((all) =>
    all.filter((each, index) => all.findIndex((other) => property(other) === property(each)) === index),
  );

const property = ({ name, traits }: Member) => traits["smithy.api#jsonName"] ?? name;

function enumMembers(values: readonly (string | number)[]): Member[] {
  return values.map((value, index) => ({
    name: `M${index}`,
    target: "smithy.api#Unit",
    traits: { "smithy.api#enumValue": value },
  }));
}

const kinds = fc.oneof(
  fc
    .constantFrom(
      ...(["blob", "boolean", "string", "byte", "short", "long", "float", "bigInteger"] as const),
      ...(["bigDecimal", "timestamp", "document", "string", "timestamp"] as const),
    )
    .map((kind) => ({ kind })),
  fc.record({ kind: fc.constantFrom("structure" as const, "structure" as const, "union" as const), members }),
  fc.record({ kind: fc.constant("list" as const), members: fc.tuple(member("member").map(plain)) }),
  fc.record({
    kind: fc.constant("map" as const),
    members: fc.tuple(
      fc.record({
        name: fc.constant("key"),
        target: fc.constantFrom("smithy.api#String", "test#Key"),
        traits: constraint,
      }),
      member("value").map(plain),
    ),
  }),
  fc
    .uniqueArray(fc.constantFrom("x", "y", "Success", '"', "*/", "\u2028", "a", "b", "c", "d", "e"), {
      minLength: 1,
    })
    .map((values) => ({ kind: "enum" as const, members: enumMembers(values) })),
  fc
    .uniqueArray(fc.integer({ min: -2, max: 12 }), { minLength: 1, maxLength: 12 })
    .map((values) => ({ kind: "intEnum" as const, members: enumMembers(values) })),
);

/** Items and values have constraints alone: they are never required, named or bound. */
function plain(of: Member): Member {
  const { "smithy.api#required": _, "smithy.api#jsonName": __, ...rest } = of.traits;
  const { "smithy.api#httpHeader": ___, "smithy.api#httpQuery": ____, ...traits } = rest;
  return { ...of, traits };
}

const shape = (id: string): fc.Arbitrary<Shape> =>
  // The parts were made for the kind they come with.
  fc.tuple(shapeTraits, kinds).map(([traits, parts]) => ({ id, traits, ...parts }) as Shape);

/** Services with one operation, whose input reaches shapes of every kind, constrained, recursive and hostile ones. */
export const arbitraryService: fc.Arbitrary<ServiceModel> = fc
  .record({
    shapes: fc.tuple(...IDS.map(shape)),
    protocol: fc.constantFrom("aws.protocols#awsJson1_1", "aws.protocols#restJson1", "example#ownProtocol"),
    keyTraits: fc.oneof(flag("sensitive"), constraint),
  })
  .map(({ shapes, protocol, keyTraits }) => {
    const service: ServiceShape = {
      kind: "service",
      id: "test#Service",
      traits: { [protocol]: {} },
      version: "1",
      operations: ["test#Operation"],
      resources: [],
      errors: [],
      rename: [],
    };
    const all: Shape[] = [
      service,
      ...shapes,
      { kind: "string", id: "test#Key", traits: keyTraits },
      {
        kind: "operation",
        id: "test#Operation",
        traits: {},
        input: "test#Input",
        output: "smithy.api#Unit",
        errors: [],
      },
      {
        kind: "structure",
        id: "test#Input",
        traits: { "smithy.api#input": {} },
        members: [...IDS, "test#Key"].map((target) => ({ name: target.slice(5), target, traits: {} })),
      },
    ];
    return { model: createModel(all), service };
  });
