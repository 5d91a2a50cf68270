/** A number's digits without zeros at either end, and how many of them stand before the point. */
interface Decimal {
  /** 0 for zero, which has no digits. */
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly point: number;
}

/**
 * Returns a negative number, 0 or a positive one as the first of two decimal numbers is less than the second, equal to it
 * or greater. They are compared by their digits, so that numbers of any size are told apart; in steps of their length.
 */
export function compareDecimals(first: string, second: string): number {
  const [a, b] = [readDecimal(first), readDecimal(second)];
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.point !== b.point) return (a.point - b.point) * a.sign;
  return a.digits === b.digits ? 0 : a.sign * (a.digits < b.digits ? -1 : 1);
}

const PARTS = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

function readDecimal(text: string): Decimal {
  const [, minus, whole = "", fraction = "", exponent = "0"] = PARTS.exec(text) ?? [];
  const all = whole + fraction;
  const start = all.search(/[1-9]/);
  if (start === -1) return { sign: 0, digits: "", point: 0 };
  let end = all.length;
  while (all[end - 1] === "0") end--;
  const point = whole.length - start + Number(exponent);
  return { sign: minus === "-" ? -1 : 1, digits: all.slice(start, end), point };
}
