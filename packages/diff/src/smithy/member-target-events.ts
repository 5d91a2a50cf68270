import { findShape, isSimple, type Shape } from "@shapelog/model";
import { type ChangedSide, type Differences, has, membersOf, sideOf } from "./differences.js";
import { type SmithyEvent, type SmithySeverity, worseSmithySeverity } from "./smithy-event.js";

type Evaluate = (differences: Differences) => SmithyEvent[];

/**
 * ChangedMemberTarget: a member targets another shape. Where only simple shapes, lists or maps are compared, all
 * evaluators judge the two targets as if they were one shape that changed, and the worst counts.
 */
export function memberTargets(differences: Differences, evaluate: Evaluate): SmithyEvent[] {
  const { before, after } = differences;
  return differences.changed.flatMap((change): SmithyEvent[] => {
    const [left, right] = [change.before.member, change.after.member];
    if (!left || !right || left.target === right.target) return [];
    const [old, now] = [findShape(before, left.target), findShape(after, right.target)];
    if (!old || !now) return [];
    const [severity, reason] = compareTargets(old, now, (changed) =>
      evaluate({ before, after, ...{ added: [], removed: [], metadata: [] }, changed }),
    );
    const id = change.before.id;
    const start = `The shape targeted by the member \`${id}\` changed from \`${old.id}\` (${old.kind}) to \`${now.id}\` (${now.kind}). `;
    return [{ id: "ChangedMemberTarget", severity, shape: change.after.id, message: start + reason }];
  });
}

function compareTargets(
  old: Shape,
  now: Shape,
  evaluate: (changed: readonly ChangedSide[]) => SmithyEvent[],
): readonly [SmithySeverity, string] {
  if (old.kind !== now.kind)
    return ["ERROR", `The type of the targeted shape changed from ${old.kind} to ${now.kind}.`];
  if (!isSimple(old) && old.kind !== "list" && old.kind !== "map")
    return ["ERROR", `The name of a ${old.kind} is significant.`];
  if (has(old, "enum"))
    return [
      "ERROR",
      "The `smithy.api#enum` trait was found on the target, so the name of the targeted shape matters for codegen.",
    ];
  const events = evaluate(pairTargets(old, now));
  if (events.length === 0) return ["WARNING", "This was determined backward compatible."];
  const severity = events.map((event) => event.severity).reduce(worseSmithySeverity, "WARNING");
  const lines = events.map((event) => `- [${event.severity}] ${indent(event.message)}`);
  const text = ["This will result in the following effective differences:", "", ...lines].join("\n");
  return [severity, severity === "WARNING" ? `This was determined backward compatible. ${text}` : text];
}

function pairTargets(old: Shape, now: Shape): ChangedSide[] {
  const others = new Map(membersOf(now).map((member) => [member.name, member]));
  return [
    { before: sideOf(old), after: sideOf(now) },
    ...membersOf(old).flatMap((member) => {
      const other = others.get(member.name);
      return other ? [{ before: sideOf(old, member), after: sideOf(now, other) }] : [];
    }),
  ];
}

function indent(message: string): string {
  return message
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n")
    .trim();
}
