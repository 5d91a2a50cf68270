import type { Value } from "../value.js";
import type { Fail } from "./rule-function.js";

type SplitArguments = readonly [text: string, delimiter: string, limit: number];

/** `split`: the parts between delimiters; from the limit on, the last part is all that is left. 0 is no limit. */
export function splitText([text, delimiter, limit]: SplitArguments, fail: Fail): Value {
  if (delimiter === "") return fail({ kind: "empty-delimiter" });
  const parts = text.split(delimiter);
  if (limit === 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(delimiter)];
}

type SliceArguments = readonly [text: string, start: number, stop: number, reverse: boolean];

/** `substring`: what stands from one place to another, both counted from the end if reversed; ASCII alone. */
export function sliceAscii([text, start, stop, reverse]: SliceArguments): string | undefined {
  const isAscii = [...text].every((character) => character <= "\x7f");
  if (start >= stop || stop > text.length || !isAscii) return undefined;
  return reverse ? text.slice(text.length - stop, text.length - start) : text.slice(start, stop);
}

/** `uriEncode`: all but unreserved characters percent-encoded (RFC 3986). A lone surrogate becomes "?". */
export function encodeUri(text: string): string {
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"));
  return encoded.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
