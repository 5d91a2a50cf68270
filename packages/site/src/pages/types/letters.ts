import { letterSegment } from "../../names/letter-segments.js";
import type { ServiceRecord } from "../../record/service-record.js";

/** A page of the types that begin alike. */
export interface Letter {
  readonly letter: string;
  readonly count: number;
  readonly url: string;
}

/** Services of fewer types have them on one page. */
const ONE_PAGE = 1000;

/** Returns the address of a service's types. */
export function typesUrl({ url }: Pick<ServiceRecord, "url">): string {
  return `${url}types/`;
}

/** Returns the letter that a name is listed by. */
export function letterOf(name: string): string {
  return /^[a-z]/i.exec(name)?.[0].toUpperCase() ?? "Other";
}

/** Returns the pages that a service's types are divided into; one alone has no letters. */
export function findLetters(record: ServiceRecord): Letter[] {
  const counts = new Map<string, number>();
  for (const { name } of record.types) counts.set(letterOf(name), (counts.get(letterOf(name)) ?? 0) + 1);
  const base = typesUrl(record);
  const divided = record.types.length > ONE_PAGE;
  return [...counts].map(([letter, count]) => ({
    letter,
    count,
    url: divided ? `${base}${letterSegment(letter)}/` : `${base}#letter-${letter}`,
  }));
}

/** Returns whether a service's types are divided into pages. */
export function areDivided(record: ServiceRecord): boolean {
  return record.types.length > ONE_PAGE;
}
