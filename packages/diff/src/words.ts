import { printable } from "@shapelog/diagnostics";
import type { PlaceCount } from "@shapelog/model";

/**
 * Returns a value as Markdown code on one line, made safe to print; one without anything to see in words. Backticks
 * inside need a longer fence, and spaces at both ends one more (CommonMark, "Code spans").
 */
export function code(value: string | number): string {
  const text = printable(String(value)).replace(/\s+/g, " ");
  if (text.trim() === "") return nameBlank(text);
  if (!text.includes("`")) return /^ .* $/.test(text) ? `\` ${text} \`` : `\`${text}\``;
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/** Returns a value as it is; one without anything to see in words. */
export function visible(value: string | number): string {
  const text = String(value);
  return text.trim() === "" ? nameBlank(text) : text;
}

function nameBlank(text: string): string {
  return text === "" ? "the empty text" : "the text of spaces alone";
}

/** How much of a list is shown. */
export interface Shown {
  /** So many are spelled out, the rest is counted. */
  readonly limit: number;
  /** How many there are, where the list does not have all. Default: its length. */
  readonly total?: PlaceCount | undefined;
}

/**
 * Returns `a`, `a` and `b`, or `a`, `b` and `c`, as Markdown code; after a limit (default 12) the rest are counted.
 */
export function codeList(
  values: readonly (string | number)[],
  word = "and",
  shown: number | Shown = 12,
): string {
  return listWords(values.map(code), shown, word);
}

/** Returns words as {@link codeList} does values. */
export function listWords(list: readonly string[], shown: number | Shown = 12, word = "and"): string {
  const { limit, more } = splitShown(list, shown);
  const words = [...list.slice(0, limit), ...(more === undefined ? [] : [more])];
  return joinAnd(words, word);
}

/** Returns `a`, `a and b`, or `a, b and c`. */
export function joinAnd(words: readonly string[], word = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** Returns the first names with commas between them, and how many more there are. */
export function joinSome(names: readonly string[], shown: number | Shown): string {
  const { limit, more } = splitShown(names, shown);
  return names.slice(0, limit).join(", ") + (more === undefined ? "" : ` and ${more}`);
}

function splitShown(
  values: readonly unknown[],
  shown: number | Shown,
): { readonly limit: number; readonly more: string | undefined } {
  const { limit, total }: Shown = typeof shown === "number" ? { limit: shown } : shown;
  const more = countMore(total ?? { count: values.length, exact: true }, Math.min(limit, values.length));
  return { limit, more };
}

/** Returns how many there are besides the first: `2 more` or `at least 2 more`; nothing where there are no others. */
export function countMore({ count, exact }: PlaceCount, first: number): string | undefined {
  const more = count - first;
  if (exact) return more > 0 ? `${more} more` : undefined;
  return more > 0 ? `at least ${more} more` : "maybe more";
}

/** Returns `2 places` or `at least 2 places`. */
export function countPlaces({ count: number, exact }: PlaceCount): string {
  return exact ? count(number, "place") : `at least ${count(number, "place")}`;
}

/** Returns `1 place` or `2 places`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
