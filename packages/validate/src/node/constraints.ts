import {
  bounds,
  canonicalJson,
  compareNumbers,
  enumValue,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  isShapeId,
  type Member,
  type NodeValue,
  NUMBER_KINDS,
  type Shape,
  type ShapeId,
  type ShapeKind,
  type Traits,
} from "@shapelog/model";
import { checkConditions } from "./conditions.js";
import type { NodeState } from "./node-state.js";
import { preparePattern } from "./run-pattern.js";
import { isDateTime, isHttpDate } from "./timestamps.js";

/** A shape or a member whose traits bound a value, and the kind of the shape the value stands for. */
export interface Bounding {
  readonly id: ShapeId;
  readonly traits: Traits;
  readonly isMember: boolean;
  readonly kind: ShapeKind;
}

/** A trait's value that bounds a value, and where it stands. */
export interface Constraint extends Bounding {
  readonly constraint: NodeValue;
}

type Check = (state: NodeState, constraint: Constraint, value: NodeValue) => void;

/** The traits that bound values, on a shape or on a member that targets it (Smithy 2.0, "Constraint traits"). */
const CONSTRAINTS: readonly {
  readonly trait: ShapeId;
  /** Default: all. */
  readonly kinds?: readonly ShapeKind[];
  readonly check: Check;
}[] = [
  { trait: "smithy.api#length", kinds: ["string", "blob", "list", "map"], check: checkLength },
  { trait: "smithy.api#range", kinds: NUMBER_KINDS, check: checkRange },
  { trait: "smithy.api#pattern", kinds: ["string"], check: checkPattern },
  { trait: "smithy.api#uniqueItems", kinds: ["list"], check: checkUniqueItems },
  { trait: "smithy.api#idRef", kinds: ["string"], check: checkIdRef },
  { trait: "smithy.api#enum", kinds: ["string"], check: checkEnumTrait },
  { trait: "smithy.contracts#conditions", check: checkConditions },
];

/** Checks a value against the traits of a shape or member. */
export function checkConstraints(state: NodeState, bounding: Bounding, value: NodeValue): void {
  for (const { trait, kinds, check } of CONSTRAINTS) {
    const constraint = bounding.traits[trait];
    if (constraint !== undefined && kinds?.includes(bounding.kind) !== false)
      check(state, { ...bounding, constraint }, value);
  }
}

function checkLength(state: NodeState, bounding: Bounding, value: NodeValue): void {
  const { id, kind } = bounding;
  const found = lengthOf(state, kind, value);
  const limits = bounds(bounding, "length");
  if (found === undefined || !limits) return;
  const severity = kind === "list" ? "error" : state.constraintSeverity;
  const { min, max } = limits;
  if (min !== undefined && compareNumbers(found, min) < 0)
    state.report("too-short", { shape: id, limit: min, found }, { severity });
  if (max !== undefined && compareNumbers(found, max) > 0)
    state.report("too-long", { shape: id, limit: max, found }, { severity });
}

/** Characters are counted as Unicode scalar values, blobs in bytes (Smithy 2.0, "length trait"). */
function lengthOf(state: NodeState, kind: ShapeKind, value: NodeValue): number | undefined {
  if (kind === "string") return typeof value === "string" ? [...value].length : undefined;
  if (kind === "list") return isNodeArray(value) ? value.length : undefined;
  if (kind === "map") return isNodeObject(value) ? Object.keys(value).length : undefined;
  if (typeof value !== "string") return undefined;
  return state.options.base64Blobs ? countBase64Bytes(value) : countUtf8Bytes(value);
}

function countBase64Bytes(text: string): number {
  return Math.floor((text.replace(/=+$/, "").length * 3) / 4);
}

function countUtf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function checkRange(state: NodeState, bounding: Bounding, value: NodeValue): void {
  const { id, isMember } = bounding;
  const limits = bounds(bounding, "range");
  const found = isNodeNumber(value) ? value : typeof value === "string" ? nonNumeric(value) : undefined;
  if (!limits || found === undefined) return;
  const isZero = found === 0 && state.options.zeroMayBeOutOfRange === true;
  const severity = isZero ? "warning" : state.constraintSeverity;
  if (typeof found === "number" && Number.isNaN(found)) {
    state.report("no-number-in-range", { shape: id }, { severity });
    return;
  }
  const below = `${isMember ? "Member" : "Target"}.InvalidRange`;
  const { min, max } = limits;
  const shown = typeof value === "string" ? value : found;
  if (min !== undefined && compareNumbers(found, min) < 0) {
    state.report("too-small", { shape: id, limit: min, found: shown }, { severity, below });
  }
  if (max !== undefined && compareNumbers(found, max) > 0) {
    state.report("too-large", { shape: id, limit: max, found: shown }, { severity, below });
  }
}

/** Returns the number that one of the three words stands for. */
export function nonNumeric(text: string): number | undefined {
  return text === "NaN" || text === "Infinity" || text === "-Infinity" ? Number(text) : undefined;
}

function checkPattern(state: NodeState, { id, constraint: pattern }: Constraint, value: NodeValue): void {
  if (typeof pattern !== "string" || typeof value !== "string") return;
  const known = state.context.know(createPatterns);
  const run = known.get(pattern) ?? preparePattern(pattern);
  known.set(pattern, run);
  const matches = run(value);
  if (matches === undefined) state.report("pattern-not-run", { shape: id, pattern });
  if (matches === false) {
    state.report("pattern", { shape: id, pattern, value }, { severity: state.constraintSeverity });
  }
}

/** The patterns that were met, ready to run. */
function createPatterns(): Map<string, ReturnType<typeof preparePattern>> {
  return new Map();
}

function checkUniqueItems(state: NodeState, { id }: Bounding, value: NodeValue): void {
  if (!isNodeArray(value)) return;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const entry of value) {
    const text = canonicalJson(entry);
    if (seen.has(text)) repeated.add(text.slice(0, 60));
    seen.add(text);
  }
  if (repeated.size > 0) state.report("unique-items", { shape: id, repeated: [...repeated].slice(0, 5) });
}

function checkIdRef(state: NodeState, { constraint }: Constraint, value: NodeValue): void {
  if (typeof value !== "string" || !isNodeObject(constraint)) return;
  if (!isShapeId(value)) {
    state.report("id-syntax", { value });
    return;
  }
  const { selector, failWhenMissing } = constraint;
  if (!state.context.subject(value)) {
    if (failWhenMissing === true) state.report("id-missing", { id: value });
  } else if (
    typeof selector === "string" &&
    selector !== "*" &&
    state.context.select(selector)?.has(value) === false
  ) {
    state.report("id-not-selected", { id: value, selector });
  }
}

function checkEnumTrait(state: NodeState, { id, isMember, constraint }: Constraint, value: NodeValue): void {
  if (isMember || typeof value !== "string" || !isNodeArray(constraint)) return;
  const values = constraint.flatMap((entry) =>
    isNodeObject(entry) && typeof entry.value === "string" ? [entry.value] : [],
  );
  if (!values.includes(value)) state.report("enum-value", { shape: id, values, value });
}

/** Checks that a value is one of an enum's. */
export function checkEnumValue(
  state: NodeState,
  shape: Extract<Shape, { kind: "enum" | "intEnum" }>,
  value: string | number,
): void {
  const values = shape.members.map(enumValue);
  if (!values.includes(value)) state.report("enum-value", { shape: shape.id, values, value });
}

const FORMATS: Readonly<Record<string, readonly [expected: string, test: (value: NodeValue) => boolean]>> = {
  "date-time": [
    "a date-time such as 1985-04-12T23:20:50.52Z",
    (value) => typeof value === "string" && isDateTime(value),
  ],
  "http-date": [
    "an http-date such as Tue, 29 Apr 2014 18:30:38 GMT",
    (value) => typeof value === "string" && isHttpDate(value),
  ],
  "epoch-seconds": ["a number of epoch seconds", isNodeNumber],
};

/** A shape, and the member that targets it where a value stands for one. */
export interface Targeted {
  readonly shape: Shape;
  readonly member?: Member | undefined;
}

/** Checks a timestamp: its format is the member's, else the shape's, else any of epoch seconds and `date-time`. */
export function checkTimestamp(state: NodeState, { shape, member }: Targeted, value: NodeValue): void {
  const stated = member?.traits["smithy.api#timestampFormat"] ?? shape.traits["smithy.api#timestampFormat"];
  const format = state.options.timestamps === "epoch-seconds" ? "epoch-seconds" : stated;
  if (format === undefined && isNodeNumber(value)) return;
  const key = typeof format === "string" ? format : "date-time";
  const [expected, test] = (Object.hasOwn(FORMATS, key) && FORMATS[key]) || [];
  if (expected !== undefined && !test?.(value))
    state.report("timestamp", { shape: shape.id, expected, value });
}
