import {
  createModel,
  LIFECYCLE_SLOTS,
  type Member,
  type Model,
  type NodeValue,
  requireNumber,
  type Shape,
  type ShapeId,
  type ShapeKind,
  SIMPLE_KINDS,
  type Traits,
  UNIT,
} from "@shapelog/model";
import fc from "fast-check";

export interface ArbitraryModelOptions {
  /** Default: 8. */
  readonly maxShapes?: number;
}

const HOSTILE = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "../../x",
  "*/ alert(1)",
  "</script>",
  '"',
  "\\",
  "\n",
  "\u2028",
  "\ud800",
  "é",
  "😀",
  "",
];

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 8 }));

/**
 * Keys of objects. A key of one character that JSON escapes is doubled: `JSON.parse` of V8 13 (Node 24) can read such
 * a key as a backslash, and what is tested here is not V8.
 */
const key = text.map((each) => (each.length === 1 && JSON.stringify(each).length > 3 ? each + each : each));

/** Numbers that no double stands for, some of them with the same double next to them. */
const bigNumber = fc
  .oneof(
    fc.stringMatching(/^-?922337203685477580[1-9]$/),
    fc.stringMatching(/^[1-9]\.[0-9]{20}1e-?[4-9][0-9]{2}$/),
  )
  .map(requireNumber);

/** Node values, with keys that are names of `Object.prototype`, and with numbers that keep their digits, among them. */
export const arbitraryNode: fc.Arbitrary<NodeValue> = fc.letrec<{ node: NodeValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    bigNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(key, tie("node"), { maxKeys: 3 }),
  ),
})).node;

/** Identifiers, some of them names of `Object.prototype`. */
export const arbitraryIdentifier: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "_a1", "A", "a"),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,5}$/),
);

/** Traits with known and unknown ids and any values. Deprecated traits that readers upgrade are not among them. */
export const arbitraryTraits: fc.Arbitrary<Traits> = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      "smithy.api#documentation",
      "smithy.api#default",
      "smithy.api#tags",
      "smithy.api#required",
    ),
    arbitraryIdentifier.map((name) => `example.traits#${name}`),
  ),
  arbitraryNode,
  { maxKeys: 3 },
);

const KINDS: readonly ShapeKind[] = [
  ...SIMPLE_KINDS,
  ...(["list", "map", "structure", "union", "enum", "intEnum", "operation", "resource", "service"] as const),
  ...(["structure", "structure", "operation", "enum"] as const),
];

const PRELUDE = [
  "smithy.api#String",
  "smithy.api#Integer",
  "smithy.api#PrimitiveLong",
  "smithy.api#Document",
];
const NO_DATA: readonly ShapeKind[] = ["operation", "resource", "service"];

/** The ids of a model's shapes by kind, before the shapes exist. */
type Plan = readonly { readonly id: ShapeId; readonly kind: ShapeKind }[];

/** Models of every kind of shape, whose references all lead to shapes of a kind that may stand there. */
export function arbitraryModel(options: ArbitraryModelOptions = {}): fc.Arbitrary<Model> {
  const id = fc
    .tuple(fc.constantFrom("example", "example.other", "constructor"), arbitraryIdentifier)
    .map(([namespace, name]) => `${namespace}#${name}`);
  const ids = fc.uniqueArray(id, { maxLength: options.maxShapes ?? 8 });
  const plan = ids.chain((unique) =>
    fc.tuple(...unique.map((each) => fc.record({ id: fc.constant(each), kind: fc.constantFrom(...KINDS) }))),
  );
  const shapes = plan.chain((planned) =>
    fc.tuple(...planned.map((each, index) => arbitraryShape(planned, each, index))),
  );
  const metadata = fc.dictionary(key, arbitraryNode, { maxKeys: 2 });
  return fc.tuple(shapes, metadata).map(([all, data]) => createModel(all, Object.entries(data)));
}

function arbitraryShape(plan: Plan, { id, kind }: Plan[number], index: number): fc.Arbitrary<Shape> {
  // Mixins come from shapes that are planned earlier, so that no shape is its own mixin.
  const candidates = plan.slice(0, index).filter((other) => other.kind === kind);
  const mixins = fc.uniqueArray(fc.constantFrom(UNIT, ...candidates.map((other) => other.id)), {
    maxLength: 2,
  });
  return fc.tuple(arbitraryTraits, mixins, arbitraryKind(plan, kind)).map(([traits, chosen, parts]) => {
    const used = chosen.filter((mixin) => mixin !== UNIT);
    // The parts were made for this kind.
    return { id, traits, ...(used.length > 0 ? { mixins: used } : {}), ...parts } as unknown as Shape;
  });
}

function arbitraryKind(plan: Plan, kind: ShapeKind): fc.Arbitrary<object> {
  const ids = (wanted: (other: ShapeKind) => boolean) =>
    plan.filter((other) => wanted(other.kind)).map((other) => other.id);
  const data = fc.constantFrom(...PRELUDE, ...ids((other) => !NO_DATA.includes(other)));
  const structures = ids((other) => other === "structure");
  const operations = ids((other) => other === "operation");
  const resources = ids((other) => other === "resource");
  const member = (name: string) =>
    fc.record({ name: fc.constant(name), target: data, traits: arbitraryTraits });
  const bindings = arbitraryNames.chain((names) =>
    fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), target: data }))),
  );
  switch (kind) {
    case "list":
      return fc.record({ kind: fc.constant(kind), members: fc.tuple(member("member")) });
    case "map":
      return fc.record({ kind: fc.constant(kind), members: fc.tuple(member("key"), member("value")) });
    case "structure":
    case "union":
      return fc.record({
        kind: fc.constant(kind),
        members: arbitraryNames.chain((names) => fc.tuple(...names.map(member))),
      });
    case "enum":
      return fc.record({ kind: fc.constant(kind), members: arbitraryEnumMembers(text) });
    case "intEnum":
      return fc.record({ kind: fc.constant(kind), members: arbitraryEnumMembers(fc.integer()) });
    case "operation":
      return fc.record({
        kind: fc.constant(kind),
        input: fc.constantFrom(UNIT, ...structures),
        output: fc.constantFrom(UNIT, ...structures),
        errors: some(structures),
      });
    case "resource":
      return fc.record({
        kind: fc.constant(kind),
        identifiers: bindings,
        properties: bindings,
        lifecycle: fc
          .subarray(operations.length === 0 ? [] : [...LIFECYCLE_SLOTS])
          .chain((slots) =>
            fc.tuple(
              ...slots.map((name) =>
                fc.record({ name: fc.constant(name), target: fc.constantFrom(...operations) }),
              ),
            ),
          ),
        operations: some(operations),
        collectionOperations: some(operations),
        resources: some(resources),
      });
    case "service":
      return fc.record({
        kind: fc.constant(kind),
        version: text,
        operations: some(operations),
        resources: some(resources),
        errors: some(structures),
        rename: fc
          .subarray(structures)
          .chain((shapes) =>
            fc.tuple(
              ...shapes.map((shape) => fc.record({ shape: fc.constant(shape), name: arbitraryIdentifier })),
            ),
          ),
      });
    default:
      return fc.constant({ kind });
  }
}

const arbitraryNames = fc.uniqueArray(arbitraryIdentifier, { maxLength: 4 });

function arbitraryEnumMembers(value: fc.Arbitrary<string | number>): fc.Arbitrary<Member[]> {
  const entry = fc.record({ name: arbitraryIdentifier, value, traits: arbitraryTraits });
  return fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: (each) => each.name }).map((entries) =>
    entries.map(({ name, value: enumValue, traits }) => ({
      name,
      target: UNIT,
      traits: { ...traits, "smithy.api#enumValue": enumValue },
    })),
  );
}

function some(ids: readonly ShapeId[]): fc.Arbitrary<ShapeId[]> {
  return fc.shuffledSubarray([...ids]);
}
