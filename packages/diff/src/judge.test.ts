import { type Change, diffModels, invert } from "@shapelog/changes";
import {
  isAggregate,
  isSimple,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  type StructureShape,
  type Traits,
  UNIT,
} from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { arbitraryModel, arbitraryNode } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInternalWords } from "../test/reader-words.js";
import type { Finding } from "./finding.js";
import { judge } from "./judge.js";
import { RULES } from "./rules/index.js";

/** Traits that rules look at, with a value that is right and whatever a hostile model may put there. */
const KNOWN: readonly (readonly [trait: string, value: NodeValue])[] = [
  ["smithy.api#required", {}],
  ["smithy.api#default", 1],
  ["smithy.api#addedDefault", {}],
  ["smithy.api#clientOptional", {}],
  ["smithy.api#input", {}],
  ["smithy.api#mixin", {}],
  ["smithy.api#length", { min: 1, max: 5 }],
  ["smithy.api#range", { min: -5 }],
  ["smithy.api#pattern", "^a$"],
  ["smithy.api#sparse", {}],
  ["smithy.api#uniqueItems", {}],
  ["smithy.api#streaming", {}],
  ["smithy.api#jsonName", "x"],
  ["smithy.api#idempotencyToken", {}],
  ["smithy.api#deprecated", { message: "Use Other.", since: "1" }],
  ["smithy.api#documentation", "It must be."],
  ["smithy.api#documentation", "It is."],
  ["smithy.api#http", { method: "GET", uri: "/" }],
  ["smithy.api#paginated", { inputToken: "a" }],
  ["smithy.api#auth", []],
  ["smithy.api#optionalAuth", {}],
  ["smithy.api#httpBearerAuth", {}],
  ["smithy.api#readonly", {}],
  ["smithy.api#error", "client"],
  ["shapelog.botocore#x", 1],
];

const extraTraits: fc.Arbitrary<Traits> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...KNOWN) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...KNOWN.map(([trait]) => trait)), arbitraryNode) },
    ),
    { maxLength: 3 },
  )
  .map((entries) => Object.fromEntries(entries));

/** One way to change a shape a little. */
type Edit = (shape: Shape) => Shape;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  extraTraits.map(
    (traits): Edit =>
      (shape) => ({ ...shape, traits }),
  ),
  fc.tuple(fc.nat(3), extraTraits).map(([at, traits]) => editMember(at, (member) => [{ ...member, traits }])),
  fc.nat(3).map((at) => editMember(at, () => [])),
  fc.nat(3).map((at) => editMember(at, (member) => [{ ...member, name: `${member.name}Id` }])),
  fc
    .tuple(fc.nat(3), fc.constantFrom("smithy.api#String", "smithy.api#Long", "smithy.api#Integer"))
    .map(([at, target]) => editMember(at, (member) => [{ ...member, target }])),
  fc.constant<Edit>((shape) =>
    shape.kind === "structure" || shape.kind === "union"
      ? { ...shape, members: [...shape.members].reverse() }
      : shape,
  ),
  fc.constant<Edit>((shape) => (shape.kind === "operation" ? { ...shape, errors: [] } : shape)),
  fc.constant<Edit>((shape) => (shape.kind === "service" ? { ...shape, errors: [], operations: [] } : shape)),
  fc.constant<Edit>((shape) =>
    shape.kind === "resource" ? { ...shape, lifecycle: [], resources: [] } : shape,
  ),
  fc.constantFrom("a", "b", "c").map((value) => editValues((members) => [...members, ...valuesOf([value])])),
  fc.nat(3).map((at) => editValues((members) => members.filter((_, index) => index !== at))),
  fc
    .nat(3)
    .map((at) =>
      editValues((members) => [...members.filter((_, index) => index !== at), ...valuesOf(["d"])]),
    ),
  fc.constant(editValues((members) => members.map((member) => ({ ...member, name: `${member.name}X` })))),
  fc.constant<Edit>((shape) =>
    shape.kind === "structure" || shape.kind === "union"
      ? { ...shape, members: [...shape.members, { name: "extra", target: "smithy.api#String", traits: {} }] }
      : shape,
  ),
  fc.constant<Edit>((shape) => (shape.kind === "operation" ? { ...shape, input: shape.output } : shape)),
  fc.constant<Edit>((shape) => (shape.kind === "operation" ? { ...shape, output: IN } : shape)),
  fc.constant<Edit>((shape) => (shape.kind === "service" ? { ...shape, version: "2" } : shape)),
  fc.nat(3).map(
    (by): Edit =>
      (shape) =>
        shape.kind === "structure" ? shiftTargets(shape, by + 1) : shape,
  ),
  fc.constantFrom("blob" as const, "integer" as const, "long" as const, "string" as const).map(
    (kind): Edit =>
      (shape) =>
        isSimple(shape) ? { ...shape, kind } : shape,
  ),
  fc.constant<Edit>((shape) =>
    shape.kind === "string" ? { ...shape, kind: "enum", members: valuesOf(["a", "b"]) } : shape,
  ),
);

function editValues(change: (members: readonly Member[]) => readonly Member[]): Edit {
  return (shape) => (shape.kind === "enum" ? { ...shape, members: change(shape.members) } : shape);
}

/** Lets each member point at what another one points at, so that members meet targets of all kinds. */
function shiftTargets(shape: StructureShape, by: number): Shape {
  const targets = shape.members.map(({ target }) => target);
  const shifted = shape.members.map((member, index) => ({
    ...member,
    target: targets[(index + by) % targets.length] ?? member.target,
  }));
  return { ...shape, members: shifted };
}

function valuesOf(values: readonly string[]): Member[] {
  return values.map((value) => ({
    name: `Value_${value}`,
    target: UNIT,
    traits: { "smithy.api#enumValue": value },
  }));
}

const [IN, OUT, CALL, SERVICE] = ["in#In", "in#Out", "in#Call", "in#Service"] as const;

/** Adds a service with an operation that takes and returns shapes of the model, so that rules of both directions meet. */
function withOperation(shapes: ReadonlyMap<ShapeId, Shape>, links: readonly number[]): Map<ShapeId, Shape> {
  const data = [...shapes.values()].filter(
    (shape) => !["operation", "resource", "service"].includes(shape.kind),
  );
  const root = (id: ShapeId, bit: number): Shape => ({
    kind: "structure",
    id,
    traits: {},
    members: data.flatMap((shape, index) => {
      const name = `m${index % 5}${shape.id.replace(/[^A-Za-z]/g, "")}`;
      return ((links[index % links.length] ?? 0) & bit) === 0 ? [] : [{ name, target: shape.id, traits: {} }];
    }),
  });
  const call: Shape = { kind: "operation", id: CALL, traits: {}, input: IN, output: OUT, errors: [] };
  const none = { traits: {}, resources: [], errors: [], rename: [] };
  const service: Shape = { kind: "service", id: SERVICE, version: "1", operations: [CALL], ...none };
  return new Map([
    ...shapes,
    ...[root(IN, 1), root(OUT, 2), call, service].map((each) => [each.id, each] as const),
  ]);
}

function editMember(at: number, change: (member: Member) => Member[]): Edit {
  return (shape) => {
    if (!isAggregate(shape) || shape.kind === "list" || shape.kind === "map") return shape;
    if (shape.kind === "enum" || shape.kind === "intEnum") return shape;
    return {
      ...shape,
      members: shape.members.flatMap((each, index) => (index === at ? change(each) : [each])),
    };
  };
}

/** Two models of which the second is the first with some shapes edited, some gone, some from elsewhere. */
const pair: fc.Arbitrary<readonly [Model, Model]> = fc
  .tuple(
    arbitraryModel(),
    arbitraryModel({ maxShapes: 4 }),
    fc.array(fc.tuple(extraTraits, fc.option(edit), fc.nat(9)), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([base, other, plans, withOthers, links]) => {
    const before = new Map<ShapeId, Shape>();
    const after = new Map<ShapeId, Shape>(withOthers ? other.shapes : []);
    [...withOperation(base.shapes, links).values()].forEach((shape, index) => {
      const [traits, change, fate] = plans[index % plans.length]!;
      const first = { ...shape, traits: { ...shape.traits, ...traits } };
      before.set(shape.id, first);
      if (fate === 0) return;
      if (fate === 1) after.set(`${shape.id}2`, { ...first, id: `${shape.id}2` });
      else after.set(shape.id, change ? change(first) : first);
    });
    return [
      { shapes: before, metadata: base.metadata },
      { shapes: after, metadata: other.metadata },
    ];
  });

function mirrorsOf(id: string): readonly string[] {
  const mirrors: Readonly<Record<string, string>> = {
    "metadata.added": "metadata.removed",
    "metadata.removed": "metadata.added",
    "metadata.changed": "metadata.changed",
  };
  const mirror = RULES.find((rule) => rule.id === id)?.mirror ?? mirrors[id];
  if (mirror === undefined) throw new Error(`no rule ${id}`);
  return typeof mirror === "string" ? [mirror] : "none" in mirror ? [] : mirror;
}

function keyOf(change: object): string {
  return JSON.stringify({ ...change, index: 0 }, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Rules whose findings stand at the name that the model before had. */
const RENAMING = new Set([
  "service.renamed",
  "shape.renamed",
  "request.member.probable-rename",
  "response.member.probable-rename",
]);

/** Whether one finding says of a change what the other says of its reverse. Names that were changed are not compared. */
function isMirror(forward: Finding, change: Change, backward: Finding, isRenamed: boolean): boolean {
  const [inverted] = invert([change]);
  const { direction, shape, member } = backward;
  return (
    mirrorsOf(forward.rule).includes(backward.rule) &&
    direction === forward.direction &&
    (RENAMING.has(forward.rule) || shape === forward.shape || isSamePlace(forward, backward)) &&
    (isRenamed || RENAMING.has(forward.rule) || member === forward.member) &&
    backward.changes.some((other) =>
      isRenamed
        ? keyOf(nameless(other)) === keyOf(nameless(inverted!))
        : keyOf(anywhere(other)) === keyOf(anywhere(inverted!)),
    )
  );
}

/** What is pointed at is known by the id that it has after. */
function isSamePlace(forward: Finding, backward: Finding): boolean {
  const placesOf = ({ positions }: Finding) =>
    positions.map(({ operation, error, path }) => `${operation} ${error} ${path}`).sort();
  return placesOf(forward).join("\n") === placesOf(backward).join("\n");
}

function anywhere(change: Change): Change {
  return "shape" in change ? { ...change, shape: "" } : change;
}

/** What can be said of an enum whose constants have other names: changes name them as the model before has them. */
function nameless(change: Change): object {
  const { kind } = change;
  return "value" in change ? { kind, value: change.value } : { kind };
}

/** The enums in which a value goes by another name. */
function findRenamed(findings: readonly Finding[]): ReadonlySet<ShapeId> {
  const renames = findings.flatMap(({ changes }) =>
    changes.filter(({ kind }) => kind === "enum.value.renamed"),
  );
  return new Set(renames.flatMap((change) => ("shape" in change ? [change.shape] : [])));
}

/** Returns the findings whose mirror is not met when the models change places, each with a change and with what is met. */
function findUnmet(a: Model, b: Model): string[] {
  const forward = judge(diffModels(a, b), { before: a, after: b });
  const backward = judge(diffModels(b, a), { before: b, after: a });
  const renamed = findRenamed(forward);
  const there = backward.map(({ rule, shape, member, direction }) => [rule, shape, member, direction]);
  return forward.flatMap((finding) => {
    const isMet = (change: Change) =>
      backward.some((other) => isMirror(finding, change, other, renamed.has(finding.shape)));
    const unmet = finding.changes.filter((change) => !isMet(change));
    return unmet.map(
      (change) => `${finding.rule} ${finding.message} ${keyOf(change)} / ${JSON.stringify(there)}`,
    );
  });
}

/** Models, by what made their findings have no mirror. */
const ONCE_UNMET: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "a default that stands at a value which goes by another name on the other side",
    `service Main { operations: [Call] }
    operation Call { output: Out }
    structure Out { kind: First }
    enum First {
        @default(1)
        A = "a"
    }
    enum Second {
        B = "a"
    }`,
    `service Main { operations: [Call] }
    operation Call { output: Out }
    structure Out { kind: Second }
    enum First {
        @default(1)
        A = "a"
    }
    enum Second {
        B = "a"
    }`,
  ],
  [
    "a type that another one stands for, and the only service that has it",
    `service Main { operations: [Call] }
    operation Call { input: In, output: Out }
    structure In {}
    structure Out { text: String }`,
    `operation Call { input: Out, output: Out }
    structure Out { text: String }`,
  ],
  [
    "a type that is written in another way and stands under the input of one side alone",
    `service Main { operations: [Call] }
    operation Call { input: Old }
    structure Old { data: Data }
    structure Data { @default(1) count: PrimitiveLong }`,
    `service Main { operations: [Call] }
    operation Call { input: New }
    structure New {}
    structure Data { @default(1) count: Long }`,
  ],
  [
    "a trait that is written in another way in what was sent and is returned now",
    `service Main { operations: [Call] }
    operation Call { input: Data }
    structure Data { @pattern("^a$") text: Text }
    @pattern("^a$") string Text`,
    `service Main { operations: [Call] }
    operation Call { output: Data }
    structure Data { text: Text }
    @pattern("^a$") string Text`,
  ],
  [
    "a service of another name that had a mixin",
    `@mixin service Base { version: "1" }
    service Main with [Base] { operations: [Call] }
    operation Call { input: Data }
    structure Data { bytes: Bytes }
    @mixin blob Some
    blob Bytes with [Some]`,
    `service Other { version: "1", operations: [Call] }
    operation Call { input: Data }
    structure Data {}`,
  ],
  [
    "a service of another name beside a mixin",
    `@mixin service Base { version: "1" }
    service Main { operations: [Call] }
    operation Call {}
    @mixin blob Some
    blob Bytes with [Some]`,
    `service Other { operations: [Call] }
    operation Call {}`,
  ],
  [
    "a binding to HTTP that comes with the first protocol that is known",
    `service Main { operations: [Call] }
    operation Call {}`,
    `@aws.protocols#restJson1
    service Main { operations: [Call] }
    @http(method: "POST", uri: "/")
    operation Call {}`,
  ],
  [
    "constants that stand for other values, and in another order",
    `service Main { operations: [Call] }
    operation Call { input: Data }
    structure Data { color: Color }
    enum Color {
      RED = "1"
      BLUE = "2"
      GREEN = "3"
    }`,
    `service Main { operations: [Call] }
    operation Call { input: Data }
    structure Data { color: Color }
    enum Color {
      GREEN = "3"
      BLUE = "1"
      RED = "2"
    }`,
  ],
];

describe("judge", () => {
  it("claims every change and gives every finding a message without holes, on hostile models too", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = diffModels(a, b);
        const findings = judge(changes, { before: a, after: b });
        const told = new Set(findings.flatMap((finding) => finding.changes));
        expect(changes.filter((change) => !told.has(change))).toEqual([]);
        expect(findInternalWords(findings)).toEqual([]);
        // A key of metadata can be named so.
        const written = JSON.stringify(changes);
        for (const { message, affected, action } of findings) {
          for (const text of [message, affected ?? "", action ?? ""]) {
            const holes = text.match(/\b(undefined|NaN)\b|\[object|\n/g) ?? [];
            expect(holes.filter((hole) => !written.includes(hole))).toEqual([]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives no two findings the same id, on hostile models too", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const findings = judge(diffModels(a, b), { before: a, after: b });
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const { id } of findings) expect(id).toMatch(/^[0-9a-f]{12}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it("meets the mirror of each finding when the models change places, at the same shape, member and direction", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(findUnmet(a, b)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(ONCE_UNMET)("meets the mirror of each finding about %s", (_, before, after) => {
    const [a, b] = [modelOf(before), modelOf(after)];
    expect(findUnmet(a, b)).toEqual([]);
    expect(findUnmet(b, a)).toEqual([]);
  });

  it("finds the same whatever the order of shapes", () => {
    const reversed = ({ shapes, metadata }: Model): Model => ({
      shapes: new Map([...shapes].reverse()),
      metadata,
    });
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [from, to] = [reversed(a), reversed(b)];
        expect(judge(diffModels(from, to), { before: from, after: to })).toEqual(
          judge(diffModels(a, b), { before: a, after: b }),
        );
      }),
    );
  });

  it("says nothing of equal models", () => {
    fc.assert(
      fc.property(pair, ([a]) => {
        expect(judge(diffModels(a, a), { before: a, after: a })).toEqual([]);
      }),
    );
  });

  it("is tried on pairs of models that meet most of the rules", () => {
    const met = new Set(
      fc
        .sample(pair, { numRuns: 1500, seed: 1 })
        .flatMap(([a, b]) => judge(diffModels(a, b), { before: a, after: b }).map(({ rule }) => rule)),
    );
    expect(RULES.filter(({ id }) => met.has(id)).length).toBeGreaterThan(80);
  });
});
