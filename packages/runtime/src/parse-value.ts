import { decodeBase64 } from "./decode-base64.js";
import {
  type Binding,
  isAsyncIterable,
  type Outline,
  outlineAt,
  outlineOf,
  type PlaceOutline,
  SIGN,
  type StaticSchema,
} from "./outline.js";
import { parseDateTime, parseEpochSeconds, parseHttpDate } from "./parse-time.js";
import type { NumericValue } from "./program-types.js";
import type { Invalid, Parse, Read, ReadResult } from "./result.js";
import { setOwn } from "./set-own.js";
import { TYPE_MEMBER } from "./type-member.js";

/** What a service's protocol says of its JSON. */
export interface ParseSettings {
  /** Whether members go by `@jsonName`. */
  readonly jsonName: boolean;
  /** Whether members can be in headers and URIs, where times have other formats. */
  readonly bindsHttp: boolean;
  /** The number of the format that times have in bodies. */
  readonly time: 5 | 6 | 7;
}

/** Creates the function that reads values as JSON has them, and returns them as programs hold them. */
export function createParser<T>(
  read: (value: unknown) => Read<unknown> | Invalid,
  schema: StaticSchema,
  settings: ParseSettings,
): Parse<T> {
  return (value) => {
    const result = read(value);
    // What was read fits the wire form of the schema, of which this makes the program form.
    return (
      result.ok
        ? { ok: true, value: parseValue(settings, outlineOf(schema), result.value), drift: result.drift }
        : result
    ) as ReadResult<T>;
  };
}

/** Values that were read nest no deeper than the checks of recursive shapes let them. */
function parseValue(settings: ParseSettings, outline: Outline, value: unknown, binding?: Binding): unknown {
  if (value === undefined || value === null) return value;
  if (outline.kind === "simple") return parseSimple(settings, outline.sign, value, binding);
  if (!isObject(value)) return value;
  switch (outline.kind) {
    case "list": {
      const { item } = outline;
      return Array.isArray(value) ? value.map((each) => parsePlace(settings, item, each, binding)) : value;
    }
    case "map": {
      const copy: Members = {};
      for (const key of Object.keys(value))
        setOwn(copy, key, parsePlace(settings, outline.value, value[key], binding));
      return copy;
    }
    case "union":
      if (outline.streaming && isAsyncIterable(value)) return value;
      return parseUnion(settings, outline.members, value);
    default: {
      const copy: Members = {};
      for (const place of outline.members) {
        const inner = readOwn(value, propertyOf(settings, place));
        if (inner !== undefined && inner !== null)
          setOwn(copy, place.name, parsePlace(settings, place, inner));
      }
      return copy;
    }
  }
}

/** Where no member that the model has is set, one that it does not have is: clients call it `$unknown`. */
function parseUnion(settings: ParseSettings, members: readonly PlaceOutline[], value: Members): Members {
  const copy: Members = {};
  for (const place of members) {
    const inner = readOwn(value, propertyOf(settings, place));
    if (inner === undefined || inner === null) continue;
    setOwn(copy, place.name, parsePlace(settings, place, inner));
    return copy;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key !== TYPE_MEMBER && inner !== undefined && inner !== null) return { $unknown: [key, inner] };
  }
  return copy;
}

function parsePlace(
  settings: ParseSettings,
  place: PlaceOutline,
  value: unknown,
  binding?: Binding,
): unknown {
  return parseValue(
    settings,
    outlineAt(place),
    value,
    settings.bindsHttp ? (place.binding ?? binding) : undefined,
  );
}

function propertyOf({ jsonName }: ParseSettings, place: PlaceOutline): string {
  return jsonName ? place.jsonName : place.name;
}

type Members = Record<string, unknown>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}

function readOwn(value: Members, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What programs hold of simple shapes that JSON has as other texts. */
const OF_TEXTS: Readonly<Record<number, (value: string) => unknown>> = {
  [SIGN.number]: Number, // a text of a number that JSON does not have
  [SIGN.dateTime]: parseDateTime,
  [SIGN.httpDate]: parseHttpDate,
  [SIGN.blob]: decodeBase64,
};

/** What programs hold of simple shapes that JSON has as numbers; of big ones as much as JSON.parse has left of them. */
const OF_NUMBERS: Readonly<Record<number, (value: number) => unknown>> = {
  [SIGN.epochSeconds]: parseEpochSeconds,
  [SIGN.bigInteger]: BigInt, // what was read is whole
  [SIGN.bigDecimal]: (value): NumericValue => ({ string: String(value), type: "bigDecimal" }),
};

const BOUND_TIMES = { header: SIGN.httpDate, uri: SIGN.dateTime } as const;

function parseSimple({ time }: ParseSettings, sign: number, value: unknown, binding?: Binding): unknown {
  const placed = sign === SIGN.time ? (binding === undefined ? time : BOUND_TIMES[binding]) : sign;
  if (typeof value === "number") return OF_NUMBERS[placed]?.(value) ?? value;
  return typeof value === "string" ? (OF_TEXTS[placed]?.(value) ?? value) : value;
}
