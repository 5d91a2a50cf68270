import { joinSome } from "../words.js";

/** The reader asked for his own, so more of them are spelled out. */
const SHOWN_OWN = 20;

/** How names are listed. */
export interface ListOptions {
  /** So many are spelled out, the rest is counted. */
  readonly limit: number;
  /** Joins names. Default: as they are. */
  readonly list?: (names: readonly string[], limit: number) => string;
}

/**
 * Returns names of which the last ones, `others`, are not the reader's own: "A, B; not yours: C, D and 7 more". Where all
 * are of one kind, nothing is marked. `list` joins the first `limit` names and counts the rest.
 */
export function listOwnFirst(
  names: readonly string[],
  others: readonly string[],
  { limit, list = joinSome }: ListOptions,
): string {
  const own = names.slice(0, names.length - others.length);
  if (own.length === 0 || others.length === 0) return list(names, limit);
  return `${list(own, Math.max(limit, SHOWN_OWN))}; not yours: ${list(others, limit)}`;
}
