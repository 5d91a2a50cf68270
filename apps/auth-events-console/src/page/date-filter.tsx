import { CalendarDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight, X } from "lucide-react";
import {
  Button,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateRangePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
  RangeCalendar,
} from "react-aria-components";
import type { Query } from "../data/query.js";
import { describeBin } from "./describe-bin.js";

interface DateFilterProps {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly onChange: (changes: Pick<Query, "from" | "to">) => void;
}

const DAY = 86_400_000;

/** A range of days, in UTC as all times of the page, or the exact time that was chosen in the timeline. */
export function DateFilter({ from, to, onChange }: DateFilterProps) {
  const clear = () => onChange({ from: undefined, to: undefined });
  if (from !== undefined && to !== undefined && !(isDay(from) && isDay(to)))
    return (
      <Button
        className="button chosen"
        onPress={clear}
        aria-label={`Any time, not only ${describeBin({ from, to })}`}
      >
        <CalendarDays size={14} aria-hidden="true" />
        <span className="chosen-values">{describeBin({ from, to })}</span>
        <X size={14} aria-hidden="true" />
      </Button>
    );
  const value =
    from === undefined || to === undefined ? null : { start: readDay(from), end: readDay(to - DAY) };
  return (
    <DateRangePicker
      className={value ? "dates chosen" : "dates"}
      aria-label="Days, in UTC"
      value={value}
      onChange={(range) =>
        range ? onChange({ from: timeOf(range.start), to: timeOf(range.end) + DAY }) : clear()
      }
    >
      <Group className="date-group">
        <DateInput slot="start" className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <span aria-hidden="true">–</span>
        <DateInput slot="end" className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="button icon" aria-label="Choose days">
          <CalendarDays size={14} aria-hidden="true" />
        </Button>
        {value ? (
          // Outside the picker's own slot, which would make it the calendar's button.
          <Button slot={null} className="button icon" aria-label="Any day" onPress={clear}>
            <X size={14} aria-hidden="true" />
          </Button>
        ) : null}
      </Group>
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <RangeCalendar className="calendar">
            <header>
              <Button slot="previous" className="button icon">
                <ChevronLeft size={16} aria-hidden="true" />
              </Button>
              <Heading />
              <Button slot="next" className="button icon">
                <ChevronRight size={16} aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
          </RangeCalendar>
        </Dialog>
      </Popover>
    </DateRangePicker>
  );
}

/** The years that a calendar shows. A bar of a stranger's data can begin far outside of them. */
const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");

function isDay(time: number): boolean {
  return time % DAY === 0 && time >= FIRST && time <= LAST;
}

function readDay(time: number): CalendarDate {
  const date = new Date(time);
  return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function timeOf({ year, month, day }: CalendarDate): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
