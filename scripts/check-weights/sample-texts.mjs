import vm from "node:vm";
import { makeTexts } from "./make-texts.mjs";
import { effective, valuesOf } from "./raw-models.mjs";

/**
 * @import { Reference } from "./raw-models.mjs"
 */

const SAMPLES = 300;
const LONGEST = 400;
/** A pattern can take very long on a text: what it does not decide in this time, in ms, decides nothing. */
const PATIENCE = 300;
/** Texts that an open string takes. */
const OPEN = [
  "",
  " ",
  "a",
  "A1",
  "é",
  "-",
  "_",
  ".",
  "/",
  "a b",
  "\n",
  "a\u0000",
  "x".repeat(300),
  "<>",
  "日本",
];

/** @type {Map<string, readonly string[]>} */
const sampled = new Map();

/**
 * Looks for a text that `from` takes and `to` refuses: texts are made at random from the pattern of `from`, and of its
 * lengths. botocore does not say whether anchors are for each alternative or for all of them: a text counts if it is so
 * under both readings.
 * @param {Reference} from
 * @param {Reference} to
 * @returns {string | undefined}
 */
export function findRefused(from, to) {
  const key = JSON.stringify(
    [from, to].map((at) => [...LIMITS.map((limit) => effective(at, limit) ?? null), valuesOf(at)]),
  );
  const known = refused.get(key);
  if (known) return known.text;
  const text = searchRefused(from, to);
  refused.set(key, { text });
  return text;
}

const LIMITS = ["pattern", "min", "max"];
/** @type {Map<string, { readonly text: string | undefined }>} */
const refused = new Map();

/**
 * @param {Reference} from
 * @param {Reference} to
 */
function searchRefused(from, to) {
  const candidates = textsOf(from);
  const takes = candidates.filter((text) => hasLength(from, text));
  const old = matchAll(effective(from, "pattern"), takes);
  const kept = takes.filter((_, index) => old?.[index] === true);
  const now = matchAll(effective(to, "pattern"), kept);
  return kept.find((text, index) => now?.[index] === false || !hasLength(to, text));
}

/**
 * @param {Reference} from
 * @returns {readonly string[]}
 */
function textsOf(from) {
  const values = valuesOf(from);
  if (values) return values;
  const pattern = effective(from, "pattern");
  if (typeof pattern !== "string") return [...OPEN, ...lengthsOf(from)];
  const known = sampled.get(pattern);
  if (known) return known;
  const made = makeTexts(pattern, { count: SAMPLES, seed: 1, longest: LONGEST });
  const texts = [...made, ...OPEN];
  sampled.set(pattern, texts);
  return texts;
}

/** @param {Reference} from */
function lengthsOf(from) {
  return ["min", "max"].flatMap((key) => {
    const length = Number(effective(from, key));
    return length >= 0 && length <= LONGEST ? ["a".repeat(length)] : [];
  });
}

/**
 * @param {Reference} at
 * @param {string} text
 */
function hasLength(at, text) {
  const length = [...text].length;
  const [min, max] = [effective(at, "min"), effective(at, "max")];
  return !(length < Number(min ?? 0)) && !(length > Number(max ?? Number.POSITIVE_INFINITY));
}

/**
 * Returns whether a pattern takes each of the texts; `undefined` for those on which its readings differ, and for all
 * where it cannot be read.
 * @param {unknown} pattern
 * @param {readonly string[]} texts
 * @returns {readonly (boolean | undefined)[] | undefined}
 */
function matchAll(pattern, texts) {
  if (typeof pattern !== "string") return texts.map(() => true);
  if (pattern.includes("&&[")) return undefined; // what two classes share, in Java alone
  const [whole, each] = [
    runPattern(`^(?:${isStart(pattern) ? `${pattern}.*` : pattern})$`, texts),
    runPattern(anchor(pattern), texts),
  ];
  return whole && each && texts.map((_, index) => (whole[index] === each[index] ? whole[index] : undefined));
}

/**
 * Returns a pattern with the anchors that it leaves out: it is for the whole text.
 * @param {string} pattern
 */
export function anchor(pattern) {
  if (isStart(pattern)) return `${pattern}.*$`;
  return `${pattern.startsWith("^") ? "" : "^"}${pattern}${/(^|[^\\])(\\\\)*\$$/.test(pattern) ? "" : "$"}`;
}

/**
 * @param {string} pattern
 * @param {readonly string[]} texts
 * @returns {readonly boolean[] | undefined}
 */
function runPattern(pattern, texts) {
  // Without the flag, names of properties of characters are other texts.
  for (const flags of /\\[pP]\{/.test(pattern) ? ["u"] : ["u", ""]) {
    try {
      const code = "texts.map((text) => new RegExp(pattern, flags).test(text))";
      return vm.runInNewContext(code, { texts, pattern, flags }, { timeout: PATIENCE });
    } catch {
      // Not to be read, or too slow.
    }
  }
  return undefined;
}

/**
 * Whether a pattern is one text behind `^`: how texts begin, as there would be one of them else.
 * @param {string} pattern
 */
function isStart(pattern) {
  return (
    pattern.startsWith("^") && /^[^\\$.|?*+()[\]{}]+$/.test(pattern.slice(1).replace(/\\[^A-Za-z0-9]/g, ""))
  );
}
