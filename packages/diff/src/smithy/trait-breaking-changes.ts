import {
  equalNodes,
  findShape,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { type BreakingRule, findBreakingRules } from "./breaking-rules.js";
import { type Differences, membersOf, type TraitPair, traitDifferences } from "./differences.js";
import type { SmithyEvent } from "./smithy-event.js";
import { CAPITAL, type ChangeType, type Delta, printDelta } from "./trait-delta.js";

/** TraitBreakingChange: the rules of the trait's definition. */
export function traitBreakingChanges({ changed, after: model }: Differences): SmithyEvent[] {
  return changed.flatMap((change) =>
    traitDifferences(change).flatMap((pair) =>
      findBreakingRules(model, pair.id).flatMap((rule) =>
        applyRule(rule, pair, { shape: change.after.id, model }),
      ),
    ),
  );
}

function applyRule(
  rule: BreakingRule,
  pair: TraitPair,
  { shape, model }: { readonly shape: ShapeId; readonly model: Model },
): SmithyEvent[] {
  if ((pair.after ?? null) === null && rule.path.length > 0) return [];
  const definition = model.shapes.get(pair.id);
  const before = extract({ value: pair.before ?? null, shape: definition, path: "" }, rule.path, model);
  const after = extract({ value: pair.after ?? null, shape: definition, path: "" }, rule.path, model);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path): SmithyEvent[] => {
    const [left, right] = [before.get(path) ?? null, after.get(path) ?? null];
    const type = typeOfChange(left, right);
    if (!type || !covers(rule.change, type)) return [];
    const delta = { type, trait: pair.id, path, before: left, after: right };
    const message = printBare(delta);
    const joined =
      rule.message === undefined ? message : `${message}${message.endsWith(".") ? "" : "; "}${rule.message}`;
    return [
      {
        id: `TraitBreakingChange.${CAPITAL[type]}.${pair.id}`,
        severity: rule.severity,
        shape,
        message: joined,
      },
    ];
  });
}

/** Annotation traits come and go without their empty value. */
function printBare(delta: Delta): string {
  const value = delta.type === "add" ? delta.after : delta.before;
  if (delta.path !== "" || delta.type === "update" || !equalNodes(value, {})) return printDelta(delta);
  return `${delta.type === "add" ? "Added" : "Removed"} trait \`${delta.trait}\``;
}

function typeOfChange(before: NodeValue, after: NodeValue): ChangeType | undefined {
  if (before === null) return after === null ? undefined : "add";
  if (after === null) return "remove";
  return equalNodes(before, after) ? undefined : "update";
}

function covers(change: BreakingRule["change"], type: ChangeType): boolean {
  return change === "any" || change === type || (change === "presence" && type !== "update");
}

/** A value inside a trait's value, the shape that defines it where that is known, and its own path. */
interface Inner {
  readonly value: NodeValue;
  readonly shape: Shape | undefined;
  readonly path: string;
}

/** Returns the values a rule's path leads to, by their own paths. */
function extract(
  { value, shape, path }: Inner,
  segments: readonly string[],
  model: Model,
): Map<string, NodeValue> {
  const [segment, ...rest] = segments;
  if (segment === undefined || segment === "") return new Map([[path, value]]);
  const target = shape && membersOf(shape).find((member) => member.name === segment)?.target;
  const next = target === undefined ? undefined : findShape(model, target);
  if (shape && !next) return new Map();
  const found = new Map<string, NodeValue>();
  const enter = (inner: NodeValue, step: string) => {
    const below = extract({ value: inner, shape: next, path: `${path}/${step}` }, rest, model);
    for (const [key, each] of below) found.set(key, each);
  };
  if (shape ? shape.kind === "list" : segment === "member") {
    if (isNodeArray(value)) for (const [index, inner] of value.entries()) enter(inner, String(index));
  } else if (isNodeObject(value)) {
    if (shape?.kind === "map") for (const [key, inner] of Object.entries(value)) enter(inner, key);
    else enter(Object.hasOwn(value, segment) ? (value[segment] ?? null) : null, segment);
  }
  return found;
}
