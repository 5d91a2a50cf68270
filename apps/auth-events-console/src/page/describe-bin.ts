import type { Bin } from "../data/query.js";
import { formatDay, formatTime } from "../events/format-time.js";

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Returns the time of a bar, as exact as the bar is wide. */
export function describeBin({ from, to }: Pick<Bin, "from" | "to">): string {
  if (to - from < DAY) return `${formatTime(from).slice(0, -3)} to ${formatTime(to).slice(-8, -3)}`;
  const last = formatDay(to - 1);
  return formatDay(from) === last ? last : `${formatDay(from)} to ${last}`;
}

/** Returns the time of a bar for an axis: what all bars share is left out. */
export function shortenBin(from: number, bins: readonly Bin[]): string {
  const first = bins[0];
  const last = bins.at(-1);
  const date = new Date(from);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  if (!first || !last) return "";
  if (last.to - first.from <= 2 * DAY) return date.toISOString().slice(-13, -8);
  if (first.to - first.from < 20 * DAY) return `${date.getUTCDate()} ${month}`;
  return `${month} ${date.getUTCFullYear()}`;
}
