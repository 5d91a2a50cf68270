import { compareTexts } from "../../packages/patterns/dist/index.js";
import { findText } from "../../packages/witness/dist/limits.js";

/**
 * @import { Json, Schema } from "./read-schema.mjs"
 */

/** Longer texts are not made. */
const LONGEST = 2_000_000;
/** Longer texts are not made for slow patterns. */
const LONGEST_SLOW = 64;
/** Numbers that may be times are seconds that a date can hold. */
const LARGEST = 1e12;
const TIMES = {
  "date-time": ["2022-08-18T00:00:00Z", "1999-12-31T23:59:59.5Z"],
  "http-date": ["Thu, 18 Aug 2022 00:00:00 GMT"],
};

/**
 * Returns the edges of what a schema without parts takes: each value of an enum, the least and the greatest length and
 * number, texts for patterns. `other` is the schema that stands in the same place on the other side; what lies just
 * beyond its edges comes first. The first value is an ordinary one.
 * @param {Schema} own Resolved.
 * @param {Schema | undefined} other Resolved.
 * @returns {Json[]}
 */
export function leafValues(own, other) {
  if (own.enum) return sortEnum(valuesOf(own), other);
  switch (own.type) {
    case "boolean":
      return [true, false];
    case "null":
      return [null];
    case "integer":
    case "number":
      return numbers(own, other);
    case "string":
      return texts(own, other);
    default:
      return ["text", 1, { a: [true] }];
  }
}

/**
 * Returns the values of an enum that the schema takes.
 * @param {Schema} schema
 * @returns {Json[]}
 */
export function valuesOf(schema) {
  const refused = new Set(schema.not?.enum ?? []);
  return schema.enum.filter((/** @type {Json} */ value) => !refused.has(value));
}

/**
 * @param {readonly Json[]} values
 * @param {Schema | undefined} other
 */
function sortEnum(values, other) {
  const known = new Set(other?.enum ? valuesOf(other) : []);
  const [first, ...rest] = values;
  if (first === undefined) return [];
  const isNew = (/** @type {Json} */ value) => !known.has(value);
  return [...new Set([first, ...rest.filter(isNew), ...rest])];
}

/**
 * @param {Schema} own
 * @param {Schema | undefined} other
 */
function numbers(own, other) {
  const isWhole = own.type === "integer";
  const exact = isWhole ? Number.MAX_SAFE_INTEGER : LARGEST;
  const least = Math.max(own.minimum ?? -exact, -exact);
  const greatest = Math.min(own.maximum ?? exact, exact);
  const number = numberPart(other);
  const [low, high] = [number?.minimum, number?.maximum];
  const beyond = [low === undefined ? [] : [low - 1], high === undefined ? [] : [high + 1]].flat();
  const broken = isWhole ? [] : [0.5];
  const wide = [least, greatest, 1, 0, -1, 2 ** 31, -(2 ** 31) - 1];
  const all = [0, ...beyond, ...broken, ...wide].map((value) => (isWhole ? Math.trunc(value) : value));
  const fitting = all.filter((value) => value >= least && value <= greatest && Math.abs(value) <= exact);
  return [...new Set(fitting.map((value) => value + 0))]; // no -0
}

/** @param {Schema | undefined} other */
function numberPart(other) {
  const parts = /** @type {Schema[]} */ (other?.anyOf ?? []);
  return parts.find(({ type }) => type === "number") ?? other;
}

/**
 * @param {Schema} own
 * @param {Schema | undefined} other
 * @returns {Json[]}
 */
function texts(own, other) {
  const times = TIMES[/** @type {keyof typeof TIMES} */ (own.format)];
  if (times) return times;
  const span = spanOf(own, ["minLength", "maxLength"]);
  const sought = lengthsOf(span, other && spanOf(other, ["minLength", "maxLength"])).filter(
    (length) => length <= LONGEST,
  );
  if (own.contentEncoding === "base64")
    return [...new Set([4, ...sought.map((length) => wholeLength(length, span))])].flatMap((length) =>
      encoded(length, span),
    );
  const patterns = /** @type {string[]} */ (own.patterns ?? []);
  const base = find(patterns, span);
  const lost = other?.patterns?.length > 0 ? lostTexts({ own, other: other ?? {}, span }) : [];
  const exact = sought.flatMap((length) => find(patterns, { min: length, max: length }) ?? []);
  const free = patterns.length === 0 ? ["text", "é", "😀", "0", "2022-08-18T00:00:00Z", "TRUE"] : [];
  const all = [...(base === undefined ? [] : [base]), ...lost, ...exact, ...free];
  const longest = own["x-shapelog-slow-pattern"] ? LONGEST_SLOW : LONGEST;
  const fitting = [...new Set(all)].filter((text) => fits(text, span) && text.length <= longest);
  // Some patterns have no text of a length that is allowed, and of some none is found.
  return fitting.length > 0 ? fitting : ["a".repeat(Math.min(Math.max(span.min, 1), span.max, longest))];
}

/**
 * @typedef {{ readonly min: number, readonly max: number }} Span
 */

/**
 * @param {Schema} schema
 * @param {readonly [least: string, greatest: string]} names
 * @returns {Span}
 */
export function spanOf(schema, [least, greatest]) {
  return { min: schema[least] ?? 0, max: schema[greatest] ?? Number.POSITIVE_INFINITY };
}

/**
 * Returns the lengths at the ends of a span, and those a step beyond the other's ends, that the span has.
 * @param {Span} own
 * @param {Span | undefined} other
 */
export function lengthsOf(own, other) {
  const beyond = other ? [other.max + 1, other.min - 1] : [];
  const all = [...beyond, own.min, own.max, Math.min(own.min + 1, own.max)];
  return [...new Set(all)].filter(
    (length) => Number.isFinite(length) && length >= own.min && length <= own.max,
  );
}

/**
 * @param {string} text
 * @param {Span} span
 */
function fits(text, { min, max }) {
  const length = [...text].length;
  return length >= min && length <= max;
}

/** @type {Map<string, string | undefined>} */
const FOUND = new Map();

/**
 * @param {readonly string[]} patterns
 * @param {Span} length
 */
function find(patterns, length) {
  const key = JSON.stringify([patterns, length.min, length.max]);
  if (!FOUND.has(key)) FOUND.set(key, findText({ patterns, length }) ?? findSimpler(patterns, length));
  return FOUND.get(key);
}

/** So often something is repeated, where it may be very often. */
const REPEATED = 8;

/**
 * Returns a text for patterns of which an automaton is too large: made for such that repeat less.
 * @param {readonly string[]} patterns
 * @param {Span} length
 */
function findSimpler(patterns, length) {
  const simpler = patterns.map((pattern) =>
    pattern.replace(/\{(\d+),(\d+)\}/g, (all, least, most) =>
      Number(most) - Number(least) > REPEATED ? `{${least},${Number(least) + REPEATED}}` : all,
    ),
  );
  if (simpler.every((pattern, index) => pattern === patterns[index])) return undefined;
  const text = findText({ patterns: simpler, length });
  if (text === undefined || !fits(text, length) || text.length > LONGEST_SLOW * 2) return undefined;
  return patterns.every((pattern) => new RegExp(pattern, "u").test(text)) ? text : undefined;
}

/** @type {Map<string, string[]>} */
const LOST = new Map();

/**
 * Returns texts that the patterns of one side take and those of the other do not.
 * @param {{ own: Schema, other: Schema, span: Span }} sides
 * @returns {string[]}
 */
function lostTexts({ own, other, span }) {
  const theirs = spanOf(other, ["minLength", "maxLength"]);
  const key = JSON.stringify([own.patterns, span, other.patterns, theirs]);
  const known = LOST.get(key);
  if (known) return known;
  const { lost, byPatterns } = compareTexts(
    { patterns: own.patterns, length: span },
    { patterns: other.patterns, length: theirs },
  );
  const found = [byPatterns.lost?.text, lost?.text].flatMap((text) => text ?? []);
  const made =
    found.length > 0 || own.patterns.length > 0 ? found : ["a", "A", "0", " ", "", "a b", "é", "*", "/"];
  LOST.set(key, made);
  return made;
}

/**
 * Returns a length that base64 texts have: the next one, or the last one where that is beyond what is allowed.
 * @param {number} length
 * @param {Span} span
 */
function wholeLength(length, { max }) {
  const above = 4 * Math.ceil(length / 4);
  return above <= max ? above : above - 4;
}

/**
 * Returns base64 texts of so many characters, of each number of bytes that they can stand for.
 * @param {number} length
 * @param {Span} span
 */
function encoded(length, { min, max }) {
  if (length % 4 !== 0) return [];
  if (length < min || length > max) return [];
  if (length === 0) return [""];
  return ["AA==", "AAA=", "AAAA"].map((end) => "AAAA".repeat(length / 4 - 1) + end);
}
