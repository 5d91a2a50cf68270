const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Digits without zeros at either end. */
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
}

/**
 * Compares two numbers in text form exactly, whatever their size; `undefined` where one of them is not a number
 * (Smithy 2.0, "Numeric comparators").
 */
export function compareNumbers(left: string, right: string): number | undefined {
  const a = readDecimal(left);
  const b = readDecimal(right);
  if (!a || !b) return undefined;
  if (a.sign !== b.sign) return a.sign - b.sign;
  return a.sign * compareMagnitudes(a, b);
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.exponent !== b.exponent) return a.exponent < b.exponent ? -1 : 1;
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -1 : 1;
}

function readDecimal(text: string): Decimal | undefined {
  const [, minus, whole, fraction = "", power = "0"] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first === -1) return { sign: 0, digits: "", exponent: 0 };
  const digits = all.slice(first).replace(/0+$/, "");
  return { sign: minus === "-" ? -1 : 1, digits, exponent: whole.length - first + Number(power) };
}
