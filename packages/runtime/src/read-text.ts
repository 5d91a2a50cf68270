import { isBase64 } from "./simple-values.js";

const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NOT_FINITE: readonly unknown[] = ["NaN", "Infinity", "-Infinity"];

/** What follows a long's sign has no more digits, but for noughts before them. */
const MOST_DIGITS = 40;
const MIN_LONG = -9_223_372_036_854_775_808n;
const MAX_LONG = 9_223_372_036_854_775_807n;

/** Returns the boolean that a text stands for; `undefined` where it stands for none. */
export function readBoolean(text: unknown): boolean | undefined {
  return text === "true" || (text === "false" ? false : undefined);
}

/** Returns the integer that a text stands for, as a number that may have lost digits; `undefined` where it stands for none. */
export function readInteger(text: unknown): number | undefined {
  return typeof text === "string" && INTEGER.test(text) ? Number(text) : undefined;
}

/** Returns the integer of 64 bits that a text stands for, as a number that may have lost digits; `undefined` for all others. */
export function readLong(text: unknown): number | undefined {
  const number = readInteger(text);
  if (number === undefined || typeof text !== "string" || text.length > MOST_DIGITS) return undefined;
  const exact = BigInt(text);
  return exact >= MIN_LONG && exact <= MAX_LONG ? number : undefined;
}

/** Returns the number that a text stands for; `undefined` where it stands for none. */
export function readDecimalText(text: unknown): number | undefined {
  return typeof text === "string" && DECIMAL.test(text) ? Number(text) : undefined;
}

/** As {@link readDecimalText}; numbers that are not finite stay the texts that JSON has for them. */
export function readFloat(text: unknown): number | string | undefined {
  return NOT_FINITE.includes(text) ? String(text) : readDecimalText(text);
}

/**
 * Returns the items of a header's list: separated by commas, those with commas or quotes in them in double quotes (Smithy
 * 2.0, "httpHeader trait"). `undefined` where a quote does not end.
 */
export function readList(text: unknown): string[] | undefined {
  if (typeof text !== "string") return undefined;
  const items: string[] = [];
  if (text.trim() === "") return items;
  for (let at = 0; at <= text.length; ) {
    while (text[at] === " " || text[at] === "\t") at++;
    const read = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    if (!read) return undefined;
    items.push(read.item);
    at = read.end + 1;
  }
  return items;
}

interface ReadItem {
  readonly item: string;
  /** Where the comma is, or the text ends. */
  readonly end: number;
}

function readPlain(text: string, start: number): ReadItem {
  const comma = text.indexOf(",", start);
  const end = comma === -1 ? text.length : comma;
  return { item: text.slice(start, end).trim(), end };
}

function readQuoted(text: string, start: number): ReadItem | undefined {
  let item = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') {
      const { item: left, end } = readPlain(text, at + 1);
      return left === "" ? { item, end } : undefined;
    }
    if (text[at] === "\\") at++;
    item += text[at] ?? "";
  }
  return undefined;
}

/** Returns the items of a header's list of dates: each has a comma behind its day. */
export function readDates(text: unknown): string[] | undefined {
  if (typeof text !== "string") return undefined;
  const parts = text.trim() === "" ? [] : text.split(",");
  const dates: string[] = [];
  for (let at = 0; at < parts.length; at += 2)
    dates.push(
      parts
        .slice(at, at + 2)
        .join(",")
        .trim(),
    );
  return dates;
}

/** Returns all the values that a parameter has in the query. */
export function readMany(value: unknown): readonly unknown[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value : undefined;
}

// Browsers and Node have it, and so has every other engine that has `fetch`.
declare function atob(base64: string): string;

/** Returns the text that stands in a header as base64; `undefined` where it does not. */
export function readMedia(text: unknown): string | undefined {
  if (typeof text !== "string" || !isBase64(text)) return undefined;
  const escaped = atob(text).replace(
    /[\s\S]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined; // bytes that are no UTF-8
  }
}

/**
 * Returns the entries of an object that are none of its known ones and whose names begin with a prefix; `undefined` where
 * there are none.
 */
export function pickRest(
  value: object,
  known: readonly string[],
  prefix: string,
): Readonly<Record<string, unknown>> | undefined {
  const rest = Object.entries(value).filter(
    ([name, entry]) => entry !== undefined && name.startsWith(prefix) && !known.includes(name),
  );
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
