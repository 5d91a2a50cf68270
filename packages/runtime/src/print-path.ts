import { isHidden, keyOf, type Segment } from "./failures.js";
import { NAME_LIMIT, PATH_PART, VALUE_LIMIT } from "./limits.js";

/** Names that need no quotes, and are no longer than `NAME_LIMIT`. */
const PLAIN = /^[A-Za-z_$][\w$]{0,59}$/;

/** A path for people, bounded in length, and its steps. */
export interface PrintedPath {
  /** `AuthEvents[3].EventId`, `Tags["a b"]`, `Secrets[*]` */
  readonly path: string;
  readonly keys: readonly (string | number)[];
}

/** Prints a path without what must not be told. */
export function printPath(steps: readonly Segment[]): PrintedPath {
  let text = "";
  const keys: (string | number)[] = [];
  for (const segment of steps) {
    const isSecret = isHidden(segment);
    const name = isSecret ? "[*]" : keyOf(segment);
    keys.push(name);
    if (isSecret) text += name;
    else if (typeof name === "number") text += `[${name}]`;
    else if (typeof segment === "object" && !PLAIN.test(name)) text += `[${quote(name, NAME_LIMIT)}]`;
    else text += text ? `.${name}` : name;
  }
  const isLong = text.length > 2 * PATH_PART;
  return { path: isLong ? `${text.slice(0, PATH_PART)}…${text.slice(-PATH_PART)}` : text, keys };
}

/** Returns a text in quotes, cut after `limit` characters, with all that could upset a terminal or a log escaped. */
export function quote(text: string, limit = VALUE_LIMIT): string {
  return escapeControls(JSON.stringify(cut(text, limit)));
}

/** Returns the first `limit` characters of a text, and that there are more where there are. */
export function cut(text: string, limit = VALUE_LIMIT): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

/** Returns a text with its control, direction and invisible characters escaped. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
