const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/;
const HTTP_DATE =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? GMT$/;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Returns whether text is a `date-time` without an offset: RFC 3339, `1985-04-12T23:20:50.52Z`. */
export function isDateTime(text: string): boolean {
  const [, year, month, day, hour, minute, second] = DATE_TIME.exec(text) ?? [];
  return (
    isDate(Number(year), Number(month), Number(day)) && isTime(Number(hour), Number(minute), Number(second))
  );
}

/** Returns whether text is an `http-date`: the IMF-fixdate of RFC 9110, section 5.6.7. */
export function isHttpDate(text: string): boolean {
  const [, weekday, day, monthName = "", year, hour, minute, second = "0"] = HTTP_DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(monthName) + 1;
  if (!isDate(Number(year), month, Number(day)) || !isTime(Number(hour), Number(minute), Number(second)))
    return false;
  return (
    weekday === undefined ||
    DAYS[new Date(Date.UTC(Number(year), month - 1, Number(day))).getUTCDay()] === weekday
  );
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A leap second is a time. */
function isTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && (second < 60 || (second === 60 && hour === 23 && minute === 59));
}
