import type { CharacterElement, CharacterSet } from "@shapelog/patterns";
import { toUnicodeSet } from "regexp-ast-analysis";

/**
 * Returns the characters that an element of a pattern takes (flag `u`). Properties are those of one version of Unicode:
 * what is generated must not depend on the JavaScript that runs.
 */
export function readFixedCharacters(element: CharacterElement): CharacterSet {
  return toUnicodeSet(element, { unicode: true }).chars.ranges;
}
