import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSelector } from "../../src/selectors/parse-selector.js";
import { matchSelector, selectShapes } from "../../src/selectors/select-shapes.js";
import { createSelection, type SelectableShape, type Selection } from "../../src/selectors/selection.js";
import type {
  FunctionExpression,
  SelectorExpression,
  SelectorExpressions,
} from "../../src/selectors/selector.js";
import { shapeTypeMask } from "../../src/selectors/shape-types.js";

/**
 * The specification read word by word: one shape at a time, left to right, nothing remembered. What the compiled
 * selectors yield has to be the same.
 */
function* run(
  expressions: SelectorExpressions,
  shape: SelectableShape,
  plain: Plain,
): Generator<SelectableShape> {
  const [first, ...rest] = expressions;
  if (!first) yield shape;
  else for (const next of step(first, shape, plain)) yield* run(rest, next, plain);
}

interface Plain {
  readonly selection: Selection;
  readonly variables: Map<string, SelectableShape[]>;
}

function* step(
  expression: SelectorExpression,
  shape: SelectableShape,
  plain: Plain,
): Generator<SelectableShape> {
  const { selection, variables } = plain;
  switch (expression.kind) {
    case "any":
      yield shape;
      return;
    case "type":
      if (shape.type & shapeTypeMask(expression.type)) yield shape;
      return;
    case "attribute":
      if (Object.hasOwn(shape.traits, `smithy.api#${expression.path[1]?.name}`)) yield shape;
      return;
    case "neighbors":
      yield* neighbors(selection, shape, expression.direction, expression.relationships);
      return;
    case "recursiveNeighbors":
      for (const found of repeat(shape, (at) => neighbors(selection, at, "forward", []))) {
        if (found !== shape) yield found;
      }
      return;
    case "setVariable":
      variables.set(expression.variable, [...run(expression.expressions, shape, plain)]);
      yield shape;
      return;
    case "getVariable":
      yield* variables.get(expression.variable) ?? [];
      return;
    case "function":
      yield* call(expression, shape, plain);
      return;
    default:
  }
}

function* call(
  { name, arguments: all }: FunctionExpression,
  shape: SelectableShape,
  plain: Plain,
): Generator<SelectableShape> {
  const yields = (expressions: SelectorExpressions = []) => !run(expressions, shape, plain).next().done;
  const [first = []] = all;
  switch (name) {
    case "is":
      for (const expressions of all) yield* run(expressions, shape, plain);
      return;
    case "test":
      if (all.some(yields)) yield shape;
      return;
    case "not":
      if (!yields(first)) yield shape;
      return;
    case "in":
      if ([...run(first, shape, plain)].includes(shape)) yield shape;
      return;
    case "root":
      for (const each of plain.selection.shapes) {
        yield* run(first, each, { selection: plain.selection, variables: new Map() });
      }
      return;
    case "recursive":
      yield* repeat(shape, (at) => run(first, at, plain));
      return;
    default:
  }
}

function neighbors(
  selection: Selection,
  shape: SelectableShape,
  direction: "forward" | "reverse",
  relationships: readonly string[],
): SelectableShape[] {
  const matches = (name: string | undefined) =>
    relationships.length === 0 || relationships.includes(name ?? "");
  if (direction === "forward") {
    const { names, shapes } = selection.forward(shape);
    return shapes.filter((_, index) => matches(names[index]));
  }
  return selection.shapes.filter((from) => {
    const { names, shapes } = selection.forward(from);
    return shapes.some((target, index) => target === shape && matches(names[index]));
  });
}

function* repeat(
  start: SelectableShape,
  expand: (shape: SelectableShape) => Iterable<SelectableShape>,
): Generator<SelectableShape> {
  const seen = new Set<SelectableShape>();
  const queue = [start];
  for (let shape = queue.shift(); shape; shape = queue.shift()) {
    for (const found of expand(shape)) {
      if (seen.has(found)) continue;
      seen.add(found);
      queue.push(found);
      yield found;
    }
  }
}

const WORDS = fc.constantFrom(
  "*",
  "string",
  "structure",
  "member",
  "operation",
  "[trait|required]",
  "[trait|documentation]",
  ">",
  ">",
  "<",
  "<",
  "~>",
  "-[member, input]->",
  "<-[member]-",
  "<-[resource, operation]-",
);

function selectors(leaves: fc.Arbitrary<string>, names: readonly string[]): fc.Arbitrary<string> {
  return fc.letrec<{ chain: string; expression: string }>((tie) => ({
    chain: fc.array(tie("expression"), { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
    expression: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      { weight: 4, arbitrary: leaves },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...names), tie("chain"), tie("chain"))
          .map(([name, a, b]) =>
            name === ":is" || name === ":test" ? `${name}(${a}, ${b})` : `${name}(${a})`,
          ),
      },
    ),
  })).chain;
}

/** A variable is only read after it was set: before that it holds what the last shape left. */
const OF_A = [`\${a}`, `:in(\${a})`, `:not(\${a})`];
const OF_B = [`\${b}`, `:in(\${b})`, `:test(> \${b})`];
const FUNCTIONS = [":is", ":test", ":not", ":in", ":recursive"];

it("yields what the specification says, without variables", () => {
  const texts = selectors(WORDS, [...FUNCTIONS, ":root"]);
  fc.assert(
    fc.property(arbitraryModel(), texts, (model, text) => {
      const { selector } = parseSelector(text);
      if (!selector) return;
      const selection = createSelection(model);
      const expected = new Set<string>();
      for (const shape of selection.shapes) {
        for (const { id } of run(selector.expressions, shape, { selection, variables: new Map() })) {
          expected.add(id);
        }
      }
      const actual = selectShapes(selection, selector);
      expect([...actual].sort(), text).toEqual([...expected].sort());
    }),
    { numRuns: 300 },
  );
});

it("yields what the specification says, with variables", () => {
  const reading = (...words: readonly string[]) =>
    selectors(fc.oneof({ weight: 3, arbitrary: WORDS }, fc.constantFrom(...words)), FUNCTIONS);
  const texts = fc
    .tuple(
      selectors(WORDS, FUNCTIONS),
      selectors(WORDS, FUNCTIONS),
      reading(...OF_A),
      reading(...OF_A, ...OF_B),
    )
    .map(([start, a, b, end]) => `operation ${start} $a(${a}) $b(${b}) ${end}`);
  fc.assert(
    fc.property(arbitraryModel(), texts, (model, text) => {
      const { selector } = parseSelector(text);
      if (!selector) return;
      const selection = createSelection(model);
      const expected = new Set<string>();
      for (const shape of selection.shapes) {
        const plain: Plain = { selection, variables: new Map() };
        for (const { id } of run(selector.expressions, shape, plain)) {
          expected.add(JSON.stringify([id, ...["a", "b"].map((name) => idsOf(plain.variables.get(name)))]));
        }
      }
      const actual = matchSelector(selection, selector).map(({ shape, variables }) =>
        JSON.stringify([shape, ...["a", "b"].map((name) => [...(variables.get(name) ?? [])].sort())]),
      );
      expect([...new Set(actual)].sort(), text).toEqual([...expected].sort());
    }),
    { numRuns: 300 },
  );
});

function idsOf(shapes: readonly SelectableShape[] = []): readonly string[] {
  return [...new Set(shapes.map(({ id }) => id))].sort();
}
