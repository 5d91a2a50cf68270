import { createModel, type Member, type NodeValue, type Shape, type ShapeKind } from "@shapelog/model";
import { readDefinitions } from "@shapelog/smithy";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createContext } from "../src/context.js";
import { RULES } from "../src/rules/index.js";

const definitions = readDefinitions();
const TRAITS = [...definitions.shapes.values()].flatMap(({ id, traits }) =>
  Object.hasOwn(traits, "smithy.api#trait") ? [id] : [],
);
const KEYS = [
  ...[
    "__proto__",
    "constructor",
    "id",
    "template",
    "property",
    "apiConfig",
    "tagApi",
    "operation",
    "matcher",
    "path",
  ],
  ...[
    "output",
    "acceptors",
    "expression",
    "http",
    "uri",
    "method",
    "params",
    "events",
    "min",
    "max",
    "name",
    "type",
  ],
];
const TEXTS = [
  "a#S",
  "a#S$m",
  "a#Missing",
  "not an id",
  "{m}",
  "/",
  "\ud800",
  "{",
  "name[?",
  "arn:{m}",
  "success",
];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string());
const { value } = fc.letrec<{ value: NodeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true }), text),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 3 }).map((entries) => {
      return Object.fromEntries(entries) as NodeValue; // values are node values
    }),
  ),
}));
const traits = fc.dictionary(fc.constantFrom(...TRAITS), value, { maxKeys: 6 });
const target = fc.constantFrom("a#S", "a#U", "a#L", "a#Text", "a#O", "a#R", "smithy.api#String", "a#Missing");
const members = fc.array(
  fc.record({ name: fc.constantFrom("m", "member", "key", "value", "__proto__"), target, traits }),
  { maxLength: 3 },
);

/** Shapes that refer to each other in any way, right or wrong. */
const shapes = fc
  .tuple(
    fc.array(traits, { minLength: 8, maxLength: 8 }),
    fc.array(members, { minLength: 3, maxLength: 3 }),
    target,
    target,
  )
  .map(([own, lists, one, other]): readonly Shape[] => {
    const unique = (list: readonly Member[] = []) => [
      ...new Map(list.map((each) => [each.name, each])).values(),
    ];
    const aggregate = (kind: ShapeKind, id: string, index: number) =>
      ({ kind, id, traits: own[index], members: unique(lists[index]) }) as unknown as Shape; // a kind with members
    const bindings = { operations: [one, "a#O"], resources: [other, "a#R"] };
    return [
      aggregate("structure", "a#S", 0),
      aggregate("union", "a#U", 1),
      aggregate("list", "a#L", 2),
      { kind: "string", id: "a#Text", traits: own[3] ?? {} },
      { kind: "operation", id: "a#O", traits: own[4] ?? {}, input: one, output: other, errors: [one] },
      {
        kind: "resource",
        id: "a#R",
        traits: own[5] ?? {},
        identifiers: [{ name: "m", target: one }],
        properties: [{ name: "m", target: other }],
        lifecycle: [{ name: "put", target: one }],
        collectionOperations: [other],
        operations: ["a#O"],
        resources: [],
      },
      {
        kind: "service",
        id: "a#V",
        traits: own[6] ?? {},
        version: "",
        errors: [one],
        rename: [],
        ...bindings,
      },
    ];
  });

it.each(RULES.map((rule) => [rule.name, rule] as const))(
  "%s survives traits of any value on any shape",
  (_, rule) => {
    fc.assert(
      fc.property(shapes, (all) => {
        const context = createContext(createModel(all), definitions);
        for (const { message } of rule.validate(context)) expect(message).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 20, seed: 7 },
    );
  },
);
