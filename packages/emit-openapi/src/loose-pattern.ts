import { translatePattern } from "@shapelog/emit";
import { patternPieces } from "./portable-pattern.js";

const PROPERTY = /^\\[pP]\{/;

/** Beyond Latin-1 every character is taken: halves of those beyond the sixteen bits are among the first. */
const BEYOND = "\\u0100-\\uFFFF";
const ASTRAL = "[^\\0-\\uFFFF]";

/**
 * Returns a pattern that takes all texts that the one given takes, and has no properties such as `\p{L}`, which Python
 * does not know and JavaScript only with the flag `u`. A class that has one is exact for the characters up to U+00FF and
 * takes every other one. Returns `undefined` where there is no such pattern: where more in a class is less in a text,
 * and where an engine that backtracks could take long on it.
 */
export function loosePattern(source: string): string | undefined {
  const pieces = patternPieces(source);
  const groups: boolean[] = []; // whether each group that is open looks for what must not be there
  let result = "";
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? "";
    if (piece === "(") groups.push(/^\(\?<?!/.test(pieces.slice(index, index + 4).join("")));
    if (piece === ")") groups.pop();
    const end = piece === "[" ? pieces.indexOf("]", index + 1) : index;
    if (end === -1) return undefined;
    const set = pieces.slice(index, end + 1);
    if (set.some((item) => PROPERTY.test(item))) {
      if (groups.includes(true)) return undefined;
      result += looseClass(set.join(""));
    } else result += set.join("");
    index = end;
  }
  const judged = translatePattern(result);
  return judged.ok && judged.table === undefined ? result : undefined;
}

function looseClass(set: string): string {
  const exact = new RegExp(`^${set}$`, "u");
  const taken = Array.from({ length: 0x100 }, (_, code) => exact.test(String.fromCharCode(code)));
  let ranges = "";
  for (let first = 0; first < taken.length; first++) {
    if (!taken[first]) continue;
    let last = first;
    while (taken[last + 1]) last++;
    ranges += first === last ? hex(first) : `${hex(first)}-${hex(last)}`;
    first = last;
  }
  return `(?:[${ranges}${BEYOND}]|${ASTRAL})`;
}

function hex(code: number): string {
  const character = String.fromCharCode(code);
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}
