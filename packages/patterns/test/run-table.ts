import type { PatternTable } from "../src/build-table.js";

/** Returns whether a table takes a text, as plainly as it can be said. */
export function runTable({ direction, starts, kinds, next, accepting }: PatternTable, text: string): boolean {
  const characters = direction === "backward" ? [...text].reverse() : [...text];
  const kindOf = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return kinds[starts.findLastIndex((start) => start <= code)] ?? 0;
  };
  const last = characters.reduce((state, character) => next[state]?.[kindOf(character)] ?? 0, 0);
  return accepting[last] === true;
}
