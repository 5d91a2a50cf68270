import { RegExpParser } from "@eslint-community/regexpp";
import { findBacktracking } from "./find-backtracking.js";
import { rewritePattern } from "./rewrite-pattern.js";

/** A pattern as JavaScript has it, or why it has none. `reason` continues a sentence that ends in a colon. */
export type TranslatedPattern =
  | { readonly ok: true; readonly source: string; readonly flags: "u" | "" }
  | { readonly ok: false; readonly reason: string };

export interface TranslatePatternOptions {
  /**
   * The greatest length of a text the pattern is tried on, where whoever runs it checks the length first. Patterns
   * that are too slow for texts of any length may be fast enough for short ones. Default: no limit is known.
   */
  readonly maxLength?: number;
}

const LONGEST = 5000;
/** The steps a match may take: some tenths of a second. */
const MOST_STEPS = 2e8;
const MOST_WAYS = 2 ** 24;
const MOST_KNOWN = 50_000;

const parser = new RegExpParser({ ecmaVersion: 2024 });
const known = new Map<string, TranslatedPattern>(); // only a cache: the result depends on the arguments alone

/**
 * Translates a Smithy pattern to the source of a JavaScript regular expression, for use with the flag `u`
 * (Smithy 2.0, "pattern trait"). Refused are patterns that have no exact translation, and those that can cost a
 * backtracking engine more steps than is safe: exponentially many, or, for texts of `maxLength`, more than 200
 * million. Quadratic patterns are taken whatever the length.
 */
export function translatePattern(pattern: string, options: TranslatePatternOptions = {}): TranslatedPattern {
  const key = `${options.maxLength ?? ""} ${pattern}`;
  const cached = known.get(key);
  if (cached) return cached;
  const translated = translate(pattern, options.maxLength ?? Number.POSITIVE_INFINITY);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, translated);
  return translated;
}

function translate(pattern: string, maxLength: number): TranslatedPattern {
  if (pattern.length > LONGEST) return { ok: false, reason: `it is longer than ${LONGEST} characters` };
  const rewritten = rewritePattern(pattern);
  if (rewritten.refusal !== undefined) return { ok: false, reason: rewritten.refusal };
  const { source } = rewritten;
  if (!compiles(source)) return { ok: false, reason: "it is not a pattern that JavaScript can compile" };
  const reason = findDanger(source, maxLength);
  return reason === undefined ? { ok: true, source, flags: "u" } : { ok: false, reason };
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, "u").test(""); // a pattern that is too large fails at its first use
    return true;
  } catch {
    return false;
  }
}

function findDanger(source: string, maxLength: number): string | undefined {
  const found = findBacktracking(parser.parsePattern(source, 0, source.length, { unicode: true }));
  if (found.kind === "exponential") return "its time grows exponentially with the length of the text";
  if (found.kind === "unknown") return "it is too large to tell whether it is safe";
  if (found.factor > MOST_WAYS) return "it can match a text in too many ways";
  if (found.degree < 3 || steps(found.degree, maxLength) <= MOST_STEPS) return undefined;
  return `its time grows with the length of the text to the power of ${found.degree}`;
}

/** The ways to share out a text of `length` among `degree` loops. */
function steps(degree: number, length: number): number {
  let product = 1;
  for (let index = 1; index <= degree; index++) product *= length / index;
  return product;
}
