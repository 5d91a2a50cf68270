import {
  enumValue,
  hasTrait,
  isEventStream,
  jsonName,
  type Member,
  type Shape,
  type Traits,
  timestampFormat,
} from "@shapelog/model";
import type { TextLimits } from "@shapelog/patterns";
import { bothLimits, findText, intersect, lengthOf, rangeOf, textLimits } from "./limits.js";
import { type SideName, type Spot, type Step, spotOfMember } from "./place.js";
import type { Side, Sides } from "./side.js";
import { type Entry, leaf, type Value } from "./value.js";

/** The shape on the side that a value is for, and on the other one, whose limits it keeps to as far as both allow. */
export interface SpotPair {
  readonly own: Spot;
  readonly other: Spot | undefined;
}

/** What a value has to have at the end of some steps. */
export interface Goal {
  readonly steps: readonly Step[];
  /** A value to be put there, or `absent` where the last step's member is to be left out. Default: a smallest one. */
  readonly put?: Value | "absent";
}

export interface BuildContext {
  readonly sides: Sides;
  /** The side that the value is for. */
  readonly side: SideName;
}

/** How deep smallest values go; deeper ones have members that require themselves. */
const MOST_DEPTH = 40;

/** Longer lists are not made. */
const MOST_ITEMS = 20_000;

interface Building {
  readonly context: BuildContext;
  readonly depth: number;
  /** Which of several different values to make, from 0: items of sets differ. */
  readonly variant: number;
}

/**
 * Returns a smallest value of a shape: members that either side demands, and what leads to the goal. Returns `undefined`
 * where there is none, or none can be found.
 */
export function buildValue(pair: SpotPair, goal: Goal | undefined, context: BuildContext): Value | undefined {
  return build(pair, goal, { context, depth: 0, variant: 0 });
}

function build(pair: SpotPair, goal: Goal | undefined, at: Building): Value | undefined {
  if (goal && goal.steps.length === 0 && goal.put !== undefined && goal.put !== "absent") return goal.put;
  if (at.depth > MOST_DEPTH) return undefined;
  const { shape } = pair.own;
  const next = goal && goal.steps.length > 0 ? goal : undefined;
  const below = { ...at, depth: at.depth + 1 };
  switch (shape.kind) {
    case "structure":
      return buildStructure(pair, next, below);
    case "union":
      return buildUnion(pair, next, below);
    case "list":
      return buildList(pair, next, below);
    case "map":
      return buildMap(pair, next, below);
    default:
      return buildSimple(pair, at);
  }
}

function ownSide({ context }: Building): Side {
  return context.sides[context.side];
}

function otherSide({ context }: Building): Side {
  return context.sides[context.side === "before" ? "after" : "before"];
}

function memberIn(spot: Spot | undefined, name: string): Member | undefined {
  return spot && "members" in spot.shape ? spot.shape.members.find((each) => each.name === name) : undefined;
}

/** Returns a member's own pair; `undefined` where the side's own shape has no such member. */
function pairOf({ own, other }: SpotPair, name: string, at: Building): SpotPair | undefined {
  const member = memberIn(own, name);
  const spot = member && spotOfMember(ownSide(at), member);
  const otherMember = memberIn(other, name);
  return spot && { own: spot, other: otherMember && spotOfMember(otherSide(at), otherMember) };
}

function rest(goal: Goal): Goal {
  return { ...goal, steps: goal.steps.slice(1) };
}

/** Returns what a member's value holds as a property; `undefined` where it cannot be made. */
function buildEntry(pair: SpotPair, name: string, goal: Goal | undefined, at: Building): Entry | undefined {
  const inner = pairOf(pair, name, at);
  const value = inner && build(inner, goal, at);
  if (!value || !inner.own.member) return undefined;
  const isEvent = value.kind === "object" && isEventStream(inner.own.shape);
  const held = isEvent ? { ...value, isEvent } : value;
  return { name, jsonName: jsonName(inner.own.member, ownSide(at).service), value: held };
}

function buildStructure(pair: SpotPair, goal: Goal | undefined, at: Building): Value | undefined {
  const { shape } = pair.own;
  if (!("members" in shape)) return undefined;
  const [step, ...others] = goal?.steps ?? [];
  const entries: Entry[] = [];
  for (const member of shape.members) {
    const isGoal = step?.name === member.name;
    if (isGoal && others.length === 0 && goal?.put === "absent") continue;
    const otherMember = memberIn(pair.other, member.name);
    const isOwnNeed = hasTrait(member, "required");
    const isNeeded = isOwnNeed || (otherMember !== undefined && hasTrait(otherMember, "required"));
    if (!isGoal && !isNeeded) continue;
    const entry = buildEntry(pair, member.name, isGoal && goal ? rest(goal) : undefined, at);
    if (entry) entries.push(entry);
    else if (isGoal || isOwnNeed) return undefined;
  }
  return { kind: "object", entries };
}

function buildUnion(pair: SpotPair, goal: Goal | undefined, at: Building): Value | undefined {
  const { shape } = pair.own;
  if (!("members" in shape)) return undefined;
  const [step, ...others] = goal?.steps ?? [];
  if (step && !(others.length === 0 && goal?.put === "absent")) {
    const entry = goal && buildEntry(pair, step.name, rest(goal), at);
    return entry && { kind: "object", entries: [entry] };
  }
  const known = shape.members.filter(({ name }) => memberIn(pair.other, name) !== undefined);
  for (const { name } of [...known, ...shape.members].slice(at.variant)) {
    const entry = buildEntry(pair, name, undefined, at);
    if (entry) return { kind: "object", entries: [entry] };
  }
  return undefined;
}

/** Returns how many items or entries a value has: as few as both sides take, else as few as the own one takes. */
function countOf({ own, other }: SpotPair, least: number): number | undefined {
  const mine = lengthOf(own.shape);
  const both = other ? intersect(mine, lengthOf(other.shape)) : mine;
  const span = both.min <= both.max ? both : mine;
  const count = Math.max(least, span.min);
  return count <= span.max && count <= MOST_ITEMS ? count : undefined;
}

function buildList(pair: SpotPair, goal: Goal | undefined, at: Building): Value | undefined {
  const count = countOf(pair, goal || at.variant > 0 ? 1 : 0);
  return count === undefined ? undefined : buildItems(pair, count, { goal: goal && rest(goal), at });
}

/** Returns a list of so many items, all different where either side asks for that. */
function buildItems(
  pair: SpotPair,
  count: number,
  { goal, at }: { readonly goal?: Goal | undefined; readonly at: Building },
): Value | undefined {
  const inner = pairOf(pair, "member", at);
  if (!inner || count > MOST_ITEMS) return undefined;
  const isSet = [pair.own, pair.other].some((spot) => spot && hasTrait(spot.shape, "uniqueItems"));
  const items: Value[] = [];
  for (let index = 0; index < count; index++) {
    const variant = (goal ? 0 : at.variant) + (isSet ? index : 0);
    const item = build(inner, index === 0 ? goal : undefined, { ...at, variant });
    if (!item) return undefined;
    items.push(item);
  }
  return { kind: "list", items };
}

function buildMap(pair: SpotPair, goal: Goal | undefined, at: Building): Value | undefined {
  const [keys, values] = [pairOf(pair, "key", at), pairOf(pair, "value", at)];
  const count = countOf(pair, goal || at.variant > 0 ? 1 : 0);
  if (!keys || !values || count === undefined) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const [step] = index === 0 ? (goal?.steps ?? []) : [];
    const into = { ...at, variant: at.variant + index };
    const key = build(keys, step?.into === "key" && goal ? rest(goal) : undefined, into);
    const value = build(values, step?.into === "value" && goal ? rest(goal) : undefined, into);
    if (key?.kind !== "leaf" || !value) return undefined;
    entries.push({ name: String(key.json), jsonName: String(key.json), value });
  }
  return { kind: "object", entries };
}

/** Returns so many items or entries of a list or map, or so long a text or blob; what it holds is smallest. */
export function buildOfLength(pair: SpotPair, length: number, context: BuildContext): Value | undefined {
  const at: Building = { context, depth: 0, variant: 0 };
  const { shape } = pair.own;
  if (shape.kind === "list") {
    return buildItems(pair, length, { at });
  }
  if (shape.kind === "map") {
    const exact = {
      ...shape,
      traits: { ...shape.traits, "smithy.api#length": { min: length, max: length } },
    };
    return length <= MOST_ITEMS
      ? buildMap({ own: { ...pair.own, shape: exact }, other: undefined }, undefined, at)
      : undefined;
  }
  if (shape.kind === "blob") return length <= MOST_BYTES ? bytes(length) : undefined;
  const limits = { ...textLimits(shape), length: { min: length, max: length } };
  const others = pair.other && textLimits({ ...pair.other.shape, traits: withoutLength(pair.other.shape) });
  const both = others ? bothLimits(limits, others) : limits;
  const text = findText(both) ?? findText(limits);
  return text === undefined ? undefined : leaf(text);
}

function withoutLength({ traits }: Shape): Traits {
  const { "smithy.api#length": _, ...others } = traits;
  return others;
}

const MOST_BYTES = 4_000_000;

function bytes(length: number): Value {
  return leaf(Buffer.alloc(length).toString("base64"), `new Uint8Array(${length})`);
}

const SECOND = 1000;

function buildSimple(pair: SpotPair, at: Building): Value | undefined {
  const { own, other } = pair;
  const { shape } = own;
  const { variant } = at;
  switch (shape.kind) {
    case "enum":
    case "intEnum":
      return buildEnum(shape, other?.shape, variant);
    case "string":
      return buildText(shape, other?.shape, variant);
    case "boolean":
      return leaf(variant % 2 === 0);
    case "blob": {
      const both = other ? intersect(lengthOf(shape), lengthOf(other.shape)) : lengthOf(shape);
      const { min } = both.min <= both.max ? both : lengthOf(shape);
      return min + variant <= MOST_BYTES ? bytes(min + variant) : undefined;
    }
    case "timestamp":
      return buildTime(own, at);
    case "document":
      return leaf({});
    case "service":
    case "resource":
    case "operation":
      return undefined;
    default: {
      const both = other ? intersect(rangeOf(shape), rangeOf(other.shape)) : rangeOf(shape);
      const { min, max } = both.min <= both.max ? both : rangeOf(shape);
      const start = Math.min(Math.max(1, min), max);
      const value = start + variant <= max ? start + variant : start - variant;
      return number(shape, value);
    }
  }
}

/** Returns a number as its kind is held. */
export function number({ kind }: Shape, value: number): Value {
  if (kind === "bigInteger") return leaf(value, `${BigInt(value)}n`);
  if (kind === "bigDecimal") return leaf(value, `{ string: "${value}", type: "bigDecimal" }`);
  return leaf(value);
}

function buildEnum(shape: Shape, other: Shape | undefined, variant: number): Value | undefined {
  const values = "members" in shape ? shape.members.map(enumValue) : [];
  const others = new Set(other && isEnum(other) ? other.members.map(enumValue) : values);
  const sorted = [
    ...values.filter((each) => others.has(each)),
    ...values.filter((each) => !others.has(each)),
  ];
  const value = sorted[variant];
  return value === undefined ? undefined : leaf(value);
}

function isEnum(shape: Shape): shape is Extract<Shape, { kind: "enum" | "intEnum" }> {
  return shape.kind === "enum" || shape.kind === "intEnum";
}

/** Returns a text that both sides take where there is one, else one that the own side takes; variants have other lengths. */
function buildText(shape: Shape, other: Shape | undefined, variant: number): Value | undefined {
  const mine = textLimits(shape);
  const isText = other?.kind === "string" || other?.kind === "enum";
  for (const limits of isText ? [bothLimits(mine, textLimits(other)), mine] : [mine]) {
    const text = findText(limits);
    if (text === undefined) continue;
    if (variant === 0) return leaf(text);
    const varied = varyText(text, limits, variant);
    if (varied !== undefined) return leaf(varied);
  }
  return undefined;
}

function varyText(text: string, limits: TextLimits, variant: number): string | undefined {
  const { max = Number.POSITIVE_INFINITY } = limits.length ?? {};
  const isFree = (limits.patterns ?? []).length === 0 && limits.values === undefined;
  if (isFree && text.length + String(variant).length <= max) return `${text}${variant}`;
  const length = text.length + variant;
  return findText({ ...limits, length: { min: length, max: length } }) ?? replaceEnd(text, limits, variant);
}

/** Returns one of several texts that differ in a character near their end. */
function replaceEnd(text: string, limits: TextLimits, variant: number): string | undefined {
  const ends = [1, 2, 3].filter((end) => end <= text.length);
  const candidates = ends.flatMap((end) =>
    [..."0123456789abcdef"].map(
      (character) => text.slice(0, -end) + character + text.slice(text.length - end + 1),
    ),
  );
  const others = [...new Set(candidates)].filter((candidate) => candidate !== text);
  const taken = others.filter((candidate) => findText({ ...limits, values: [candidate] }) !== undefined);
  return taken[variant - 1];
}

/** The first second of 1970, and those after it, in the format of the place. */
function buildTime({ shape, member }: Spot, at: Building): Value {
  const { model, service } = ownSide(at);
  const time = new Date(at.variant * SECOND);
  const stated = member ?? (shape.kind === "timestamp" ? shape : undefined);
  const format = stated ? timestampFormat(model, stated, service) : "date-time";
  const code = `new Date(${at.variant * SECOND})`;
  if (format === "epoch-seconds") return leaf(at.variant, code);
  return leaf(format === "http-date" ? time.toUTCString() : time.toISOString().replace(".000", ""), code);
}
