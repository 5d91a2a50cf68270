/** Year, month, day, hour, minute, second, fraction, and the offset's sign, hours and minutes. */
export const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
/** Day, month, year, hour, minute, second and fraction. */
export const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d+))? GMT$/;
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NOT_BASE64 = /[^A-Za-z0-9+/]/;

/** The most seconds before or after 1970 that a `Date` can hold. */
const MAX_SECONDS = 8_640_000_000_000;

/** Returns whether a value is a time as `epoch-seconds` has it: a number that a `Date` can hold. */
export function isEpochSeconds(value: unknown): boolean {
  return typeof value === "number" && value >= -MAX_SECONDS && value <= MAX_SECONDS;
}

/** Returns whether a value is a time as `date-time` has it (RFC 3339, section 5.6, in UTC), a leap second included. */
export function isDateTime(value: unknown): boolean {
  return isOffsetDateTime(value) && /[Zz]$/.test(String(value));
}

/** Returns whether a value is a time of RFC 3339, section 5.6, with any offset: readers need not insist on UTC. */
export function isOffsetDateTime(value: unknown): boolean {
  const parts = typeof value === "string" && value.length <= 64 ? DATE_TIME.exec(value) : null;
  if (!parts) return false;
  const [, year, month, day, hour, minute, second, , , offsetHour = "0", offsetMinute = "0"] = parts;
  return (
    isDay(year, Number(month), day) && isTime(hour, minute, second) && isTime(offsetHour, offsetMinute, "0")
  );
}

/** Returns whether a value is a time as `http-date` has it: IMF-fixdate (RFC 9110, section 5.6.7), fractions allowed. */
export function isHttpDate(value: unknown): boolean {
  const parts = typeof value === "string" && value.length <= 64 ? HTTP_DATE.exec(value) : null;
  if (!parts) return false;
  const [, day, month = "", year, hour, minute, second] = parts;
  return isDay(year, MONTHS.indexOf(month) + 1, day) && isTime(hour, minute, second);
}

function isDay(yearText: string | undefined, month: number, dayText: string | undefined): boolean {
  const year = Number(yearText);
  const day = Number(dayText);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

function isTime(hour: string | undefined, minute: string | undefined, second: string | undefined): boolean {
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
}

/** Returns whether a text is base64 with padding (RFC 4648, section 4). Linear in the text. */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const end = text.search(NOT_BASE64);
  return end === -1 || (end >= text.length - 2 && /^={1,2}$/.test(text.slice(end)));
}

/** Returns how many bytes a base64 text stands for. */
export function countBase64Bytes(text: string): number {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** Returns whether a value is a `Date` with a time in it, from this realm or another. */
export function isDate(value: unknown): boolean {
  if (!(value instanceof Date) && tagOf(value) !== "[object Date]") return false;
  return !Number.isNaN(Number(value));
}

/** Returns whether a value is a `Uint8Array`, from this realm or another. A Node `Buffer` is one. */
export function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array || tagOf(value) === "[object Uint8Array]";
}

/** Returns what a value says it is, such as `[object Date]`, from whichever realm; nothing for what is no object. */
export function tagOf(value: unknown): string {
  return typeof value === "object" ? Object.prototype.toString.call(value) : "";
}
