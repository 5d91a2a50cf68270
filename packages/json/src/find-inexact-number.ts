import { visitJson } from "./visit-json.js";

/** A number literal that a double cannot hold. */
export interface InexactNumber {
  /** The literal, cut after 40 characters. */
  readonly literal: string;
  readonly value: number;
  readonly offset: number;
}

/** No integer of more digits fits a double. */
const MAX_DIGITS = 310;

/**
 * Returns the first integer literal whose value changes when it is read, or the first number too large for a double.
 * `undefined` where all of them survive.
 */
export function findInexactNumber(text: string): InexactNumber | undefined {
  let found: InexactNumber | undefined;
  visitJson(text, {
    scalar(kind, start, end) {
      if (found || kind !== "number" || end - start < 5 || isExact(text, start, end)) return;
      const literal = text.slice(start, Math.min(end, start + 40));
      found = { literal, value: Number(text.slice(start, end)), offset: start };
    },
  });
  return found;
}

function isExact(text: string, start: number, end: number): boolean {
  if (end - start > MAX_DIGITS && /^-?\d+$/.test(text.slice(start, end))) return false;
  const literal = text.slice(start, end);
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  // A literal that prints back as it was read lost nothing that anyone wrote.
  return /[.eE]/.test(literal) || String(value) === literal || BigInt(literal) === BigInt(value);
}
