import { printable } from "@shapelog/diagnostics";

/**
 * Returns values as Markdown code on one line, made safe to print. Backticks inside need a longer fence (CommonMark,
 * "Code spans").
 */
export function code(value: string | number): string {
  const text = printable(String(value)).replace(/\s+/g, " ");
  if (!text.includes("`")) return `\`${text}\``;
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/** Returns `a`, `a` and `b`, or `a`, `b` and `c`, as Markdown code; after `limit` (default 12) the rest are counted. */
export function codeList(values: readonly (string | number)[], word = "and", limit = 12): string {
  const shown = values.slice(0, limit).map(code);
  if (values.length > limit) shown.push(`${values.length - limit} more`);
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} ${word} ${last}`;
}

/** Returns the first `limit` names with commas between them, and how many more there are. */
export function joinSome(names: readonly string[], limit: number): string {
  const more = names.length - limit;
  return names.slice(0, limit).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Returns `1 place` or `2 places`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
