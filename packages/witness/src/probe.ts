import type { Change } from "@shapelog/changes";
import type { Finding } from "@shapelog/diff";
import { type DataForm, enumValue, hasTrait, isAggregate, isDemanded, type Shape } from "@shapelog/model";
import { compareTexts } from "@shapelog/patterns";
import { type Aspect, aspectsOf } from "./aspect.js";
import { type BuildContext, buildOfLength, buildValue, number, type SpotPair } from "./build-value.js";
import { bothLimits, COMMON_TEXTS, findOutside, findText, lengthOf, rangeOf, textLimits } from "./limits.js";
import { enter, leave, type Place, type SideName, type Spot, spotOf } from "./place.js";
import type { Sides } from "./side.js";
import { leaf, type Value } from "./value.js";

/** Something that one side takes at a place and the other may not. */
export interface Probe {
  readonly place: Place;
  readonly aspect: Exclude<Aspect, "type"> | "kind";
  /** The side that takes it. */
  readonly side: SideName;
  /** What to put at the place; `absent`: leave the member out. Default: a smallest value. */
  readonly put?: Value | "absent";
  /** The enum's value that it is about. */
  readonly value?: string | number;
}

/** Returns what to try for a finding at a place, the simplest first. */
export function findProbes(finding: Finding, at: Place, sides: Sides): Probe[] {
  const probes: Probe[] = [];
  for (const change of finding.changes) {
    const place = placeOf(change, at, sides);
    if (!place) continue;
    for (const side of takingSides(finding)) {
      for (const aspect of aspectsOf(change)) {
        const context = { sides, side };
        for (const probe of aspect === "type" ? probeBelow(place, context) : probeAt(place, aspect, context))
          probes.push(probe);
      }
    }
  }
  return probes.slice(0, MOST_PROBES);
}

const MOST_PROBES = 60;

/**
 * Callers meet what they could send and may not any more. Readers meet what they did not expect; where code stops
 * compiling, also what they will not find any more.
 */
function takingSides({ direction, source, wire, changes }: Finding): SideName[] {
  if (direction === "request") return ["before"];
  if (source === "danger") return ["after"];
  if (changes.every(({ kind }) => kind === "enum.value.removed" || kind === "enum.value.added"))
    return ["before"];
  return source === "error" || wire === "error" ? ["after", "before"] : ["after"];
}

/** Changes of members are about the place of that member, though the finding is about another one or about all. */
function placeOf(change: Change, place: Place, sides: Sides): Place | undefined {
  if (!("shape" in change) || !("member" in change) || change.member === undefined) return place;
  const container = [spotOf(place, "before"), spotOf(place, "after")].find(
    (spot) => spot && isAggregateOf(spot.shape) && spot.shape.id === change.shape,
  );
  if (container && !isEnum(container.shape)) return enter(place, change.member, sides);
  const last = place.steps.at(-1);
  if (!last || last.name === change.member) return place;
  const around = leave(place);
  const isInside = [spotOf(around, "before"), spotOf(around, "after")].some(
    (spot) => spot?.shape.id === change.shape,
  );
  return isInside ? enter(withPath(around), change.member, sides) : place;
}

/** The path of a place as its steps are. */
function withPath(place: Place): Place {
  const { path } = place.position;
  const parts = place.steps.map(({ name, into }) =>
    into === "item" ? "[]" : into === "key" ? "{key}" : into === "value" ? "{}" : name,
  );
  const text = parts.reduce(
    (all, part) => (all === "" || /^[[{]/.test(part) ? all + part : `${all}.${part}`),
    "",
  );
  return text === path ? place : { ...place, position: { ...place.position, path: text } };
}

function isAggregateOf(shape: Shape): boolean {
  return isAggregate(shape);
}

function isEnum(shape: Shape): shape is Extract<Shape, { kind: "enum" | "intEnum" }> {
  return shape.kind === "enum" || shape.kind === "intEnum";
}

interface OwnAndOther {
  readonly own: Spot | undefined;
  readonly other: Spot | undefined;
}

function spotsAt(place: Place, side: SideName): OwnAndOther {
  return { own: spotOf(place, side), other: spotOf(place, side === "before" ? "after" : "before") };
}

const FORMS: readonly DataForm[] = ["sdk", "wire"];

function isDemandedAt(spot: Spot | undefined, form: DataForm): boolean {
  return spot?.member !== undefined && isDemanded(spot.member, form);
}

/** Returns what to try at a place for one aspect. */
export function probeAt(place: Place, aspect: Probe["aspect"], context: BuildContext): Probe[] {
  const { side } = context;
  const { own, other } = spotsAt(place, side);
  const base = { place, aspect, side };
  switch (aspect) {
    case "presence": {
      const isMissed = FORMS.some((form) => isDemandedAt(other, form) && !isDemandedAt(own, form));
      return isMissed && place.steps.length > 0 ? [{ ...base, put: "absent" }] : [];
    }
    case "member":
      return own?.member && !other ? [base] : [];
    case "values":
      return own && other
        ? probeValues({ own, other }).map((value) => ({ ...base, value, put: leaf(value) }))
        : [];
    case "form":
      return own ? [base] : [];
    case "kind":
      return own && other && own.shape.kind !== other.shape.kind
        ? [base, ...extremes({ own, other }).map((put) => ({ ...base, put }))]
        : [];
    default:
      return own && other ? probeLimit({ own, other }, aspect, context).map((put) => ({ ...base, put })) : [];
  }
}

const MOST_VALUES = 2;

/** Returns values of an enum that the other side does not list; a text of no enum that an enum does not list. */
function probeValues({ own, other }: { readonly own: Spot; readonly other: Spot }): (string | number)[] {
  if (!isEnum(other.shape)) return [];
  const others = new Set<string | number>(other.shape.members.map(enumValue));
  if (isEnum(own.shape))
    return own.shape.members
      .map(enumValue)
      .filter((value) => !others.has(value))
      .slice(0, MOST_VALUES);
  if (own.shape.kind !== "string") return [];
  const text = findText(textLimits(own.shape));
  const free = [text, "other", "another"].filter((value) => value !== undefined && !others.has(value));
  return free.slice(0, 1).flatMap((value) => value ?? []);
}

/** Numbers at the ends of what a side takes. */
function extremes({ own, other }: SpotPair): Value[] {
  if (!other) return [];
  return findOutside(rangeOf(own.shape), rangeOf(other.shape)).map((value) => number(own.shape, value));
}

function probeLimit(
  pair: SpotPair & { readonly other: Spot },
  aspect: "length" | "range" | "pattern" | "uniqueItems" | "sparse",
  context: BuildContext,
): Value[] {
  const { own, other } = pair;
  switch (aspect) {
    case "length": {
      const lengths = lengthsOutside(own.shape, other.shape);
      return lengths.flatMap((length) => buildOfLength(pair, length, context) ?? []);
    }
    case "range":
      return extremes(pair);
    case "pattern":
      return probePattern(own.shape, other.shape);
    case "uniqueItems": {
      if (hasTrait(own.shape, "uniqueItems") || !hasTrait(other.shape, "uniqueItems")) return [];
      const one = buildOfLength(pair, 1, context);
      return one?.kind === "list" ? [{ kind: "list", items: [...one.items, ...one.items] }] : [];
    }
    case "sparse": {
      if (!hasTrait(own.shape, "sparse") || hasTrait(other.shape, "sparse")) return [];
      if (own.shape.kind === "list") return [{ kind: "list", items: [leaf(null)] }];
      const one = buildOfLength(pair, 1, context);
      if (one?.kind !== "object") return [];
      return [{ kind: "object", entries: one.entries.map((entry) => ({ ...entry, value: leaf(null) })) }];
    }
  }
}

/** Bytes are told apart by threes: a JSON Schema knows the length of their base64 alone. */
const BYTES_TOLD = 3;

/** Returns lengths that one side takes and the other does not. */
export function lengthsOutside(own: Shape, other: Shape): number[] {
  const step = own.kind === "blob" ? BYTES_TOLD : 1;
  return findOutside(lengthOf(own), lengthOf(other), step).filter((length) => length >= 0);
}

/**
 * Texts that one side's pattern takes and the other's does not, of a length that both sides take where there is one. Where
 * that is not decided, texts that many patterns take.
 */
function probePattern(own: Shape, other: Shape): Value[] {
  const [mine, theirs] = [textLimits(own), textLimits(other)];
  const { length = {} } = bothLimits(mine, theirs);
  const alike = compareTexts({ ...mine, length }, { ...theirs, length });
  const { byPatterns, lost } = compareTexts(mine, theirs);
  const texts = [alike.lost?.text, byPatterns.lost?.text, lost?.text].flatMap((text) => text ?? []);
  if (texts.length > 0) return [...new Set(texts)].map((text) => leaf(text));
  return byPatterns.relation === "undecided" ? COMMON_TEXTS.map((text) => leaf(text)) : [];
}

const ALL: readonly Probe["aspect"][] = [
  ...(["member", "presence", "kind", "values", "sparse", "uniqueItems"] as const),
  ...(["range", "length", "pattern", "form"] as const),
];

const MOST_PLACES = 200;
const MOST_FOUND = 24;

/** Returns what to try at a place and below it, breadth first: where another type stands, the difference can be deep inside. */
function probeBelow(start: Place, context: BuildContext): Probe[] {
  const found: Probe[] = [];
  const seen = new Set<string>();
  const queue = [start];
  for (const place of queue) {
    const { own, other } = spotsAt(place, context.side);
    const key = `${own?.shape.id} ${other?.shape.id}`;
    for (const aspect of ALL) {
      if (aspect === "form" && place !== start) continue;
      for (const probe of probeAt(place, aspect, context)) found.push(probe);
    }
    if (found.length >= MOST_FOUND) break;
    if (seen.has(key) || own?.shape.kind !== other?.shape.kind) continue;
    seen.add(key);
    const names = new Set([own, other].flatMap((spot) => (spot ? memberNames(spot.shape) : [])));
    for (const name of names) if (queue.length < MOST_PLACES) queue.push(enter(place, name, context.sides));
  }
  return found;
}

function memberNames(shape: Shape): string[] {
  return isAggregate(shape) && !isEnum(shape) ? shape.members.map(({ name }) => name) : [];
}

/** Returns the document's value for a probe; `undefined` where none can be made. */
export function buildProbe({ place, side, put }: Probe, sides: Sides): Value | undefined {
  const { own, other } = { own: place.root[side], other: place.root[side === "before" ? "after" : "before"] };
  if (!own) return undefined;
  const goal = { steps: place.steps, ...(put === undefined ? {} : { put }) };
  return buildValue({ own, other }, goal, { sides, side });
}
