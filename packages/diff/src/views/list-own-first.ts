import type { PlaceCount } from "@shapelog/model";
import { joinSome, type Shown } from "../words.js";

/** The reader asked for his own, so more of them are spelled out. */
const SHOWN_OWN = 20;

/** How names are listed. */
export interface ListOptions {
  /** So many are spelled out, the rest is counted. */
  readonly limit: number;
  /** How many there are, where the names are not all. */
  readonly total?: PlaceCount;
  /** Joins names. Default: as they are. */
  readonly list?: (names: readonly string[], shown: Shown) => string;
}

/**
 * Returns names of which the last ones, `others`, are not the reader's own: "A, B; not yours: C, D and 7 more". Where all
 * are of one kind, nothing is marked.
 */
export function listOwnFirst(
  names: readonly string[],
  others: readonly string[],
  { limit, total, list = joinSome }: ListOptions,
): string {
  const own = names.slice(0, names.length - others.length);
  if (own.length === 0 || others.length === 0) return list(names, { limit, total });
  const isAll = total === undefined || (total.exact && total.count <= names.length);
  const listPart = (part: readonly string[], most: number) =>
    list(part, { limit: most, total: isAll ? undefined : { count: part.length, exact: false } });
  return `${listPart(own, Math.max(limit, SHOWN_OWN))}; not yours: ${listPart(others, limit)}`;
}
