import { createRandom } from "../random.mjs";

/**
 * Makes texts that a pattern may take. It knows no more of patterns than is needed to hit them often: what looks around
 * is skipped, and so is what refers back; who uses the texts matches them himself.
 */

/** Characters that negated classes, dots and classes of Unicode are tried with. */
const POOL = [
  ..."abzABZ019 _-./:=+@,;!?#$%&*()[]{}<>|\\^~`'\"",
  ...[
    "\t",
    "\n",
    "\r",
    "\u0000",
    "\u001f",
    "\u007f",
    "\u0085",
    "\u00a0",
    "é",
    "ß",
    "Ω",
    "日",
    "\u2028",
    "\ufffd",
    "😀",
  ],
];

/** @typedef {{ readonly random: () => number, readonly pattern: string, at: number }} Reading */
/** @typedef {(() => string)} Maker */

/**
 * @param {string} pattern
 * @param {{ readonly count: number, readonly seed: number, readonly longest: number }} options
 * @returns {readonly string[]}
 */
export function makeTexts(pattern, { count, seed, longest }) {
  const random = createRandom(seed);
  const make = readAlternatives({ random, pattern, at: 0 });
  const texts = new Set(Array.from({ length: count }, make));
  return [...texts].filter((text) => text.length <= longest);
}

/**
 * @param {Reading} reading
 * @returns {Maker}
 */
function readAlternatives(reading) {
  const alternatives = [readSequence(reading)];
  while (reading.pattern[reading.at] === "|") {
    reading.at++;
    alternatives.push(readSequence(reading));
  }
  return () => pick(reading.random, alternatives)();
}

/**
 * @param {Reading} reading
 * @returns {Maker}
 */
function readSequence(reading) {
  /** @type {Maker[]} */
  const parts = [];
  while (reading.at < reading.pattern.length && !"|)".includes(reading.pattern[reading.at] ?? "")) {
    const atom = readAtom(reading);
    parts.push(readQuantifier(reading, atom));
  }
  return () => parts.map((make) => make()).join("");
}

/**
 * @param {Reading} reading
 * @returns {Maker}
 */
function readAtom(reading) {
  const [char = ""] = String.fromCodePoint(reading.pattern.codePointAt(reading.at) ?? 0);
  const whole = String.fromCodePoint(reading.pattern.codePointAt(reading.at) ?? 0);
  if (char === "(") return readGroup(reading);
  if (char === "[") return readClass(reading);
  reading.at += whole.length;
  if (char === "^" || char === "$") return () => "";
  if (char === ".") return () => pick(reading.random, POOL);
  if (char !== "\\") return () => whole;
  const choices = readEscape(reading);
  return () => pickFrom(reading.random, choices);
}

/**
 * @param {Reading} reading
 * @returns {Maker}
 */
function readGroup(reading) {
  const rest = reading.pattern.slice(reading.at);
  const [opening = "("] = /^\((\?(:|=|!|<=|<!|<[A-Za-z0-9_]+>|P<[A-Za-z0-9_]+>|[a-z]+:))?/.exec(rest) ?? [];
  reading.at += opening.length;
  const make = readAlternatives(reading);
  reading.at++;
  return /^\(\?<?[=!]/.test(opening) ? () => "" : make;
}

/**
 * @param {Reading} reading
 * @param {Maker} make
 * @returns {Maker}
 */
function readQuantifier(reading, make) {
  const rest = reading.pattern.slice(reading.at);
  const [all, sign, from, comma, to] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})[?+]?/.exec(rest) ?? [];
  if (all === undefined) return make;
  reading.at += all.length;
  const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
  const most = sign === "?" ? 1 : sign !== undefined ? 300 : to ? Number(to) : comma ? least + 300 : least;
  return () => {
    const { random } = reading;
    const near = Math.min(most, least + Math.floor(random() * 8));
    const times = random() < 0.1 ? Math.min(most, 300) : random() < 0.15 ? least : near;
    return Array.from({ length: Math.min(times, 2000) }, make).join("");
  };
}

/** @typedef {{ readonly ranges: readonly (readonly [number, number])[], readonly isNot: boolean }} Choices */

const DIGITS = [[48, 57]];
const WORDS = [...DIGITS, [65, 90], [95, 95], [97, 122]];
const SPACES = [
  [9, 13],
  [32, 32],
  [160, 160],
];
/** @type {Readonly<Record<string, readonly (readonly [number, number])[]>>} */
const SETS = /** @type {any} */ ({ d: DIGITS, w: WORDS, s: SPACES });
/** @type {Readonly<Record<string, number>>} */
const CONTROLS = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

/**
 * Reads what follows a backslash.
 * @param {Reading} reading
 * @returns {Choices}
 */
function readEscape(reading) {
  const rest = reading.pattern.slice(reading.at);
  const [code, ...digits] = /^(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/.exec(rest) ?? [];
  if (code !== undefined) {
    reading.at += code.length;
    return one(Number.parseInt(digits.find(Boolean) ?? "0", 16));
  }
  const property = /^[pP](?:\{[^}]*\}|[A-Z])/.exec(rest)?.[0];
  if (property !== undefined) {
    reading.at += property.length;
    return { ranges: [], isNot: true };
  }
  const char = rest[0] ?? "";
  reading.at++;
  const set = SETS[char.toLowerCase()];
  if (set) return { ranges: set, isNot: char !== char.toLowerCase() };
  if (char === "b" || char === "B") return { ranges: [], isNot: false };
  return one(CONTROLS[char] ?? char.charCodeAt(0));
}

/**
 * @param {number} code
 * @returns {Choices}
 */
function one(code) {
  return { ranges: [[code, code]], isNot: false };
}

/**
 * @param {Reading} reading
 * @returns {Maker}
 */
function readClass(reading) {
  reading.at++;
  const isNot = reading.pattern[reading.at] === "^";
  if (isNot) reading.at++;
  /** @type {Choices[]} */
  const parts = [];
  while (reading.at < reading.pattern.length && (reading.pattern[reading.at] !== "]" || parts.length === 0)) {
    parts.push(readRange(reading));
  }
  reading.at++;
  if (!isNot) return () => pickFrom(reading.random, pick(reading.random, parts));
  const others = POOL.filter((char) => !parts.some((part) => includes(part, char)));
  return () => pick(reading.random, others.length > 0 ? others : POOL);
}

/** @param {Reading} reading */
function readRange(reading) {
  const first = readClassChar(reading);
  const next = reading.pattern[reading.at + 1];
  if (reading.pattern[reading.at] !== "-" || next === "]" || next === undefined) return first;
  const dash = reading.at++;
  const last = readClassChar(reading);
  const [from, to] = [first, last].map(({ ranges, isNot }) =>
    isNot || ranges.length !== 1 ? undefined : ranges[0],
  );
  if (from && to && from[0] <= to[1])
    return { ranges: [/** @type {const} */ ([from[0], to[1]])], isNot: false };
  reading.at = dash;
  return first;
}

/**
 * @param {Reading} reading
 * @returns {Choices}
 */
function readClassChar(reading) {
  const whole = String.fromCodePoint(reading.pattern.codePointAt(reading.at) ?? 0);
  reading.at += whole.length;
  return whole === "\\" ? readEscape(reading) : one(whole.codePointAt(0) ?? 0);
}

/**
 * @param {Choices} choices
 * @param {string} char
 */
function includes({ ranges, isNot }, char) {
  const code = char.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to) !== isNot;
}

/**
 * @param {() => number} random
 * @param {Choices} choices
 */
function pickFrom(random, choices) {
  if (choices.isNot)
    return pick(
      random,
      POOL.filter((char) => includes(choices, char)),
    );
  if (choices.ranges.length === 0) return "";
  const [from, to] = pick(random, choices.ranges);
  const code = random() < 0.2 ? from : random() < 0.2 ? to : from + Math.floor(random() * (to - from + 1));
  return String.fromCodePoint(code);
}

/**
 * @template Each
 * @param {() => number} random
 * @param {readonly Each[]} list
 * @returns {Each}
 */
function pick(random, list) {
  return /** @type {Each} */ (list[Math.floor(random() * list.length)]); // never called with an empty list
}
