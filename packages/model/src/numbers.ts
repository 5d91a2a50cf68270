/** No text that is read has it, so that no object of a model passes for a number; two copies of this package share it. */
const MARK = Symbol.for("@shapelog/model/BigNumber");

/**
 * A number that no double stands for: its digits as text. A double stands for the number that it prints as, so that
 * `9223372036854775807`, `9007199254740993` and `1e400` are numbers of this kind, and `9007199254740991` and `0.1` are
 * not. {@link readNumber} makes them, and makes plain numbers wherever it can: equal numbers have one form, and equal
 * texts. `JSON.stringify` prints the digits as a string; `printJson` and `canonicalJson` print the number.
 */
class BigNumber {
  /** The number as JSON writes it, without zeros that say nothing: two are equal where their texts are. */
  readonly text: string;

  static {
    Object.defineProperty(BigNumber.prototype, MARK, { value: true });
  }

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

export type { BigNumber };

/** A number of a model. Numbers are compared by value, as Smithy does: 1.0 is 1, 1e2 is 100, and -0 is 0. */
export type NodeNumber = number | BigNumber;

/** Least and greatest number, both inclusive. */
export interface NumberRange {
  readonly min?: NodeNumber;
  readonly max?: NodeNumber;
}

/** Returns the number that a JSON literal writes, or `undefined` for any other text. Smithy writes numbers alike. */
export function readNumber(literal: string): NodeNumber | undefined {
  // Any fifteen digits survive in a double.
  if (literal.length < 16 && PLAIN.test(literal)) return Number(literal);
  const decimal = readDecimal(literal);
  if (!decimal) return undefined;
  const double = Number(literal);
  const text = printDecimal(decimal);
  const isHeld = Number.isFinite(double) && printDecimal(decimalOf(double)) === text;
  if (isHeld) return double;
  const number = new BigNumber(text);
  decimals.set(number, decimal);
  return number;
}

/** Returns the number that a text writes which is known to be a JSON literal. */
export function requireNumber(literal: string): NodeNumber {
  const number = readNumber(literal);
  if (number === undefined) throw new Error(`not a number: ${literal}`);
  return number;
}

/** Returns whether a value is a number that no double stands for. */
export function isBigNumber(value: unknown): value is BigNumber {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Most objects are plain, and to look for the mark in each takes longer.
  return prototype !== Object.prototype && prototype !== Array.prototype && MARK in value;
}

/** Returns whether a value is a number of any size. */
export function isNodeNumber(value: unknown): value is NodeNumber {
  return typeof value === "number" || isBigNumber(value);
}

/** Returns a number as JSON and Smithy write it, with all its digits. Numbers that are equal have equal texts. */
export function printNumber(value: NodeNumber): string {
  return typeof value === "number" ? JSON.stringify(value) : value.text;
}

/** Longer texts of numbers are cut: a reader would not read them. */
const SHOWN_LENGTH = 60;

/** Returns a number for people: all its digits, those before the point in groups of three; of a long one, the first 60. */
export function formatNumber(value: NodeNumber): string {
  const text = printNumber(value);
  if (text.length > SHOWN_LENGTH) return `${text.slice(0, SHOWN_LENGTH)}…`;
  return text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

/** Returns whether two numbers are equal. */
export function equalNumbers(a: NodeNumber, b: NodeNumber): boolean {
  return typeof a === "number" || typeof b === "number" ? a === b : a.text === b.text;
}

/**
 * Returns less than 0, 0 or more than 0, as the first number is less than the second, equal to it or more. Infinite
 * numbers, which no text writes, have their order too; NaN, which has none, gives NaN.
 */
export function compareNumbers(a: NodeNumber, b: NodeNumber): number {
  if (typeof a === "number" && typeof b === "number")
    return a === b ? 0 : a < b ? -1 : a > b ? 1 : Number.NaN;
  if (typeof a === "number" && !Number.isFinite(a)) return a;
  if (typeof b === "number" && !Number.isFinite(b)) return -b;
  return compareDecimals(decimalOf(a), decimalOf(b));
}

/** Returns whether a number has no fraction. */
export function isWhole(value: NodeNumber): boolean {
  if (typeof value === "number") return Number.isInteger(value);
  const { digits, exponent } = decimalOf(value);
  return exponent >= digits.length - 1;
}

/** Returns whether a number is below or above a range; `undefined` where it is in it. */
export function outside(value: NodeNumber, { min, max }: NumberRange): "below" | "above" | undefined {
  if (min !== undefined && compareNumbers(value, min) < 0) return "below";
  return max !== undefined && compareNumbers(value, max) > 0 ? "above" : undefined;
}

/**
 * Returns the double next to a number, infinite where it is larger than any: what a program that computes with doubles
 * gets from the digits. Of two numbers the lesser never gets the greater double.
 */
export function nearestDouble(value: NodeNumber): number {
  return typeof value === "number" ? value : Number(value.text);
}

/** Returns the least whole number that is not below a number. */
export function ceiling(value: NodeNumber): NodeNumber {
  return typeof value === "number" ? Math.ceil(value) : roundTowards(value, 1);
}

/** Returns the greatest whole number that is not above a number. */
export function floor(value: NodeNumber): NodeNumber {
  return typeof value === "number" ? Math.floor(value) : roundTowards(value, -1);
}

/**
 * Compares two numbers in text form exactly, whatever their size; `undefined` where one of them is not a number
 * (Smithy 2.0, "Numeric comparators").
 */
export function compareNumberTexts(left: string, right: string): number | undefined {
  const a = readDecimal(left);
  const b = readDecimal(right);
  return a && b && compareDecimals(a, b);
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Digits without zeros at either end. */
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: bigint;
}

/** Taken apart once: a text may be long, and a limit is compared with every value of its shape. */
const decimals = new WeakMap<BigNumber, Decimal>();

function decimalOf(value: NodeNumber): Decimal {
  const known = typeof value === "number" ? undefined : decimals.get(value);
  const decimal = known ?? readDecimal(String(value));
  if (!decimal) throw new Error(`not a finite number: ${value}`);
  if (typeof value !== "number") decimals.set(value, decimal);
  return decimal;
}

function readDecimal(text: string): Decimal | undefined {
  const [, minus, whole, fraction = "", power = "0"] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first === -1) return { sign: 0, digits: "", exponent: 0n };
  let end = all.length;
  while (all.charCodeAt(end - 1) === 48) end--;
  const exponent = BigInt(whole.length - first - 1) + BigInt(power);
  return { sign: minus === "-" ? -1 : 1, digits: all.slice(first, end), exponent };
}

function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.exponent !== b.exponent) return a.exponent < b.exponent ? -a.sign : a.sign;
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -a.sign : a.sign;
}

/** So many zeros are written out behind the digits of a number, and so many before them. */
const [ZEROS_BEHIND, ZEROS_BEFORE] = [21, 6] as const;

/** Returns the one text of a number: digits with a point, or a power of ten where that would need many zeros. */
function printDecimal({ sign, digits, exponent }: Decimal): string {
  if (sign === 0) return "0";
  const minus = sign < 0 ? "-" : "";
  const point = exponent + 1n;
  if (point > digits.length + ZEROS_BEHIND || point <= -ZEROS_BEFORE)
    return minus + printPower(digits, exponent);
  const at = Number(point);
  if (at <= 0) return `${minus}0.${"0".repeat(-at)}${digits}`;
  if (at >= digits.length) return minus + digits.padEnd(at, "0");
  return `${minus}${digits.slice(0, at)}.${digits.slice(at)}`;
}

function printPower(digits: string, exponent: bigint): string {
  return `${digits.slice(0, 1)}${digits.length > 1 ? "." : ""}${digits.slice(1)}e${exponent}`;
}

/** A number with a fraction has its point among or before its digits, so that the work is bounded by its text. */
function roundTowards(value: BigNumber, direction: -1 | 1): NodeNumber {
  if (isWhole(value)) return value;
  const { sign, digits, exponent } = decimalOf(value);
  const whole = exponent < 0n ? 0n : BigInt(digits.slice(0, Number(exponent) + 1));
  const rounded = sign === direction ? whole + 1n : whole;
  return requireNumber((sign < 0 ? -rounded : rounded).toString());
}
