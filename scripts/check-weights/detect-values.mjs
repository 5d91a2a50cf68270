import { factAt } from "./fact.mjs";
import { effective, kindOf, requiredOf, valuesOf } from "./raw-models.mjs";
import { anchor, findRefused } from "./sample-texts.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { Reference } from "./raw-models.mjs"
 * @import { Place } from "./walk-operations.mjs"
 */

const ENUM = /enum\.value/;
const TYPE = /type\.|operation\.(input|output)\.changed|sparse/;
const LIMIT = /limit\.|pattern\.|type\.(narrowed|changed|closed|widened|opened)/;
const PATTERN = /pattern\.|limit\.|type\.(changed|closed|opened|narrowed)/;

/**
 * Finds what became of the kind, the values, the limits and the pattern at a place.
 * @param {Place} place
 * @returns {Iterable<Fact>}
 */
export function* detectValues(place) {
  const [old, now] = [kindOf(place.old), kindOf(place.now)];
  if (old !== now) {
    yield* detectKind(place, old, now);
    return;
  }
  yield* detectEnum(place);
  yield* detectBounds(place, old);
  if (old === "string") yield* detectPattern(place);
}

const WIDTHS = [
  ["byte", "short", "integer", "long", "biginteger"],
  ["float", "double", "bigdecimal"],
];

/**
 * @param {Place} place
 * @param {string} old
 * @param {string} now
 * @returns {Iterable<Fact>}
 */
function* detectKind(place, old, now) {
  const detail = `${old} became ${now}`;
  const isSame = old === "structure" && now === "union" && place.direction === "response" && holdsAll(place);
  const widths = WIDTHS.find((each) => each.includes(old) && each.includes(now));
  const isWider = widths !== undefined && widths.indexOf(old) < widths.indexOf(now);
  const isRequest = place.direction === "request";
  const fact = { detector: "type-changed", detail, says: TYPE };
  if (widths === undefined) {
    const isFraction = isRequest && WIDTHS[0]?.includes(old) && WIDTHS[1]?.includes(now);
    const reason = isFraction
      ? "fractions are taken, too"
      : isSame
        ? "one of the members that could be there comes"
        : undefined;
    yield factAt(place, { ...fact, want: reason === undefined ? "breaking" : undefined, reason });
  } else if (isWider !== isRequest) {
    yield factAt(place, { ...fact, want: isRequest ? "breaking" : "check" });
  }
}

/**
 * Returns whether an alternative was a member of the structure that the union was, and no member was promised.
 * @param {Place} place
 */
function holdsAll({ old, now }) {
  const names = Object.keys(old.shape.members ?? {});
  const others = now.shape.members ?? {};
  return requiredOf(old.shape).size === 0 && names.every((name) => Object.hasOwn(others, name));
}

/**
 * @param {Place} place
 * @returns {Iterable<Fact>}
 */
function* detectEnum(place) {
  const [old, now] = [valuesOf(place.old), valuesOf(place.now)];
  const isRequest = place.direction === "request";
  const shape = { subject: `${place.old.name} ${place.now.name}` };
  if (old === undefined && now === undefined) return;
  if (old === undefined || now === undefined) {
    if ((old === undefined) !== isRequest) return;
    const detail = old === undefined ? "open text became an enum" : "an enum became open text";
    const want = isRequest ? "breaking" : "check";
    yield factAt(place, {
      ...shape,
      detector: old ? "enum-opened" : "enum-closed",
      detail,
      want,
      says: TYPE,
    });
    return;
  }
  const lost = old.filter((value) => !now.includes(value));
  const gained = now.filter((value) => !old.includes(value));
  if (lost.length > 0) {
    const want = isRequest ? "breaking" : "check";
    yield factAt(place, {
      ...shape,
      detector: "enum-lost",
      detail: `lost ${lost.join(", ")}`,
      want,
      says: ENUM,
    });
  }
  if (gained.length > 0 && !isRequest) {
    const detail = `gained ${gained.join(", ")}`;
    yield factAt(place, { ...shape, detector: "enum-gained", detail, want: "check", says: ENUM });
  }
}

/** What no text, list or map exceeds. */
const LENGTHS = /** @type {const} */ ([0, 2 ** 31 - 1]);

/** What a kind of number holds anyway, and how long other kinds can be. */
/** @type {Readonly<Record<string, readonly [number, number] | undefined>>} */
const RANGES = {
  byte: [-(2 ** 7), 2 ** 7 - 1],
  short: [-(2 ** 15), 2 ** 15 - 1],
  integer: [-(2 ** 31), 2 ** 31 - 1],
  long: [-(2 ** 63), 2 ** 63 - 1],
  ...{ string: LENGTHS, list: LENGTHS, map: LENGTHS, blob: [0, Infinity] },
};

/** @param {unknown} value */
function numberOf(value) {
  return value === undefined ? undefined : Number(value);
}

/**
 * Requests: a limit that is new or narrower; responses: one that is wider or gone.
 * @param {Place} place
 * @param {string} kind
 * @returns {Iterable<Fact>}
 */
function* detectBounds(place, kind) {
  const isRequest = place.direction === "request";
  const [from, to] = isRequest ? [place.old, place.now] : [place.now, place.old];
  const [least, most] = RANGES[kind] ?? [-Infinity, Infinity];
  const [min, newMin] = [from, to].map((at) => Math.max(numberOf(effective(at, "min")) ?? least, least));
  const [max, newMax] = [from, to].map((at) => Math.min(numberOf(effective(at, "max")) ?? most, most));
  if (min === undefined || max === undefined || newMin === undefined || newMax === undefined) return;
  if (newMin <= min && newMax >= max) return;
  const detail = `${min}..${max} and ${newMin}..${newMax}`;
  const reason = kind === "string" ? findFormality(from, to) : undefined;
  const want = reason ? undefined : isRequest ? "breaking" : "check";
  const detector = isRequest ? "limit-narrower" : "limit-wider";
  yield factAt(place, { ...subjectOf(place, ["min", "max"]), detector, detail, want, reason, says: LIMIT });
}

/**
 * Where a pattern or an enum has lengths of its own, a limit of the length can be a formality.
 * @param {Reference} from
 * @param {Reference} to
 */
function findFormality(from, to) {
  const isOpen = valuesOf(from) === undefined && effective(from, "pattern") === undefined;
  if (isOpen || findRefused(from, to) !== undefined) return undefined;
  return "no text found that makes a difference";
}

/**
 * @param {Place} place
 * @returns {Iterable<Fact>}
 */
function* detectPattern(place) {
  const [old, now] = [effective(place.old, "pattern"), effective(place.now, "pattern")];
  if (old === now || (old !== undefined && now !== undefined && anchor(old) === anchor(now))) return;
  const isRequest = place.direction === "request";
  const [from, to] = isRequest ? [place.old, place.now] : [place.now, place.old];
  if (effective(to, "pattern") === undefined) return;
  const text = findRefused(from, to);
  const detail = `${old} became ${now}${text === undefined ? "" : `: ${JSON.stringify(text)}`}`;
  const reason = text === undefined ? "no text found that makes a difference" : undefined;
  const want = reason ? undefined : isRequest ? "breaking" : "check";
  const detector = isRequest ? "pattern-narrower" : "pattern-wider";
  yield factAt(place, { ...subjectOf(place, ["pattern"]), detector, detail, want, reason, says: PATTERN });
}

/**
 * Facts that shapes state are the same wherever the shapes stand; those that members state are theirs.
 * @param {Place} place
 * @param {readonly string[]} keys
 */
function subjectOf({ old, now }, keys) {
  const isOwn = keys.some((key) => old.ref[key] !== undefined || now.ref[key] !== undefined);
  return isOwn ? {} : { subject: `${old.name} ${now.name}` };
}
