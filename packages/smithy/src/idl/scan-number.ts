import { isDigit } from "./characters.js";

/** Returns where a number ends, and what is wrong with it, if anything (Smithy 2.0, `Number`). */
export function scanNumber(text: string, start: number): { readonly end: number; readonly reason?: string } {
  const first = text.charCodeAt(start) === 45 ? start + 1 : start;
  let end = skipDigits(text, first);
  if (end === first) return { end, reason: "a digit follows -" };
  if (text.charCodeAt(first) === 48 && end > first + 1) return { end, reason: "it has leading zeros" };
  if (text.charCodeAt(end) === 46) {
    const fraction = end + 1;
    end = skipDigits(text, fraction);
    if (end === fraction) return { end, reason: "a digit follows the point" };
  }
  if ((text.charCodeAt(end) | 32) === 101) {
    const sign = text.charCodeAt(end + 1);
    const exponent = end + (sign === 43 || sign === 45 ? 2 : 1);
    end = skipDigits(text, exponent);
    if (end === exponent) return { end, reason: "a digit follows the exponent's sign" };
  }
  return { end };
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}
