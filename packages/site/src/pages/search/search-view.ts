import { compareCodeUnits } from "@shapelog/model";
import type { SharedSummary } from "../../service-summary.js";
import type { ServiceRef } from "../../views/service-ref.js";
import { paginate } from "../lists/list-view.js";
import { letterOf } from "../types/letters.js";

/** The page of searches: a form, and lists by letter for whoever has no script. */
export interface SearchView {
  readonly kind: "search";
  readonly letters: readonly NameLetter[];
}

/** The operations and types of all services that begin with a letter. */
export interface NameLetter {
  readonly letter: string;
  readonly count: number;
  readonly url: string;
}

/** One page of the operations and types that begin with a letter. */
export interface NamesView {
  readonly kind: "names";
  readonly letter: NameLetter;
  readonly letters: readonly NameLetter[];
  readonly rows: readonly FoundName[];
  readonly page: number;
  readonly pages: number;
  readonly urls: readonly string[];
}

/** An operation or a type of a service. */
export interface FoundName {
  readonly name: string;
  readonly kind: string;
  readonly url: string;
  readonly service: ServiceRef;
}

const NAMES_LENGTH = 600;

/** Returns the page of searches, and those of its letters. */
export function createSearchViews(summaries: readonly SharedSummary[]): {
  readonly search: SearchView;
  readonly names: readonly NamesView[];
} {
  const groups = new Map<string, FoundName[]>();
  for (const name of findNames(summaries)) {
    const letter = letterOf(name.name);
    const known = groups.get(letter);
    if (known) known.push(name);
    else groups.set(letter, [name]);
  }
  const sorted = [...groups].sort(([a], [b]) => a.length - b.length || compareCodeUnits(a, b));
  const letters = sorted.map(
    ([letter, own]): NameLetter => ({ letter, count: own.length, url: `/search/${letter.toLowerCase()}/` }),
  );
  const names = letters.flatMap((letter, index) =>
    paginate(sorted[index]?.[1] ?? [], NAMES_LENGTH, { url: letter.url }).map(
      (page): NamesView => ({
        ...{ kind: "names", letter, letters },
        ...page,
      }),
    ),
  );
  return { search: { kind: "search", letters }, names };
}

function findNames(summaries: readonly SharedSummary[]): FoundName[] {
  return summaries
    .flatMap(({ row: { service }, symbols }) =>
      symbols.map(([name, kind, url]): FoundName => ({ name, kind, url: `/${url}`, service })),
    )
    .sort((a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.url, b.url));
}
