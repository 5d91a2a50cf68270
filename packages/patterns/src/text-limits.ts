/** What a text has to be: all that is there must hold. Nothing takes every text. */
export interface TextLimits {
  /** Patterns, each of which has to match somewhere in the text (Smithy 2.0, "pattern trait"). */
  readonly patterns?: readonly string[];
  /** The least and the greatest length, in code points, both allowed. */
  readonly length?: { readonly min?: number; readonly max?: number };
  /** The only texts. */
  readonly values?: readonly string[];
}

/** How many characters something may have: `min` to `max`, both allowed. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

export const ANY_LENGTH: Span = { min: 0, max: Number.POSITIVE_INFINITY };

/** Returns the lengths that are in both spans; there are none where `min` is above `max`. */
export function intersect(a: Span, b: Span): Span {
  return { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
}

/** Returns the whole lengths that limits allow. */
export function readSpan({ length }: TextLimits): Span {
  const { min = 0, max = Number.POSITIVE_INFINITY } = length ?? {};
  return { min: Math.max(0, Math.ceil(min)), max: Math.floor(max) };
}
