import {
  compareNumbers,
  enumValue,
  findShape,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type Model,
  type NodeNumber,
  type NodeValue,
  printJson,
  type Shape,
} from "@shapelog/model";
import { type ChangedSide, type Differences, has, type Side } from "./differences.js";
import type { SmithyEvent, SmithySeverity } from "./smithy-event.js";

/** ChangedLengthTrait, ChangedRangeTrait. A missing `min` counts as 0, also where values may be negative. */
export function limits({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }) => [
    ...limit("length", before, after),
    ...limit("range", before, after),
  ]);
}

const LIMIT_EVENTS = { length: "ChangedLengthTrait", range: "ChangedRangeTrait" } as const;

function limit(name: keyof typeof LIMIT_EVENTS, before: Side, after: Side): SmithyEvent[] {
  const [id, trait] = [LIMIT_EVENTS[name], `smithy.api#${name}`];
  const [old, now] = [before.traits[trait], after.traits[trait]];
  if (!isNodeObject(old) || !isNodeObject(now)) return [];
  const event = (message: string): SmithyEvent => ({ id, severity: "ERROR", shape: after.id, message });
  const [oldMin, newMin] = [readLimit(old.min ?? 0), readLimit(now.min ?? 0)];
  const newMax = now.max === undefined ? undefined : readLimit(now.max);
  const oldMax = old.max === undefined ? undefined : readLimit(old.max);
  const lowered = newMax !== undefined && (oldMax === undefined || compareNumbers(oldMax, newMax) > 0);
  return [
    ...(compareNumbers(newMin, oldMin) > 0
      ? [
          event(
            `${trait} trait value \`min\` was made more restrictive by raising from ${oldMin} to ${newMin}`,
          ),
        ]
      : []),
    ...(lowered
      ? [
          event(
            `${trait} trait value \`max\` was made more restrictive by lowering from ${oldMax ?? null} to ${newMax}`,
          ),
        ]
      : []),
  ];
}

function readLimit(value: NodeValue): NodeNumber {
  return isNodeNumber(value) ? value : Number(value);
}

interface Definition {
  readonly value: string;
  readonly name: string | undefined;
}

/** ChangedEnumTrait: for enum shapes, strings with `@enum`, and strings with `@enum` that became enum shapes. */
export function enumValues({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }): SmithyEvent[] => {
    if (before.member || (before.shape.kind === "enum" && after.shape.kind !== "enum")) return [];
    const [left, right] = [definitionsOf(before.shape), definitionsOf(after.shape)];
    if (!left || !right) return [];
    return [...valuesGone(left, right, after), ...valuesNew(left, right, after)];
  });
}

function definitionsOf(shape: Shape): Definition[] | undefined {
  if (shape.kind === "enum")
    return shape.members.map((member) => ({ value: String(enumValue(member)), name: member.name }));
  const trait = shape.traits["smithy.api#enum"];
  if (shape.kind !== "string" || !isNodeArray(trait)) return undefined;
  return trait.flatMap((entry) =>
    isNodeObject(entry) && typeof entry.value === "string"
      ? [{ value: entry.value, name: typeof entry.name === "string" ? entry.name : undefined }]
      : [],
  );
}

type EnumEvent = readonly [kind: string, severity: SmithySeverity, message: string];

function enumEvent({ id }: Side, [kind, severity, message]: EnumEvent): SmithyEvent {
  return { id: `ChangedEnumTrait.${kind}`, severity, shape: id, message };
}

function valuesGone(left: readonly Definition[], right: readonly Definition[], after: Side): SmithyEvent[] {
  const now = new Map(right.map((each) => [each.value, each]));
  return left.flatMap(({ value, name }, index): SmithyEvent[] => {
    const kept = now.get(value);
    if (!kept)
      return [enumEvent(after, [`Removed.${index}`, "ERROR", `Enum value \`${value}\` was removed`])];
    if (kept.name === name) return [];
    const message = `Enum \`name\` changed from \`${name ?? null}\` to \`${kept.name ?? null}\` for the \`${value}\` value`;
    return [enumEvent(after, [`NameChanged.${index}`, "ERROR", message])];
  });
}

function valuesNew(left: readonly Definition[], right: readonly Definition[], after: Side): SmithyEvent[] {
  const old = new Set(left.map((each) => each.value));
  const kept = new Set(right.map((each) => each.value));
  let end = left.filter((each) => kept.has(each.value)).length - 1;
  return right.flatMap(({ value }, position): SmithyEvent[] => {
    if (old.has(value)) return [];
    if (position > end)
      return [enumEvent(after, [`Appended.${position}`, "NOTE", `Enum value \`${value}\` was appended`])];
    end++;
    const message = `Enum value \`${value}\` was inserted before the end of the list of existing values. This can cause compatibility issues when ordinal values are used for iteration, serialization, etc.`;
    return [enumEvent(after, [`OrderChanged.${position}`, "ERROR", message])];
  });
}

const DEFAULT = "smithy.api#default";

/** ChangedDefault. */
export function defaults({ changed, after: model }: Differences): SmithyEvent[] {
  return changed.flatMap((change): SmithyEvent[] => {
    const told = describeDefault(change, model);
    if (!told) return [];
    const [severity, message] = told;
    return [{ id: "ChangedDefault", severity, shape: change.after.id, message }];
  });
}

function describeDefault(
  { before, after }: ChangedSide,
  model: Model,
): readonly [SmithySeverity, string] | undefined {
  const [old, now] = [before.traits[DEFAULT], after.traits[DEFAULT]];
  if (now === undefined) {
    if (old === undefined || isHarmlessRemoval(old, after, model)) return undefined;
    return ["ERROR", "@default trait was removed. This will break previously generated code."];
  }
  const text = printJson(now);
  if (old === undefined) {
    if (!after.member)
      return [
        "ERROR",
        `Adding the @default trait to a root-level shape will break previously generated code. Added @default: ${text}`,
      ];
    if (has(after, "addedDefault") || now === null) return undefined;
    return [
      "ERROR",
      `Adding the @default trait to a member without also adding the @addedDefault trait will break previously generated code. Added @default: ${text}`,
    ];
  }
  const was = printJson(old);
  if (was === text) return undefined;
  if (!after.member)
    return [
      "ERROR",
      `Changing the @default value of a root-level shape will break previously generated code. Old value: ${was}. New value: ${text}`,
    ];
  const target = findShape(model, after.member.target);
  const [wasZero, isZero] = [isZeroValue(old, target), isZeroValue(now, target)];
  if (wasZero === isZero)
    return [
      "DANGER",
      `Changing the @default value of a member is dangerous and could break previously generated code or lead to subtle errors. Do this only when strictly necessary. Old value: ${was}. New value: ${text}`,
    ];
  const moved = wasZero
    ? `the zero value of the target shape, \`${was}\`, to a value that is not the zero value, \`${text}\``
    : `something other than the zero value of the target shape, \`${was}\`, to the zero value, \`${text}\``;
  return [
    "ERROR",
    `The @default trait of this member changed from ${moved}. This will break previously generated code.`,
  ];
}

/** Removing a default of null is fine where the target has no default of its own. */
function isHarmlessRemoval(old: NodeValue, after: Side, model: Model): boolean {
  if (old !== null || !after.member) return false;
  return (findShape(model, after.member.target)?.traits[DEFAULT] ?? null) === null;
}

const NUMBERS = new Set(["byte", "short", "integer", "intEnum", "long", "float", "double"]);

/** The zero value as Smithy 1.0 had it. */
function isZeroValue(value: NodeValue, target: Shape | undefined): boolean {
  if (target?.kind === "boolean") return value === false;
  return target !== undefined && NUMBERS.has(target.kind) && value === 0;
}
