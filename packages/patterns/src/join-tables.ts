import type { PatternTable } from "./build-table.js";
import { EXAMPLES, type RatedCharacter, rateRange } from "./readable-character.js";

/** Characters between which no table tells: the column of each table, and one of them to show. */
export interface JoinedKind extends RatedCharacter {
  readonly columns: readonly number[];
}

const SURROGATES = { first: 0xd800, behind: 0xe000 };
const LAST = 0x10ffff;

/**
 * Returns the kinds of characters that some tables tell apart, the most readable first. Halves of characters are in
 * none: texts are of whole ones (Smithy 2.0, "string").
 */
export function joinKinds(tables: readonly PatternTable[]): readonly JoinedKind[] {
  const known = new Map<string, JoinedKind>();
  for (const { first, last, columns } of splitRanges(tables)) {
    const key = columns.join();
    const example = EXAMPLES.find(({ code }) => code >= first && code <= last) ?? rateRange(first, last);
    const found = known.get(key);
    if (!found || isBetter(example, found)) known.set(key, { ...example, columns });
  }
  return [...known.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1));
}

const PLACE = new Map(EXAMPLES.map(({ code }, index) => [code, index]));

function isBetter(a: RatedCharacter, b: RatedCharacter): boolean {
  if (a.rating !== b.rating) return a.rating < b.rating;
  const [first, second] = [PLACE.get(a.code), PLACE.get(b.code)];
  return first !== undefined && second !== undefined ? first < second : a.code < b.code;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly number[];
}

function splitRanges(tables: readonly PatternTable[]): readonly Range[] {
  const starts = new Set([
    0,
    SURROGATES.first,
    SURROGATES.behind,
    ...tables.flatMap((table) => table.starts),
  ]);
  const order = [...starts].sort((a, b) => a - b);
  const at = tables.map(() => 0);
  const ranges: Range[] = [];
  for (const [index, first] of order.entries()) {
    for (const [table, { starts: own }] of tables.entries()) {
      if (own[(at[table] ?? 0) + 1] === first) at[table] = (at[table] ?? 0) + 1;
    }
    if (first >= SURROGATES.first && first < SURROGATES.behind) continue;
    const columns = tables.map(({ kinds }, table) => kinds[at[table] ?? 0] ?? 0);
    ranges.push({ first, last: (order[index + 1] ?? LAST + 1) - 1, columns });
  }
  return ranges;
}
