import { DATE_TIME, HTTP_DATE, MONTHS } from "./simple-values.js";

/** Returns the time that a number of seconds since 1970 stands for, to the nearest millisecond. */
export function parseEpochSeconds(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}

/** Returns the time of a text of RFC 3339, section 5.6, cut to milliseconds; an invalid date for other texts. */
export function parseDateTime(text: string): Date {
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute] =
    DATE_TIME.exec(text) ?? [];
  const date = createDate([year, Number(month) - 1, day, hour, minute, second], fraction);
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  return sign === undefined ? date : new Date(date.getTime() - (sign === "-" ? -offset : offset));
}

/** Returns the time of an IMF-fixdate (RFC 9110, section 5.6.7), cut to milliseconds; an invalid date for other texts. */
export function parseHttpDate(text: string): Date {
  const [, day, month = "", year, hour, minute, second, fraction] = HTTP_DATE.exec(text) ?? [];
  return createDate([year, MONTHS.indexOf(month), day, hour, minute, second], fraction);
}

/** A second of 60 is the first of the next minute. Years before 100 are not of the twentieth century. */
function createDate(parts: readonly (string | number | undefined)[], fraction: string | undefined): Date {
  const [year = Number.NaN, month = 0, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const milliseconds = Number((fraction ?? "").slice(0, 3).padEnd(3, "0"));
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  return date;
}
