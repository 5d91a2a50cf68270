import type { PatternTable } from "./build-table.js";
import type { Direction } from "./pattern-graph.js";

/** Returns the automaton that takes some texts and no others. */
export function buildValueTable(values: readonly string[], direction: Direction): PatternTable {
  const texts = values.map((value) => [...value].map((character) => character.codePointAt(0) ?? 0));
  const alphabet = [...new Set(texts.flat())].sort((a, b) => a - b);
  const columnOf = new Map(alphabet.map((code, index) => [code, index + 1]));
  const none = 1;
  const next: number[][] = [0, none].map(() => new Array<number>(alphabet.length + 1).fill(none));
  const accepting = [false, false];
  for (const text of texts) {
    let state = 0;
    for (const code of direction === "backward" ? text.reverse() : text) {
      const row = next[state] ?? [];
      const column = columnOf.get(code) ?? 0;
      if (row[column] === none) {
        row[column] = next.push(new Array<number>(alphabet.length + 1).fill(none)) - 1;
        accepting.push(false);
      }
      state = row[column] ?? none;
    }
    accepting[state] = true;
  }
  return { direction, ...partition(alphabet), next, accepting };
}

/** Each character of the alphabet is a kind of its own, and all others are one. */
function partition(alphabet: readonly number[]): Pick<PatternTable, "starts" | "kinds"> {
  const kindAt = new Map([[0, 0]]);
  for (const [index, code] of alphabet.entries()) {
    kindAt.set(code, index + 1);
    if (alphabet[index + 1] !== code + 1) kindAt.set(code + 1, 0);
  }
  const ranges = [...kindAt].sort(([a], [b]) => a - b);
  return { starts: ranges.map(([start]) => start), kinds: ranges.map(([, kind]) => kind) };
}
