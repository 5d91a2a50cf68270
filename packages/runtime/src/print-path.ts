import { isHidden, keyOf, type Segment } from "./failures.js";

const SEGMENT_LIMIT = 60;
const PATH_LIMIT = 400;

/** Returns a path for people: `AuthEvents[3].EventId`, `Tags["a b"]`, `Secrets[*]`. Bounded in length. */
export function printPath(path: readonly Segment[]): string {
  let text = "";
  for (const segment of path) {
    const name = keyOf(segment);
    if (isHidden(segment)) text += "[*]";
    else if (typeof name === "number") text += `[${name}]`;
    else if (typeof segment === "object" && (name.length > SEGMENT_LIMIT || !/^[A-Za-z_$][\w$]*$/.test(name)))
      text += `[${quote(name, SEGMENT_LIMIT)}]`;
    else text += text === "" ? name : `.${name}`;
  }
  if (text.length <= PATH_LIMIT) return text;
  return `${text.slice(0, PATH_LIMIT / 2)}…${text.slice(-PATH_LIMIT / 2)}`;
}

/** Returns a text in quotes, cut after `limit` characters, with all that could upset a terminal or a log escaped. */
export function quote(text: string, limit = 40): string {
  const quoted = escapeControls(JSON.stringify(text.slice(0, limit)));
  return text.length <= limit ? quoted : `${quoted.slice(0, -1)}…"`;
}

/** Returns a number's digits, the first of them where they are many. */
export function cut(digits: string, limit = 40): string {
  return digits.length <= limit ? digits : `${digits.slice(0, limit)}…`;
}

/** Returns a text with its control, direction and invisible characters escaped. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
