import { isJsonArray, isJsonObject, type JsonValue } from "./json-value.js";
import { MAX_DEPTH } from "./visit-json.js";

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, COLON, BACKSLASH] = [9, 10, 13, 32, 58, 92] as const;

/**
 * Returns whether a key may be given twice in one object of a text, which has to be JSON: it has more keys than the value
 * that was read from it. That is far sooner known than which key it is, and nearly no text has one.
 */
export function mayHaveDuplicateKeys(text: string, value: JsonValue): boolean {
  return countWrittenKeys(text) !== countKeys(value, 0);
}

/** Returns how many strings of a JSON text have a colon behind them. */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, start, end)) end = text.indexOf('"', end + 1);
    if (end === -1) return count;
    let next = end + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === COLON) count++;
    start = text.indexOf('"', next);
  }
  return count;
}

/** Returns whether an odd number of backslashes stand before a quote. */
function isEscaped(text: string, start: number, quote: number): boolean {
  let at = quote - 1;
  while (at > start && text.charCodeAt(at) === BACKSLASH) at--;
  return (quote - at) % 2 === 0;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;
}

/** Returns how many keys a value has, its children's included; NaN where it is nested too deeply to be looked at. */
function countKeys(value: JsonValue, depth: number): number {
  if (!isJsonArray(value) && !isJsonObject(value)) return 0;
  if (depth === MAX_DEPTH) return Number.NaN;
  let count = 0;
  if (isJsonArray(value)) {
    for (const child of value) if (typeof child === "object") count += countKeys(child, depth + 1);
    return count;
  }
  for (const key in value) {
    count++;
    const child = value[key];
    if (typeof child === "object") count += countKeys(child, depth + 1);
  }
  return count;
}
