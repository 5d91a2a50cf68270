/** Returns a number's literal, with all digits of large integers; the shortest text that reads back as the same double is another integer. */
export function printNumber(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : JSON.stringify(value);
}
