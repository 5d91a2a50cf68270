import type { Change, ChangeKind } from "@shapelog/changes";
import { enumValue, isAggregate, type Shape } from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";
import { code, codeList } from "../words.js";
import type { Gone } from "./deprecation.js";

/** Values that came and went at one place. */
export interface EnumValues {
  /** The member that points at another enum now; absent where the enum itself changed. */
  readonly member: string | undefined;
  readonly changes: readonly Change[];
  readonly added: readonly (string | number)[];
  readonly removed: readonly (string | number)[];
  /** All the values there are now. */
  readonly left: readonly (string | number)[];
  /** For values that went those that stand in their place: of the same constant, or equal but for case. */
  readonly heirs: ReadonlyMap<string | number, string | number>;
  /** The values that went, with what was said of them. */
  readonly gone: readonly Gone[];
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
    heirs: findHeirs(difference.before, difference.after, new Set(added.map((change) => change.value))),
    gone: removed.map((change) => ({ name: code(change.value), traits: change.before.traits })),
  };
  const retargeted = ofKind(difference, "member.target.changed").flatMap((change): EnumValues[] => {
    const { relation, before, after } = context.compare(change.before, change.after);
    if (relation !== "values") return [];
    const [old, now] = [new Set(valuesOf(before)), new Set(valuesOf(after))];
    const came = [...now].filter((value) => !old.has(value));
    return [
      {
        member: change.member,
        changes: [change],
        added: came,
        removed: [...old].filter((value) => !now.has(value)),
        gone: goneValues(before, now),
        left: [...now],
        heirs: findHeirs(before, after, new Set(came)),
      },
    ];
  });
  return own.changes.length === 0 ? retargeted : [own, ...retargeted];
}

function valuesOf(shape: Shape | undefined): (string | number)[] {
  return shape && isAggregate(shape) ? shape.members.map(enumValue) : [];
}

function goneValues(before: Shape | undefined, now: ReadonlySet<string | number>): Gone[] {
  const members = before && isAggregate(before) ? before.members : [];
  return members.flatMap((member) => {
    const value = enumValue(member);
    return now.has(value) ? [] : [{ name: code(value), traits: member.traits }];
  });
}

function findHeirs(
  before: Shape | undefined,
  after: Shape | undefined,
  added: ReadonlySet<string | number>,
): ReadonlyMap<string | number, string | number> {
  if (!before || !after || !isAggregate(before) || !isAggregate(after) || added.size === 0) return new Map();
  const now = new Map(after.members.map((member) => [member.name, enumValue(member)]));
  const byLetters = new Map([...added].map((value) => [String(value).toLowerCase(), value]));
  return new Map(
    before.members.flatMap((member): [string | number, string | number][] => {
      const old = enumValue(member);
      const sameName = now.get(member.name);
      const heir =
        sameName !== undefined && added.has(sameName) ? sameName : byLetters.get(String(old).toLowerCase());
      return heir === undefined || heir === old ? [] : [[old, heir]];
    }),
  );
}

/** Returns which value stands in the place of each that went, where that is known of all; else `undefined`. */
export function describeHeirs({ removed, heirs }: Pick<EnumValues, "removed" | "heirs">): string | undefined {
  if (!removed.every((value) => heirs.has(value))) return undefined;
  const pairs = removed.map((value) => [String(value), String(heirs.get(value))] as const);
  const list = pairs.slice(0, SHOWN_HEIRS).map(([old, now]) => `${code(now)} in place of ${code(old)}`);
  const more = pairs.length > SHOWN_HEIRS ? ` and ${pairs.length - SHOWN_HEIRS} more` : "";
  const isCase = pairs.every(([old, now]) => old.toLowerCase() === now.toLowerCase());
  return `${list.join(", ")}${more}${isCase ? " (only the case differs)" : ""}`;
}

const SHOWN_HEIRS = 6;

/** Returns which values there are where those that are listed alone are left: only `a` or `b` now. */
export function describeListed(shape: Shape | undefined): string {
  const values = valuesOf(shape);
  return values.length === 0 ? "one of listed values now" : `only ${codeList(values, "or")} now`;
}
