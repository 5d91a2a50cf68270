import {
  isAsyncIterable,
  type Outline,
  outlineAt,
  outlineOf,
  type PlaceOutline,
  SIGN,
  type StaticSchema,
} from "./outline.js";
import { setOwn } from "./set-own.js";
import { isBytes, isDate } from "./simple-values.js";

/** What stands in place of what must not be seen, as in logs of the AWS SDK. */
const HIDDEN = "***SensitiveInformation***";

/** Containers nested deeper than this are hidden, so that no value can exhaust the stack. */
const MAX_DEPTH = 1000;

/** What clients put on outputs and errors, and is no data of a model (@smithy/types, `MetadataBearer`, `SmithyException`). */
const OUTPUT_KEPT: ReadonlySet<string> = new Set(["$metadata"]);
const ERROR_KEPT: ReadonlySet<string> = new Set([
  "name",
  "$fault",
  "$metadata",
  "$retryable",
  "$service",
  "__type",
]);

const NOTHING: ReadonlySet<string> = new Set();

/** The members of `T`, each as it is or hidden. */
export type Redacted<T> = { readonly [Name in keyof T]?: unknown };

/**
 * Returns a copy of a value to put into logs, without what is `@sensitive` in the model: a text stands in its place. It
 * takes what programs hold, what is on the wire, and what was thrown. What the model does not know, and what is of another
 * type than the model says, is hidden as well, since nothing tells that it is not sensitive; so is what cannot be read.
 * Streams and documents are the same objects; what comes out of a stream is redacted by its own function. The value is never changed, and nothing is thrown.
 */
export type Redact<T> = (value: unknown) => Redacted<T>;

/** Creates the function that redacts values of a schema. */
export function createRedactor<T>(schema: StaticSchema): Redact<T> {
  return (value) => {
    try {
      return redactValue({ copies: new Map() }, outlineOf(schema), value, 0) as Redacted<T>; // or a text, where it is no object
    } catch {
      return HIDDEN as Redacted<T>; // a getter or a proxy
    }
  };
}

interface Walk {
  /** The copies that were made of an object, by what it stood for, so that cycles end and work grows with the value. */
  readonly copies: Map<object, Copy>;
}

/** A copy of an object as a shape. There is another one where it stands for a second shape, too. */
interface Copy {
  readonly outline: Outline;
  readonly copy: object;
  readonly other: Copy | undefined;
}

function findCopy(found: Copy | undefined, outline: Outline): object | undefined {
  for (let each = found; each; each = each.other) if (each.outline === outline) return each.copy;
  return undefined;
}

function redactValue(walk: Walk, outline: Outline, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (isHidden(outline)) return HIDDEN;
  if (outline.kind === "simple") return redactSimple(outline.sign, value);
  if (outline.kind === "union" && outline.streaming && isAsyncIterable(value)) return value;
  if (typeof value !== "object" || Array.isArray(value) !== (outline.kind === "list") || depth > MAX_DEPTH)
    return HIDDEN;
  const other = walk.copies.get(value);
  const known = findCopy(other, outline);
  if (known) return known;
  const list: unknown[] = [];
  const members: Record<string, unknown> = {};
  const copy = outline.kind === "list" ? list : members;
  walk.copies.set(value, { outline, copy, other });
  const redactAt: RedactAt = (place, inner) => redactPlace(walk, place, inner, depth + 1);
  if (outline.kind === "list") {
    for (const item of Array.isArray(value) ? value : []) list.push(redactAt(outline.item, item));
  } else if (outline.kind === "map") {
    for (const [key, inner] of Object.entries(value)) setOwn(members, key, redactAt(outline.value, inner));
  } else {
    const kept = outline.kind === "error" ? ERROR_KEPT : depth === 0 ? OUTPUT_KEPT : NOTHING;
    redactMembers(outline, { value, members, kept, redactAt });
  }
  return copy;
}

type RedactAt = (place: PlaceOutline, value: unknown) => unknown;

/** How many items there are, and under which keys, tells of what is sensitive, too. */
function isHidden(outline: Outline): boolean {
  if (outline.sensitive) return true;
  if (outline.kind === "list") return isSensitivePlace(outline.item);
  return outline.kind === "map" && (isSensitivePlace(outline.key) || isSensitivePlace(outline.value));
}

function isSensitivePlace(place: PlaceOutline): boolean {
  return place.sensitive || outlineAt(place).sensitive;
}

interface Structure {
  readonly value: object;
  /** What the members' copies are put into. */
  readonly members: Record<string, unknown>;
  /** The properties that are no members, and kept. */
  readonly kept: ReadonlySet<string>;
  readonly redactAt: RedactAt;
}

function redactMembers(outline: MembersOutline, { value, members, kept, redactAt }: Structure): void {
  for (const key of ownKeys(outline.kind, value)) {
    const inner: unknown = Reflect.get(value, key);
    const places = findPlaces(outline, key);
    const isKept = places.length === 0 && kept.has(key);
    setOwn(members, key, isKept ? inner : redactMember(places, inner, redactAt));
  }
}

type MembersOutline = Extract<Outline, { members: unknown }>;

/** The message of an error is not among what objects list. */
function ownKeys(kind: Outline["kind"], value: object): string[] {
  const keys = Object.keys(value);
  const isMessage = kind === "error" && !keys.includes("message") && Object.hasOwn(value, "message");
  if (kind === "error" && !keys.includes("name") && "name" in value) keys.unshift("name");
  return isMessage ? [...keys, "message"] : keys;
}

const NO_PLACES: readonly PlaceOutline[] = [];

/** Returns the members that a property can be of. An error's message can be its `Message`. */
function findPlaces({ kind, byProperty }: MembersOutline, key: string): readonly PlaceOutline[] {
  const isMessage = kind === "error" && key === "message";
  return byProperty.get(key) ?? (isMessage ? byProperty.get("Message") : undefined) ?? NO_PLACES;
}

function redactMember(places: readonly PlaceOutline[], value: unknown, redactAt: RedactAt): unknown {
  if (value === undefined || value === null) return value;
  const [place] = places;
  if (!place) return HIDDEN;
  const isClear = (other: PlaceOutline) => !isSensitivePlace(other) && outlineAt(other) === outlineAt(place);
  if (places.length > 1 && !places.every(isClear)) return HIDDEN;
  return redactAt(place, value);
}

function redactPlace(walk: Walk, place: PlaceOutline, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  return place.sensitive ? HIDDEN : redactValue(walk, outlineAt(place), value, depth);
}

/** The types that values of simple shapes have, on the wire or in programs. */
const TYPES: Readonly<Record<number, readonly string[]>> = {
  [SIGN.string]: ["string"],
  [SIGN.number]: ["number", "bigint"],
  [SIGN.boolean]: ["boolean"],
  [SIGN.time]: ["number", "string", "Date"],
  [SIGN.dateTime]: ["number", "string", "Date"],
  [SIGN.httpDate]: ["number", "string", "Date"],
  [SIGN.epochSeconds]: ["number", "string", "Date"],
  [SIGN.bigInteger]: ["number", "bigint", "string"],
  [SIGN.bigDecimal]: ["number", "bigint", "string", "decimal"],
  [SIGN.blob]: ["string", "bytes"],
};

const NOT_FINITE: ReadonlySet<unknown> = new Set(["NaN", "Infinity", "-Infinity"]);

function redactSimple(sign: number, value: unknown): unknown {
  if (sign === SIGN.document || sign === SIGN.stream) return value;
  if (sign === SIGN.number && NOT_FINITE.has(value)) return value;
  const isText = Object.prototype.toString.call(value) === "[object String]";
  const plain = isText ? String(value) : value; // a text of JSON, which clients make an object of
  return TYPES[sign]?.includes(typeOf(plain)) ? plain : HIDDEN;
}

function typeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value;
  if (isDate(value)) return "Date";
  if (isBytes(value)) return "bytes";
  return typeof Reflect.get(value, "string") === "string" ? "decimal" : "object";
}
