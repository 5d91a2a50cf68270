import {
  isAsyncIterable,
  type Outline,
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
  readonly copies: Map<object, Map<Outline, unknown>>;
}

function redactValue(walk: Walk, outline: Outline, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (isHidden(outline)) return HIDDEN;
  if (outline.kind === "simple") return redactSimple(outline.sign, value);
  if (outline.kind === "union" && outline.streaming && isAsyncIterable(value)) return value;
  if (typeof value !== "object" || Array.isArray(value) !== (outline.kind === "list") || depth > MAX_DEPTH)
    return HIDDEN;
  const copies = walk.copies.get(value) ?? new Map<Outline, unknown>();
  const known = copies.get(outline);
  if (known !== undefined) return known;
  walk.copies.set(value, copies);
  const copy = outline.kind === "list" ? [] : {};
  copies.set(outline, copy);
  fill(walk, outline, value, { copy, depth });
  return copy;
}

/** How many items there are, and under which keys, tells of what is sensitive, too. */
function isHidden(outline: Outline): boolean {
  if (outline.sensitive) return true;
  if (outline.kind === "list") return isSensitivePlace(outline.item);
  return outline.kind === "map" && (isSensitivePlace(outline.key) || isSensitivePlace(outline.value));
}

function isSensitivePlace({ sensitive, outline }: PlaceOutline): boolean {
  return sensitive || outline.sensitive;
}

interface Copy {
  readonly copy: object;
  readonly depth: number;
}

function fill(walk: Walk, outline: Outline, value: object, { copy, depth }: Copy): void {
  const redactAt = (place: PlaceOutline, inner: unknown) => redactPlace(walk, place, inner, depth + 1);
  switch (outline.kind) {
    case "simple":
      return;
    case "list":
      for (const item of value as readonly unknown[]) (copy as unknown[]).push(redactAt(outline.item, item)); // both are lists
      return;
    case "map":
      for (const [key, inner] of Object.entries(value)) setOwn(copy, key, redactAt(outline.value, inner));
      return;
    default: {
      const kept = outline.kind === "error" ? ERROR_KEPT : depth === 0 ? OUTPUT_KEPT : undefined;
      for (const key of ownKeys(outline.kind, value)) {
        const inner: unknown = Reflect.get(value, key);
        const places = findPlaces(outline, key);
        const isKept = places.length === 0 && kept?.has(key);
        setOwn(copy, key, isKept ? inner : redactMember(places, inner, redactAt));
      }
    }
  }
}

/** The message of an error is not among what objects list. */
function ownKeys(kind: Outline["kind"], value: object): string[] {
  const keys = Object.keys(value);
  const isMessage = kind === "error" && !keys.includes("message") && Object.hasOwn(value, "message");
  if (kind === "error" && !keys.includes("name") && "name" in value) keys.unshift("name");
  return isMessage ? [...keys, "message"] : keys;
}

/** The members that a property can be of: by its name, or by its name in JSON. An error's message can be its `Message`. */
function findPlaces(outline: Extract<Outline, { members: unknown }>, key: string): PlaceOutline[] {
  const places = outline.members.filter(({ name, jsonName }) => name === key || jsonName === key);
  if (places.length > 0 || outline.kind !== "error" || key !== "message") return places;
  return outline.members.filter(({ name }) => name === "Message");
}

function redactMember(
  places: readonly PlaceOutline[],
  value: unknown,
  redactAt: (place: PlaceOutline, value: unknown) => unknown,
): unknown {
  if (value === undefined || value === null) return value;
  const [place, ...others] = places;
  if (!place || others.some((other) => isSensitivePlace(other) || other.outline !== place.outline))
    return HIDDEN;
  return redactAt(place, value);
}

function redactPlace(walk: Walk, place: PlaceOutline, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  return place.sensitive ? HIDDEN : redactValue(walk, place.outline, value, depth);
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
