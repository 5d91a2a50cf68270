import { isBytes, tagOf } from "./simple-values.js";

/** Digits as Smithy has them for big decimals, and as JavaScript prints numbers. */
const DECIMAL = /^-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Returns a member of what may be any value; `undefined` where it has none. */
function memberOf(value: unknown, name: string | symbol): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function hasMethods(value: unknown, ...names: readonly (string | symbol)[]): boolean {
  return names.every((name) => typeof memberOf(value, name) === "function");
}

/** Returns the digits of a finite number, or of a `NumericValue`, whichever copy of its class made it. */
export function readDecimal(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  return memberOf(value, "type") === "bigDecimal" ? readDigits(memberOf(value, "string")) : undefined;
}

/** Returns the digits of a number, of a `NumericValue`, or of a text that has them alone. */
export function readDecimalOrText(value: unknown): string | undefined {
  return readDigits(value) ?? readDecimal(value);
}

function readDigits(text: unknown): string | undefined {
  return typeof text === "string" && DECIMAL.test(text) ? text : undefined;
}

/** Returns the text of a string, or of a `LazyJsonString`; `undefined` for other values. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isBoxed = Object.prototype.toString.call(value) === "[object String]";
  return isBoxed && hasMethods(value, "deserializeJSON") ? String(value) : undefined;
}

/** Returns whether a value is a stream of events: it can be iterated later. */
export function isAsyncIterable(value: unknown): boolean {
  return hasMethods(value, Symbol.asyncIterator);
}

/** Returns whether a value is a `Readable` of Node, or a `ReadableStream` or `Blob` of the web. Nothing is read. */
export function isStream(value: unknown): boolean {
  return hasMethods(value, "pipe", "on") || hasMethods(value, "getReader") || isBlob(value);
}

function isBlob(value: unknown): boolean {
  return hasMethods(value, "arrayBuffer", "stream") && typeof memberOf(value, "size") === "number";
}

/** Returns whether a value is what clients take for a streaming blob: a stream, text or bytes. */
export function isStreamed(value: unknown): boolean {
  return typeof value === "string" || isBytes(value) || isStream(value);
}

/** Returns whether a value is what clients take for a body of bytes: a stream, text, or any view of memory. */
export function isBody(value: unknown): boolean {
  return isStreamed(value) || ArrayBuffer.isView(value) || tagOf(value) === "[object ArrayBuffer]";
}

/** Returns how many bytes a text in UTF-8, a view of memory or a `Blob` has; NaN for streams, which are not read. */
export function countBytes(value: unknown): number {
  if (typeof value === "string") return countUtf8Bytes(value);
  return Number(memberOf(value, "byteLength") ?? (isBlob(value) ? memberOf(value, "size") : undefined));
}

/** A lone surrogate is sent as U+FFFD, of three bytes. */
function countUtf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code >= 0x10000) index++;
  }
  return bytes;
}

/** Returns how many entries a map has. Those that are `undefined` are absent. */
export function countEntries(map: object): number {
  let count = 0;
  for (const value of Object.values(map)) if (value !== undefined) count++;
  return count;
}
