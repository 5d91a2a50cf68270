import { compareCodeUnits, equalNodes, type Model, type ShapeId } from "@shapelog/model";
import { type BreakingRule, findBreakingRules } from "./breaking-rules.js";
import { type Differences, type TraitPair, traitDifferences } from "./differences.js";
import { covers, findTouchedValues } from "./rule-tree.js";
import type { SmithyEvent } from "./smithy-event.js";
import { CAPITAL, type Delta, printDelta } from "./trait-delta.js";

/** TraitBreakingChange: the rules of the trait's definition. */
export function traitBreakingChanges({ changed, after: model }: Differences): SmithyEvent[] {
  return changed.flatMap((change) =>
    traitDifferences(change).flatMap((pair) => applyRules(pair, change.after.id, model)),
  );
}

/** A definition that went has no rules for smithy-diff. */
function applyRules(pair: TraitPair, shape: ShapeId, model: Model): SmithyEvent[] {
  const touched = findTouchedValues(pair, { before: model, after: model });
  if (touched.length === 0) return [];
  const order = new Map(findBreakingRules(model, pair.id).map((rule, index) => [rule, index]));
  const orderOf = (rule: BreakingRule) => order.get(rule) ?? 0;
  return touched
    .flatMap(({ rules, ...value }) =>
      rules.filter((rule) => covers(rule, value.type)).map((rule) => ({ rule, value })),
    )
    .sort((a, b) => orderOf(a.rule) - orderOf(b.rule) || compareCodeUnits(a.value.path, b.value.path))
    .map(({ rule, value }) => createEvent(rule, { ...value, trait: pair.id }, shape));
}

function createEvent({ severity, message: reason }: BreakingRule, delta: Delta, shape: ShapeId): SmithyEvent {
  const message = printBare(delta);
  return {
    id: `TraitBreakingChange.${CAPITAL[delta.type]}.${delta.trait}`,
    severity,
    shape,
    message: reason === undefined ? message : `${message}${message.endsWith(".") ? "" : "; "}${reason}`,
  };
}

/** Annotation traits come and go without their empty value. */
function printBare(delta: Delta): string {
  const value = delta.type === "add" ? delta.after : delta.before;
  if (delta.path !== "" || delta.type === "update" || !equalNodes(value, {})) return printDelta(delta);
  return `${delta.type === "add" ? "Added" : "Removed"} trait \`${delta.trait}\``;
}
