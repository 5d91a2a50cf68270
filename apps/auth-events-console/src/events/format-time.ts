/** Returns a time as `2022-08-18 10:00:05`, in UTC: a security team's clocks must agree. */
export function formatTime(time: Date | number): string {
  const text = new Date(time).toISOString();
  // Years beyond 9999 have a sign and six digits.
  return text.replace("T", " ").replace(/\.\d{3}Z$/, "");
}

/** Returns a day as `2022-08-18`. */
export function formatDay(time: number): string {
  return formatTime(time).replace(/ .*$/, "");
}
