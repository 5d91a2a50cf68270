import type { Change, ChangeKind } from "@shapelog/changes";
import { enumValue, isAggregate, type Shape } from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";

/** Values that came and went at one place. */
export interface EnumValues {
  /** The member that points at another enum now; absent where the enum itself changed. */
  readonly member: string | undefined;
  readonly changes: readonly Change[];
  readonly added: readonly (string | number)[];
  readonly removed: readonly (string | number)[];
  /** All the values there are now. */
  readonly left: readonly (string | number)[];
}

/** The kinds of changes that a rule about enum values claims. */
export const ENUM_VALUE_KINDS = [
  "enum.value.added",
  "enum.value.removed",
  "member.target.changed",
] as const satisfies readonly ChangeKind[];

/** Returns the values that came and went: of the shape itself, and of members that point at another enum now. */
export function findEnumValues(difference: Difference, context: RuleContext): EnumValues[] {
  const removed = ofKind(difference, "enum.value.removed");
  const added = ofKind(difference, "enum.value.added");
  const own: EnumValues = {
    member: undefined,
    changes: [...removed, ...added],
    added: added.map((change) => change.value),
    removed: removed.map((change) => change.value),
    left: valuesOf(difference.after),
  };
  const retargeted = ofKind(difference, "member.target.changed").flatMap((change): EnumValues[] => {
    const { relation, before, after } = context.compare(change.before, change.after);
    if (relation !== "values") return [];
    const [old, now] = [valuesOf(before), valuesOf(after)];
    return [
      {
        member: change.member,
        changes: [change],
        added: now.filter((value) => !old.includes(value)),
        removed: old.filter((value) => !now.includes(value)),
        left: now,
      },
    ];
  });
  return own.changes.length === 0 ? retargeted : [own, ...retargeted];
}

function valuesOf(shape: Shape | undefined): (string | number)[] {
  return shape && isAggregate(shape) ? shape.members.map(enumValue) : [];
}
