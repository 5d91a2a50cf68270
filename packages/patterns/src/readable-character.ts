/** A character, and how little a person can read of it: from 0 for letters and digits that every keyboard has. */
export interface RatedCharacter {
  readonly code: number;
  readonly rating: number;
}

/** Up to this rating a character is on every keyboard and seen when printed. */
export const READABLE = 2;

const BEST = codes("abcdefghijklmnopqrstuvwxyz0123456789").map((code) => ({ code, rating: 0 }));
const GOOD = codes("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map((code) => ({ code, rating: 1 }));
const SIGNS = codes("-_.:/@+=,#*!?$%&~^()[]{}<>|;'\"\\`").map((code) => ({ code, rating: 2 }));
const OTHERS = codes(" éñßøΩλжשعक中あ한😀").map((code) => ({ code, rating: 3 }));

/** Characters to show for others of their kind, the most readable first. */
export const EXAMPLES: readonly RatedCharacter[] = [...BEST, ...GOOD, ...SIGNS, ...OTHERS];

const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Of a range of which no example is known, so many characters are looked at. */
const LOOKED_AT = 32;

/** Returns the most readable of the first characters of a range. */
export function rateRange(first: number, last: number): RatedCharacter {
  for (let code = first; code <= Math.min(last, first + LOOKED_AT); code++) {
    if (SEEN.test(String.fromCodePoint(code))) return { code, rating: 4 };
  }
  return { code: first, rating: 5 };
}

function codes(text: string): readonly number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}
