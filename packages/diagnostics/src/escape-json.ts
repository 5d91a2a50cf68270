import { ACTING, COMMAND_MARK } from "./printable.js";

/**
 * Returns the text of JSON with what acts on a terminal or a build service escaped as `\u0000` to `\uffff`, which reads
 * as the same value. Outside of strings JSON has none of it.
 *
 * @internal
 */
export function escapeJson(json: string): string {
  return json.replace(ACTING, escapeUnits).replace(COMMAND_MARK, escapeUnits);
}

/**
 * Returns a value as JSON that is safe to print: {@link escapeJson} of what `JSON.stringify` gives.
 *
 * @internal
 */
export function stringifyJson(value: unknown, space?: number): string {
  return escapeJson(JSON.stringify(value, null, space));
}

/**
 * Returns the escapes of a character in JSON and in Smithy IDL: one for each of its UTF-16 code units.
 *
 * @internal
 */
export function escapeUnits(character: string): string {
  let escapes = "";
  for (let index = 0; index < character.length; index++)
    escapes += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return escapes;
}
