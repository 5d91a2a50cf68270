import { type Buffer, isUtf8 } from "node:buffer";
import { LINE_LIMIT } from "./read-blocks.js";

/** What a line holds: nothing, a JSON value, or something that is not JSON. */
export type ParsedLine =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly message: string };

/** What is wrong with a line that is over the limit. */
export const OVERLONG = `longer than ${LINE_LIMIT / 1024 / 1024} MiB; put each event on its own line`;

/** Reads a line as JSON. Messages never repeat what the line holds, since nothing says whether it is sensitive. */
export function parseLine(bytes: Buffer): ParsedLine {
  if (bytes.length > LINE_LIMIT) return broken(OVERLONG);
  if (!isUtf8(bytes)) return broken(isUtf16(bytes) ? "UTF-16 text; expected UTF-8" : "not UTF-8 text");
  const text = bytes.toString("utf8");
  if (!/\S/.test(text)) return { kind: "empty" };
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    return broken(describeSyntaxError(error, text));
  }
}

function broken(message: string): ParsedLine {
  return { kind: "broken", message };
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The engine's own message quotes the line; of it we take the place alone. */
function describeSyntaxError(error: unknown, text: string): string {
  const place =
    error instanceof Error ? / at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(error.message) : null;
  const at = place ? ` (column ${Number(place[1]) + 1})` : "";
  const hint = /^\s*[[{]\s*$/.test(text) ? "; `jq -c .` puts a value that spans lines on one line" : "";
  return `not JSON${at}${hint}`;
}
