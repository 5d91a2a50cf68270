/** Returns the part of an address that the page of a letter has. No name of a shape begins with a hyphen. */
export function letterSegment(letter: string): string {
  return `-${letter.toLowerCase()}`;
}

/** The parts of addresses that pages of letters have; no type's page may have them. */
export const LETTER_SEGMENTS: readonly string[] = [..."abcdefghijklmnopqrstuvwxyz", "other"].map(
  letterSegment,
);
