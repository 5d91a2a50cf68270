import {
  equalNodes,
  findMember,
  findShape,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
} from "@shapelog/model";
import { type BreakingRule, findBreakingRules } from "./breaking-rules.js";
import type { TraitPair } from "./differences.js";
import type { ChangeType } from "./trait-delta.js";

/** Rules of a trait's definition by the place in the trait's value that they are about. */
interface RuleTree {
  readonly rules: readonly BreakingRule[];
  /** What stands below, by member name. */
  readonly steps: ReadonlyMap<string, RuleTree>;
}

/** A place in a trait's value that differs and that rules are about. */
export interface TouchedValue {
  readonly rules: readonly BreakingRule[];
  readonly type: ChangeType;
  /** Where it is in the value: `/rules/0/name`; empty for the whole. */
  readonly path: string;
  readonly before: NodeValue;
  readonly after: NodeValue;
}

/** Rules about deeper places are not followed. */
const DEEPEST = 32;

const TREES = new WeakMap<readonly BreakingRule[], RuleTree>();

/**
 * Returns the places in a trait's value that differ and that the trait's definition has rules about, with all rules of
 * the place; {@link covers} says which of them are about what happened there. Of a trait that goes it is the whole
 * value alone. The definition is the one of the newer model, where it has one.
 */
export function findTouchedValues(
  { id, before = null, after = null }: TraitPair,
  models: { readonly before: Model; readonly after: Model },
): TouchedValue[] {
  const model = models.after.shapes.has(id) ? models.after : models.before;
  const rules = findBreakingRules(model, id);
  if (rules.length === 0) return [];
  const tree = TREES.get(rules) ?? createTree(rules);
  TREES.set(rules, tree);
  const found: TouchedValue[] = [];
  const walk = (place: Place): void => {
    const type = place.tree.rules.length > 0 && typeOfChange(place.before, place.after);
    const { path, before: old, after: now } = place;
    if (type) found.push({ rules: place.tree.rules, type, path, before: old, after: now });
    if (place.tree.steps.size > 0 && after !== null) for (const below of enter(place, model)) walk(below);
  };
  walk({ tree, shape: model.shapes.get(id), path: "", before, after });
  return found;
}

/** Returns whether a rule is about what happened at its place. */
export function covers({ change }: BreakingRule, type: ChangeType): boolean {
  return change === "any" || change === type || (change === "presence" && type !== "update");
}

interface GrowingTree extends RuleTree {
  readonly rules: BreakingRule[];
  readonly steps: Map<string, GrowingTree>;
}

function createTree(rules: readonly BreakingRule[]): RuleTree {
  const root: GrowingTree = { rules: [], steps: new Map() };
  for (const rule of rules) {
    const end = rule.path.indexOf("");
    const path = end === -1 ? rule.path : rule.path.slice(0, end);
    if (path.length > DEEPEST) continue;
    let tree = root;
    for (const step of path) {
      const below = tree.steps.get(step) ?? { rules: [], steps: new Map() };
      tree.steps.set(step, below);
      tree = below;
    }
    tree.rules.push(rule);
  }
  return root;
}

function typeOfChange(before: NodeValue, after: NodeValue): ChangeType | undefined {
  if (before === null) return after === null ? undefined : "add";
  if (after === null) return "remove";
  return equalNodes(before, after) ? undefined : "update";
}

/** The values at one place of a trait, and the shape that defines them where that is known. */
interface Place {
  readonly tree: RuleTree;
  readonly shape: Shape | undefined;
  readonly path: string;
  readonly before: NodeValue;
  readonly after: NodeValue;
}

function enter({ tree, shape, path, before, after }: Place, model: Model): Place[] {
  const isList = shape ? shape.kind === "list" : isNodeArray(before) || isNodeArray(after);
  const names = isList ? indexesOf(before, after) : keysOf(before, after);
  return names.flatMap((name) =>
    stepsTo(name, isList ? "list" : shape?.kind).flatMap((step) => {
      const below = tree.steps.get(step);
      const target = shape && findMember(shape, step)?.target;
      const next = target === undefined ? undefined : findShape(model, target);
      if (!below || (shape && !next)) return [];
      const values = { before: valueAt(before, name), after: valueAt(after, name) };
      return [{ tree: below, shape: next, path: `${path}/${name}`, ...values }];
    }),
  );
}

/** Returns the members of a definition that a name in a value can stand for. */
function stepsTo(name: string, kind: Shape["kind"] | undefined): readonly string[] {
  if (kind === "list") return ["member"];
  return kind === "map" ? ["key", "value"] : [name];
}

function indexesOf(...values: readonly NodeValue[]): string[] {
  const length = Math.max(...values.map((value) => (isNodeArray(value) ? value.length : 0)));
  return Array.from({ length }, (_, index) => String(index));
}

function keysOf(...values: readonly NodeValue[]): string[] {
  return [...new Set(values.flatMap((value) => (isNodeObject(value) ? Object.keys(value) : [])))];
}

function valueAt(value: NodeValue, name: string): NodeValue {
  if (isNodeArray(value)) return value[Number(name)] ?? null;
  return isNodeObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}
