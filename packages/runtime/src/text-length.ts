/** Returns whether a text has more than `max` code points. Reads the text only where its length leaves it open. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > 2 * max || countCodePoints(text) > max);
}

/** Returns whether a text has less than `min` code points. Reads the text only where its length leaves it open. */
export function isShorter(text: string, min: number): boolean {
  return text.length < 2 * min - 1 && (text.length < min || countCodePoints(text) < min);
}

/** Returns the length of a text as Smithy counts it (Smithy 2.0, "length trait"). Lone surrogates count one each. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
