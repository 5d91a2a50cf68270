import { visibleName } from "../names/visible-name.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { ValueNode } from "../tree/value-nodes.js";
import { createTimeScale, placeAt, type TimeScale } from "./time-scale.js";

/** One time in which a value was there. */
export interface ValueBar {
  /** In hundredths of the picture's width. */
  readonly from: number;
  readonly to: number;
  /** Whether it begins and ends within the time shown. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A value with its bars. */
export interface ValueLine {
  readonly label: string;
  readonly bars: readonly ValueBar[];
}

/** When the values of an enum came and went, as a picture. */
export interface ValuesPictureView {
  readonly scale: TimeScale;
  readonly lines: readonly ValueLine[];
  /** How many more values there are. */
  readonly more: number;
  /** What the picture shows, in words. */
  readonly text: string;
}

const MOST_LINES = 24;
const MOST_LETTERS = 36;
const MOST_TOLD = 6;

/** Returns the picture of an enum's values, or `undefined` where all were there all the time. */
export function createValuesPicture(
  record: ServiceRecord,
  values: readonly ValueNode[],
): ValuesPictureView | undefined {
  const scale = createTimeScale(record);
  const moved = values.filter((value) => !value.present || (value.stretches[0]?.from ?? 0) > 0);
  if (!scale || moved.length === 0) return undefined;
  const isMoved = new Set(moved);
  const chosen =
    values.length <= MOST_LINES ? values : [...moved, ...values.filter((value) => !isMoved.has(value))];
  const lines = chosen.slice(0, MOST_LINES).toSorted(byTime);
  return {
    scale,
    lines: lines.map((value) => createLine(record, scale, value)),
    more: values.length - lines.length,
    text: describe(record, values),
  };
}

function byTime(a: ValueNode, b: ValueNode): number {
  const first = ({ stretches }: ValueNode) => stretches[0]?.from ?? 0;
  return first(a) - first(b) || Number(a.present) - Number(b.present);
}

function createLine(
  { revisions }: ServiceRecord,
  scale: TimeScale,
  { value, stretches }: ValueNode,
): ValueLine {
  const name = visibleName(value);
  const letters = [...name];
  return {
    label: letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : name,
    bars: stretches.map(({ from, to }): ValueBar => {
      const [start, end] = [revisions[from], revisions[to]];
      return {
        from: placeAt(scale, start?.revision.date ?? scale.start),
        to: placeAt(scale, end?.revision.date ?? scale.end),
        begins: from > 0,
        ends: end !== undefined,
      };
    }),
  };
}

/** Returns such as: `Success, Failure until 2022-08-18; Pass, Fail, InProgress since 2022-08-18.` */
function describe({ revisions }: ServiceRecord, values: readonly ValueNode[]): string {
  const groups = new Map<string, string[]>();
  for (const value of values.toSorted(byTime)) {
    const last = value.stretches.at(-1);
    const dateOf = (time = 0) => revisions[time]?.revision.date ?? "";
    const since = last && last.from > 0 ? ` since ${dateOf(last.from)}` : " from the start of the record";
    const time = value.present ? since : ` until ${dateOf(last?.to)}`;
    groups.set(time, [...(groups.get(time) ?? []), visibleName(value.value)]);
  }
  const told = [...groups].slice(-MOST_TOLD).map(([time, names]) => `${namesText(names)}${time}`);
  return `${told.join("; ")}. The list above has each of them.`;
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_TOLD);
  return names.length > shown.length
    ? `${shown.join(", ")} and ${names.length - shown.length} more`
    : shown.join(", ");
}
