import type { EventIndex } from "./event-index.js";
import type { Query, Series, Timeline } from "./query.js";
import type { TextColumn } from "./text-column.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The widths that bars can have, so that they begin at round times; above a week they are months. */
const WIDTHS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY];
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 600, 1200];
const MOST_BARS = 48;

/** Counts the events that a query found over time, divided by the values of its grouping. */
export function createTimeline(index: EventIndex, found: Uint32Array, query: Query): Timeline {
  const { from, to, timeless } = findSpan(index.times, found);
  const column = index.columns[query.grouping];
  const series = findSeries(column, found);
  if (from > to) return { series: [], bins: [], timeless };
  const edges = findEdges(from, to);
  const bins = edges
    .slice(0, -1)
    .map((edge, at) => ({ from: edge, to: edges[at + 1] ?? edge, counts: series.map(() => 0) }));
  const places = new Map(series.map((one, place) => [keyOf(one), place]));
  for (const event of found) {
    const time = index.times[event] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    const bin = bins[findBin(edges, time)];
    const place = places.get(keyOf(seriesOf(column, column.codeAt(event))));
    if (bin && place !== undefined) bin.counts[place] = (bin.counts[place] ?? 0) + 1;
  }
  return { series, bins, timeless };
}

function findSpan(times: readonly number[], found: Uint32Array) {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let timeless = 0;
  for (const event of found) {
    const time = times[event] ?? Number.NaN;
    if (Number.isNaN(time)) timeless++;
    else {
      from = Math.min(from, time);
      to = Math.max(to, time);
    }
  }
  return { from, to, timeless };
}

/** The series that have events: known values in the order of the model, then the others. */
function findSeries(column: TextColumn, found: Uint32Array): readonly Series[] {
  const series = new Map<string, Series>();
  for (const event of found) {
    const one = seriesOf(column, column.codeAt(event));
    series.set(keyOf(one), one);
  }
  const order = [...column.known, "unknown", "absent"];
  return [...series.values()].sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
}

function seriesOf(column: TextColumn, code: number): Series {
  const value = column.valueOf(code);
  if (value === null) return ABSENT_SERIES;
  return code <= column.known.length ? { kind: "known", value } : UNKNOWN_SERIES;
}

const ABSENT_SERIES: Series = { kind: "absent" };
const UNKNOWN_SERIES: Series = { kind: "unknown" };

function keyOf(series: Series): string {
  return series.kind === "known" ? series.value : series.kind;
}

function findEdges(from: number, to: number): readonly number[] {
  const width = WIDTHS.find((each) => to - from < each * (MOST_BARS - 1));
  if (width === undefined) return findMonths(from, to);
  const edges = [Math.floor(from / width) * width];
  while ((edges.at(-1) ?? to) <= to) edges.push((edges.at(-1) ?? to) + width);
  return edges;
}

/** Months are told by the calendar, and so are years. */
function findMonths(from: number, to: number): readonly number[] {
  const first = countMonths(from);
  const last = countMonths(to);
  const step =
    MONTHS.find((each) => (last - first) / each < MOST_BARS - 1) ?? Math.ceil((last - first) / MOST_BARS);
  const edges = [];
  for (let month = Math.floor(first / step) * step; month <= last + step; month += step)
    edges.push(startOf(month));
  return edges;
}

/** The last and the first time that a `Date` holds. */
const LIMIT = 8.64e15;

function startOf(month: number): number {
  const year = Math.floor(month / 12);
  // `Date.UTC` takes the years 0 to 99 as of the twentieth century.
  const start = new Date(0).setUTCFullYear(year, month - year * 12, 1);
  return Number.isNaN(start) ? LIMIT * Math.sign(year) : start;
}

function countMonths(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Returns the bar whose start is the last that is not after a time; edges ascend, and the last of them ends a bar. */
function findBin(edges: readonly number[], time: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
