import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { createShapes } from "@shapelog/testing/create-shapes";
import { denseModel } from "@shapelog/testing/dense-model";
import { expectLinear } from "@shapelog/testing/expect-linear";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createModel } from "../create-model.js";
import { memberPath } from "../member-path.js";
import { findAncestors, type Position, rootsOf } from "../positions.js";
import { isAggregate, type Model, type Shape, type ShapeId } from "../shape.js";
import { compareCodeUnits } from "../shape-id.js";
import { findPlaces } from "./find-places.js";

const { id, member, shape, simple, operation } = createShapes("a");

/** A structure whose members have the names of their targets, in lower case. */
function structure(name: string, targets: readonly string[]): Shape {
  return shape(
    "structure",
    name,
    targets.map((target) => member(target.toLowerCase(), target)),
  );
}

/**
 * A model in which `In` leads to `Leaf` through so many pairs of structures, twice as many paths with each, and then
 * through the targets that `In` has besides.
 */
function ladder(rungs: number, besides: readonly string[] = []): Model {
  const levels = Array.from({ length: rungs }, (_, level) => {
    const next = level + 1 === rungs ? ["Leaf"] : [`L${level + 1}`, `R${level + 1}`];
    return [structure(`L${level}`, next), structure(`R${level}`, next)];
  });
  return createModel([
    operation("Op", { input: "In" }),
    structure("In", ["L0", "R0", ...besides]),
    structure("Pair", ["Leaf", "Last"]),
    shape("list", "Last", [member("member", "Leaf")]),
    ...levels.flat(),
    simple("string", "Leaf"),
  ]);
}

const pathsOf = (positions: readonly Position[]) => positions.map(({ path }) => path);

describe("findPlaces", () => {
  it("lists all places in the order of the members where they are few", () => {
    const { positions, counts } = findPlaces([ladder(2)], id("Leaf"));
    expect(pathsOf(positions)).toEqual(["l0.l1.leaf", "l0.r1.leaf", "r0.l1.leaf", "r0.r1.leaf"]);
    expect(counts).toEqual(new Map());
  });

  it("lists the shortest where there are many, in the order of the members where they are as short, and counts all", () => {
    const { positions, counts } = findPlaces([ladder(20, ["Pair", "Last", "Leaf"])], id("Leaf"), {
      limit: 5,
    });
    expect(pathsOf(positions).slice(0, 4)).toEqual(["leaf", "pair.leaf", "last[]", "pair.last[]"]);
    expect(pathsOf(positions).slice(4)).toEqual([expect.stringMatching(/^l0\.l1\..*\.l18\.l19\.leaf$/)]);
    expect(counts).toEqual(new Map([["request", { count: 2 ** 20 + 4, exact: true }]]));
  });

  it("counts no further than a thousand million", () => {
    const { counts } = findPlaces([ladder(40)], id("Leaf"));
    expect(counts).toEqual(new Map([["request", { count: 100, exact: false }]]));
  });

  it("says that there are at least as many as it lists where shapes lead back to themselves", () => {
    const model = createModel([
      operation("Op", { input: "In" }),
      structure("In", ["Tree", "Leaf"]),
      structure("Tree", ["In", "Leaf"]),
      simple("string", "Leaf"),
    ]);
    const all = findPlaces([model], id("Leaf"));
    expect(pathsOf(all.positions)).toEqual(["tree.leaf", "leaf"]);
    const one = findPlaces([model], id("Leaf"), { limitPerRoot: 1 });
    expect(pathsOf(one.positions)).toEqual(["leaf"]);
    expect(one.counts).toEqual(new Map([["request", { count: 1, exact: false }]]));
  });

  it("lists a place of each operation, however many there are", () => {
    const names = Array.from({ length: 30 }, (_, index) => `Op${index}`);
    const model = createModel([
      ...names.map((name) => operation(name, { input: "In" })),
      structure("In", ["A", "B", "Leaf"]),
      structure("A", ["Leaf"]),
      structure("B", ["Leaf"]),
      simple("string", "Leaf"),
    ]);
    const { positions, counts } = findPlaces([model], id("Leaf"), { limit: 10 });
    expect(new Set(positions.map((position) => position.operation)).size).toBe(30);
    expect(new Set(pathsOf(positions))).toEqual(new Set(["leaf"]));
    expect(counts).toEqual(new Map([["request", { count: 3, exact: true }]]));
  });

  it("finds the shortest path of each operation where no steps are left", () => {
    const budget = { left: 0 };
    const { positions } = findPlaces([ladder(3)], id("Leaf"), { budget });
    expect(pathsOf(positions)).toEqual(["l0.l1.l2.leaf"]);
  });

  it("takes a share of the steps that others take, too", () => {
    const budget = { left: 1_000_000 };
    findPlaces([ladder(3)], id("Leaf"), { budget });
    expect(budget.left).toBeLessThan(1_000_000);
  });

  it("follows a member only where all models have it", () => {
    const model = (targets: readonly string[]) =>
      createModel([
        operation("Op", { input: "In" }),
        structure("In", targets),
        structure("A", ["Leaf"]),
        structure("B", ["Leaf"]),
        simple("string", "Leaf"),
      ]);
    const [before, after] = [model(["A", "Leaf"]), model(["B", "Leaf"])];
    expect(pathsOf(findPlaces([after, before], id("Leaf")).positions)).toEqual(["leaf"]);
    expect(findPlaces([after, before], id("B")).positions).toEqual([]);
  });

  it("goes on from no shape twice in any of the models", () => {
    const model = (inside: string) =>
      createModel([
        operation("Op", { input: "In" }),
        structure("In", ["A"]),
        shape("structure", "A", [member("a", inside), member("leaf", "Leaf")]),
        structure("B", ["Leaf"]),
        simple("string", "Leaf"),
      ]);
    const [recursive, unrolled] = [model("A"), model("B")];
    expect(pathsOf(findPlaces([unrolled], id("Leaf")).positions)).toEqual(["a.a.leaf", "a.leaf"]);
    expect(pathsOf(findPlaces([unrolled, recursive], id("Leaf")).positions)).toEqual(["a.leaf"]);
    expect(pathsOf(findPlaces([recursive, unrolled], id("Leaf")).positions)).toEqual(["a.leaf"]);
  });

  it("finds in one model what following every path finds", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        for (const target of model.shapes.keys()) {
          expect(findPlaces([model], target).positions).toEqual(followAll(model, target));
        }
      }),
    );
  });

  it("finds in two models what both have", () => {
    fc.assert(
      fc.property(arbitraryModel({ maxShapes: 12 }), fc.nat(2 ** 31 - 1), (after, seed) => {
        const before = changeSome(after, seed);
        for (const target of after.shapes.keys()) {
          const known = new Set(followAll(before, target).map(keyOf));
          const both = followAll(after, target).filter((position) => known.has(keyOf(position)));
          expect(findPlaces([after, before], target).positions).toEqual(both);
        }
      }),
    );
  });

  it.each([
    ["one model", 1],
    ["two models", 2],
  ])("takes time linear in dense models: %s", (_, models) => {
    const made = new Map<number, Model>();
    const find = (structures: number) => {
      const model = made.get(structures) ?? denseModel({ structures, references: 5, operations: 10 });
      made.set(structures, model);
      return findPlaces(models === 1 ? [model] : [model, model], "dense#S0", { budget: { left: 100_000 } });
    };
    expect(find(64).counts.get("request")?.exact).toBe(false);
    expectLinear(find, { size: 16_000 });
  });

  it("takes work that grows with the places of errors that many operations share", () => {
    const find = (size: number) => {
      const count = Math.floor(Math.sqrt(size));
      const names = (letter: string) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
      const errors = names("E");
      const model = createModel([
        structure("Nothing", []),
        ...names("Get").map((name) => operation(name, { input: "Nothing", output: "Nothing", errors })),
        ...errors.map((name) => structure(name, [])),
      ]);
      for (const name of errors) findPlaces([model, model], id(name));
    };
    expectLinear(find, { size: 160_000 });
  });

  it("takes work that grows with the errors of an operation, each of them looked for in two models", () => {
    const find = (size: number) => {
      const errors = Array.from({ length: size }, (_, index) => `E${index}`);
      const model = createModel([
        structure("Nothing", []),
        operation("Get", { input: "Nothing", output: "Nothing", errors }),
        ...errors.map((name) => structure(name, [])),
      ]);
      for (const name of errors) {
        const { positions } = findPlaces([model, model], id(name));
        expect(positions.map(({ error }) => error)).toEqual([id(name)]);
      }
    };
    expectLinear(find, { size: 16_000 });
  });
});

/** Follows every path, in time that has no bound. */
function followAll(model: Model, target: ShapeId): Position[] {
  const found: Position[] = [];
  const above = findAncestors(model, target);
  const follow = (at: ShapeId, position: Position, entered: readonly ShapeId[]) => {
    if (at === target) found.push(position);
    const shape = model.shapes.get(at);
    if (!shape || !isAggregate(shape) || entered.includes(at)) return;
    for (const { name, target: next } of shape.members) {
      if (above.has(next))
        follow(next, { ...position, path: memberPath(position.path, shape, name) }, [...entered, at]);
    }
  };
  const operations = [...model.shapes.values()].filter((shape) => shape.kind === "operation");
  for (const each of operations.sort((a, b) => compareCodeUnits(a.id, b.id))) {
    for (const { direction, error, shape } of rootsOf(each)) {
      follow(
        shape,
        { operation: each.id, direction, ...(error === undefined ? {} : { error }), path: "" },
        [],
      );
    }
  }
  return found;
}

/** Takes some members away, and gives others the target of another member. */
function changeSome(model: Model, seed: number): Model {
  const isChosen = (number: number) => ((seed >> (number % 31)) & 1) === 1;
  const shapes = [...model.shapes.values()].map((each, place): Shape => {
    if (each.kind !== "structure" && each.kind !== "union") return each;
    const { members } = each;
    const changed = members.flatMap((one, index) => {
      if (isChosen(2 * place + index)) return [];
      const other = members[(index + 1) % members.length];
      return [isChosen(3 * place + index) && other ? { ...one, target: other.target } : one];
    });
    return { ...each, members: changed };
  });
  return createModel(shapes);
}

function keyOf({ operation, direction, error, path }: Position): string {
  return `${operation} ${direction} ${error} ${path}`;
}
