import {
  equalNodes,
  findShape,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
} from "@shapelog/model";
import { type BreakingRule, findBreakingRules } from "./breaking-rules.js";
import {
  type ChangedSide,
  type Differences,
  membersOf,
  type TraitPair,
  traitDifferences,
} from "./differences.js";
import type { SmithyEvent } from "./smithy-event.js";
import { CAPITAL, type ChangeType, type Delta, printDelta } from "./trait-delta.js";

/** TraitBreakingChange: the rules of the trait's definition. */
export function traitBreakingChanges({ changed, after: model }: Differences): SmithyEvent[] {
  return changed.flatMap((change) =>
    traitDifferences(change).flatMap((pair) =>
      findBreakingRules(model, pair.id).flatMap((rule) => applyRule(rule, pair, change, model)),
    ),
  );
}

function applyRule(rule: BreakingRule, pair: TraitPair, change: ChangedSide, model: Model): SmithyEvent[] {
  if ((pair.after ?? null) === null && rule.path.length > 0) return [];
  const definition = model.shapes.get(pair.id);
  const before = extract(pair.before ?? null, rule.path, definition, model);
  const after = extract(pair.after ?? null, rule.path, definition, model);
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
        shape: change.after.id,
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

/** Returns the values a rule's path leads to, by their own paths. */
function extract(
  value: NodeValue,
  segments: readonly string[],
  shape: Shape | undefined,
  model: Model,
  path = "",
): Map<string, NodeValue> {
  const [segment, ...rest] = segments;
  if (segment === undefined || segment === "") return new Map([[path, value]]);
  const target = shape && membersOf(shape).find((member) => member.name === segment)?.target;
  const next = target === undefined ? undefined : findShape(model, target);
  if (shape && !next) return new Map();
  const found = new Map<string, NodeValue>();
  const enter = (inner: NodeValue, step: string) => {
    for (const [key, each] of extract(inner, rest, next, model, `${path}/${step}`)) found.set(key, each);
  };
  if (shape ? shape.kind === "list" : segment === "member") {
    if (isNodeArray(value)) for (const [index, inner] of value.entries()) enter(inner, String(index));
  } else if (isNodeObject(value)) {
    if (shape?.kind === "map") for (const [key, inner] of Object.entries(value)) enter(inner, key);
    else enter(Object.hasOwn(value, segment) ? (value[segment] ?? null) : null, segment);
  }
  return found;
}
