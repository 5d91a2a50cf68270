import type { ServiceRecord } from "../../record/service-record.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { createNameRow, type NameRow } from "../service/service-view.js";
import { areDivided, findLetters, type Letter, letterOf, typesUrl } from "./letters.js";

/** A page of a service's types. */
export interface TypesView {
  readonly kind: "types";
  readonly service: ServiceRef;
  readonly url: string;
  readonly total: number;
  readonly letters: readonly Letter[];
  /** The letter of this page, where types are divided into pages. */
  readonly letter?: string;
  readonly groups: readonly { readonly letter: string; readonly rows: readonly NameRow[] }[];
  /** How many more types begin with the letter. */
  readonly more: number;
}

const MOST_ROWS = 1200;

/** Returns the pages of a service's types: all on one, or one of letters and one for each letter. */
export function createTypesViews(record: ServiceRecord): TypesView[] {
  const letters = findLetters(record);
  const base = {
    kind: "types" as const,
    service: serviceRef(record),
    total: record.types.length,
    letters,
    more: 0,
  };
  const groups = letters.map(({ letter }) => {
    const own = record.types.filter(({ name }) => letterOf(name) === letter);
    return { letter, own };
  });
  const rowsOf = (own: ServiceRecord["types"]) =>
    own.slice(0, MOST_ROWS).map((type) => createNameRow(record, type));
  const url = typesUrl(record);
  if (!areDivided(record))
    return [{ ...base, url, groups: groups.map(({ letter, own }) => ({ letter, rows: rowsOf(own) })) }];
  return [
    { ...base, url, groups: [] },
    ...letters.map((letter, index): TypesView => {
      const own = groups[index]?.own ?? [];
      const group = { letter: letter.letter, rows: rowsOf(own) };
      const more = Math.max(0, own.length - MOST_ROWS);
      return { ...base, url: letter.url, letter: letter.letter, groups: [group], more };
    }),
  ];
}
