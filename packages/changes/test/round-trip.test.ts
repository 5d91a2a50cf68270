import { readJson } from "@shapelog/json";
import {
  createModel,
  equalModels,
  type Member,
  type Model,
  printJson,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { expectLinear } from "@shapelog/testing";
import { arbitraryModel, arbitraryTraits } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../src/apply.js";
import type { Change } from "../src/change.js";
import { diffModels } from "../src/diff-models.js";
import { invert } from "../src/invert.js";

/** What becomes of an entry of a list: where it goes, whether it stays, and what is new about it. */
const fate = fc.record({
  rank: fc.nat(3),
  does: fc.constantFrom("stay", "stay", "go", "be renamed", "take a value", "take traits"),
  traits: arbitraryTraits,
});
type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never;

function arrange<T>(list: readonly T[], fates: readonly Fate[], change: (entry: T, fate: Fate) => T): T[] {
  const fated = list.map((entry, index) => ({ entry, fate: fates[index % fates.length]! }));
  return fated
    .filter((each) => each.fate.does !== "go")
    .sort((a, b) => a.fate.rank - b.fate.rank)
    .map((each) => change(each.entry, each.fate));
}

const VALUE = "smithy.api#enumValue";

function changeMember(member: Member, { does, traits }: Fate): Member {
  const value = member.traits[VALUE];
  const own = value === undefined ? {} : { [VALUE]: value };
  if (does === "be renamed") return { ...member, name: `${member.name}X` };
  if (does === "take traits") return { ...member, traits: { ...traits, ...own } };
  if (does === "take a value" && value !== undefined)
    return { ...member, traits: { ...member.traits, [VALUE]: typeof value === "number" ? 1 : "one" } };
  return member;
}

/** Returns a shape with its lists in another order, some entries gone, some members changed. */
function edit(shape: Shape, fates: readonly Fate[]): Shape {
  if (shape.kind === "list" || shape.kind === "map") return shape;
  const edited = Object.entries(shape).map(([key, value]) => {
    if (key === "members") return [key, arrange(value, fates, changeMember)];
    return [key, Array.isArray(value) ? arrange<unknown>(value, fates, (entry) => entry) : value];
  });
  return Object.fromEntries(edited);
}

/** Two models that share many shape ids: the second is partly the first, or the first edited. */
const pair = fc
  .tuple(
    arbitraryModel(),
    arbitraryModel(),
    fc.array(fc.constantFrom("keep", "edit", "take"), { minLength: 8, maxLength: 8 }),
    fc.array(fate, { minLength: 4, maxLength: 4 }),
  )
  .map(([a, b, plans, fates]): readonly [Model, Model] => {
    const shapes = new Map(b.shapes);
    [...a.shapes].forEach(([id, shape], index) => {
      const plan = plans[index % plans.length];
      if (plan !== "take") shapes.set(id, plan === "keep" ? shape : edit(shape, fates));
    });
    return [a, { shapes, metadata: b.metadata }];
  });

function applied(changes: readonly Change[], model: Model): Model {
  const result = applyChanges(changes, model);
  expect(result.diagnostics).toEqual([]);
  return result.model;
}

describe("diffModels, applyChanges and invert", () => {
  it("lose nothing: the changes make the one model from the other, and back", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = diffModels(a, b);
        expect(equalModels(applied(changes, a), b)).toBe(true);
        expect(equalModels(applied(invert(changes), b), a)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("take more members, values and shapes than a call takes arguments", () => {
    const size = 130_000;
    const names = (prefix: string) => Array.from({ length: size }, (_, index) => `${prefix}${index}`);
    const wide = (prefix: string): Model =>
      createModel([
        {
          kind: "structure",
          id: "a#Wide",
          traits: {},
          members: names(prefix).map((name) => ({ name, target: "smithy.api#String", traits: {} })),
        },
        ...names(prefix).map((name): Shape => ({ kind: "string", id: `a#${name}`, traits: {} })),
      ]);
    const [a, b] = [wide("A"), wide("B")];
    const changes = diffModels(a, b);
    expect(changes.length).toBeGreaterThan(size);
    expect(equalModels(applied(changes, a), b)).toBe(true);
    expect(equalModels(applied(invert(changes), b), a)).toBe(true);
  });

  it("find nothing between a model and itself, in whatever order its shapes are", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const reversed = { shapes: new Map([...model.shapes].reverse()), metadata: model.metadata };
        expect(diffModels(model, reversed)).toEqual([]);
      }),
    );
  });

  it("say the same both ways: what was added one way was removed the other, values of enums by either name", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [there, back] = [diffModels(a, b), diffModels(b, a)];
        const names = oldNames(there);
        const sorted = (changes: readonly Change[]) =>
          changes.map((change) => JSON.stringify(change, sortedKeys)).sort();
        expect(sorted(invert(there).map((change) => withOldTraits(change, names)))).toEqual(
          sorted(back.map((change) => withOldOrder(change, names))),
        );
      }),
    );
  });

  it("survive being written as JSON and read with all digits", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { value } = readJson({ file: "changes.json", text: printJson(diffModels(a, b)) });
        const changes = value as unknown as Change[]; // what was written
        expect(equalModels(applied(changes, a), b)).toBe(true);
      }),
    );
  });
});

/** The names that values of enums had, by those that they have now. */
type OldNames = (shape: ShapeId, now: string) => string;

function oldNames(changes: readonly Change[]): OldNames {
  const names = new Map<string, string>();
  for (const change of changes)
    if (change.kind === "enum.value.renamed") names.set(`${change.shape} ${change.after}`, change.before);
  return (shape, now) => names.get(`${shape} ${now}`) ?? now;
}

/** Renames come before changes of traits, which name what they are of as the model after does. */
function withOldTraits(change: Change, nameOf: OldNames): Change {
  if (!("trait" in change) || change.member === undefined) return change;
  return { ...change, member: nameOf(change.shape, change.member) };
}

/** Renames come after a new order, which names members as the model before does. */
function withOldOrder(change: Change, nameOf: OldNames): Change {
  if (change.kind !== "members.reordered") return change;
  const [before, after] = [change.before, change.after].map((names) =>
    names.map((name) => nameOf(change.shape, name)),
  );
  return { ...change, before: before!, after: after! };
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}

function enumOf(...members: readonly (readonly [name: string, value: string])[]): Model {
  const shape: Shape = {
    kind: "enum",
    id: "example#Color",
    traits: {},
    members: members.map(([name, value]) => ({
      name,
      target: "smithy.api#Unit",
      traits: { "smithy.api#enumValue": value },
    })),
  };
  return createModel([shape]);
}

/** Returns a model of one shape with so many members. */
function wide(size: number, kind: "structure" | "enum", prefix: string): Model {
  const members = Array.from({ length: size }, (_, index) => ({
    name: `${prefix}${index}`,
    target: kind === "enum" ? "smithy.api#Unit" : "smithy.api#String",
    traits: kind === "enum" ? { "smithy.api#enumValue": `v${index}` } : {},
  }));
  return createModel([{ kind, id: "example#Wide", traits: {}, members }]);
}

/** Returns a model of a service with so many operations, errors, renames and traits. */
function wideService(size: number, prefix: string): Model {
  const ids = Array.from({ length: size }, (_, index) => `example#${prefix}${index}`);
  const service: Shape = {
    kind: "service",
    id: "example#Main",
    version: "1",
    traits: Object.fromEntries(ids.map((id) => [id, {}])),
    operations: ids,
    resources: [],
    errors: ids,
    rename: ids.map((shape) => ({ shape, name: "Other" })),
  };
  return createModel([service]);
}

describe("enum values", () => {
  it("are told apart by value, so that a new name is no new value", () => {
    expect(diffModels(enumOf(["RED", "r"]), enumOf(["Red", "r"]))).toEqual([
      { kind: "enum.value.renamed", shape: "example#Color", value: "r", before: "RED", after: "Red" },
    ]);
  });

  it("may swap names", () => {
    const [a, b] = [enumOf(["A", "1"], ["B", "2"]), enumOf(["B", "1"], ["A", "2"])];
    expect(equalModels(applied(diffModels(a, b), a), b)).toBe(true);
  });

  it.each([
    ["removed in front", enumOf(["A", "a"], ["B", "b"]), enumOf(["B", "b"])],
    ["added in the middle", enumOf(["A", "a"], ["C", "c"]), enumOf(["A", "a"], ["B", "b"], ["C", "c"])],
    ["reordered", enumOf(["A", "a"], ["B", "b"], ["C", "c"]), enumOf(["C", "c"], ["A", "a"], ["B", "b"])],
    [
      "replaced and reordered",
      enumOf(["A", "a"], ["B", "b"], ["C", "c"]),
      enumOf(["D", "d"], ["C", "c"], ["B", "b"]),
    ],
  ])("keep their order when %s", (_, a, b) => {
    expect(equalModels(applied(diffModels(a, b), a), b)).toBe(true);
    expect(equalModels(applied(invert(diffModels(a, b)), b), a)).toBe(true);
  });
});

describe("applyChanges", () => {
  it.each(["structure", "enum"] as const)("takes as many steps as a %s has changed members", (kind) => {
    expectLinear(
      (size) => {
        const [a, b] = [wide(size, kind, "a"), wide(size, kind, "b")];
        applied(diffModels(a, b), a);
      },
      { size: 48_000 },
    );
  });

  it("takes as many steps as operations, errors and traits have changed places", () => {
    expectLinear(
      (size) => {
        const [a, b] = [wideService(size, "a"), wideService(size, "b")];
        applied(diffModels(a, b), a);
      },
      { size: 32_000 },
    );
  });

  it("takes as many steps as members have changed places", () => {
    expectLinear(
      (size) => {
        const model = wide(size, "structure", "a");
        const [shape] = model.shapes.values();
        if (shape?.kind !== "structure") throw new Error("not a structure");
        applied(diffModels(model, createModel([{ ...shape, members: shape.members.toReversed() }])), model);
      },
      { size: 64_000 },
    );
  });

  it("takes the traits of one member, and changes of several members by turns", () => {
    const trait = (member: string, name: string): Change => ({
      kind: "trait.added",
      shape: "example#Wide",
      member,
      trait: name,
      after: {},
    });
    const model = wide(2, "structure", "a");
    const changes = [trait("a0", "x#one"), trait("a1", "x#two"), trait("a0", "x#three")];
    const [shape] = applied(changes, model).shapes.values();
    expect(shape).toMatchObject({
      members: [
        { name: "a0", traits: { "x#one": {}, "x#three": {} } },
        { name: "a1", traits: { "x#two": {} } },
      ],
    });
    expect(equalModels(applied(invert(changes), applied(changes, model)), model)).toBe(true);
  });

  it("gives the model before the change that does not fit", () => {
    const [a, b] = [enumOf(["A", "a"]), enumOf(["A", "a"], ["B", "b"])];
    const changes = diffModels(a, b);
    const { model } = applyChanges([...changes, ...changes], a);
    expect(equalModels(model, b)).toBe(true);
  });

  it("refuses a change whose before is not what the model says, and names it", () => {
    const changes = diffModels(enumOf(["A", "a"]), enumOf(["A", "a"], ["B", "b"]));
    const { diagnostics } = applyChanges([...changes, ...changes], enumOf(["A", "a"]));
    expect(diagnostics).toMatchObject([
      { code: "changes/does-not-apply", data: { index: 1, reason: "B is there already" } },
    ]);
  });

  it("leaves the model it was given as it was", () => {
    const model = enumOf(["A", "a"]);
    applyChanges(diffModels(model, enumOf(["B", "b"])), model);
    expect(equalModels(model, enumOf(["A", "a"]))).toBe(true);
  });
});
