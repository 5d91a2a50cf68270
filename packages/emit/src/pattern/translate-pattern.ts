import { buildTable, type parsePattern, readPattern } from "@shapelog/patterns";
import { estimateSteps } from "./estimate-steps.js";
import { packTable } from "./pack-table.js";
import { readFixedCharacters } from "./read-fixed-characters.js";

/** A pattern as JavaScript has it, or why it has none. `reason` continues a sentence that ends in a colon. */
export type TranslatedPattern =
  | {
      readonly ok: true;
      readonly source: string;
      readonly flags: "u" | "";
      /**
       * For a pattern that can cost a backtracking engine too many steps: a table that finds the same in one pass over
       * the text, for `createMatcher` of `@shapelog/runtime/checks`. Absent where the pattern is safe as it is.
       */
      readonly table?: string;
    }
  | { readonly ok: false; readonly reason: string };

export interface TranslatePatternOptions {
  /**
   * The greatest length of a text the pattern is tried on, in characters, where whoever runs it checks the length first.
   * Patterns that are too slow for texts of any length may be fast enough for short ones, and tables hold for texts of
   * this length only. Default: no limit is known.
   */
  readonly maxLength?: number;
}

/** The steps a match may take: some tens of milliseconds. */
const MOST_STEPS = 5_000_000;
/** The length in characters for which steps are counted where there is no limit, or a higher one. */
const LONGEST_TEXT = 65_536;
const LONGEST_TABLE = 40_000;
const MOST_KNOWN = 50_000;

const known = new Map<string, TranslatedPattern>(); // only a cache: the result depends on the arguments alone

/**
 * Translates a Smithy pattern to the source of a JavaScript regular expression, for use with the flag `u`
 * (Smithy 2.0, "pattern trait"). Where a backtracking engine could take more than 5 million steps for a text of
 * `maxLength`, or of 65,536 characters, there is a table to use in its place. Refused are patterns that have no exact
 * translation, and those for which there would have to be a table and none of reasonable size is found.
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

/** Returns the greatest length that a pattern asks for before all else: `64` for `^(?=.{1,64}$)…`. */
function lengthAskedFirst({ alternatives }: ReturnType<typeof parsePattern>): number {
  const [only, ...others] = alternatives;
  const [start, ahead] = only?.elements ?? [];
  const isFirst = start?.type === "Assertion" && start.kind === "start" && others.length === 0;
  if (!isFirst || ahead?.type !== "Assertion" || ahead.kind !== "lookahead" || ahead.negate)
    return Number.POSITIVE_INFINITY;
  const [asked, ...more] = ahead.alternatives;
  const [all, end, ...rest] = asked?.elements ?? [];
  const isLength = all?.type === "Quantifier" && all.element.type === "CharacterSet";
  const isWhole = end?.type === "Assertion" && end.kind === "end" && rest.length + more.length === 0;
  return isLength && isWhole ? all.max : Number.POSITIVE_INFINITY;
}

function translate(pattern: string, maxLength: number): TranslatedPattern {
  const read = readPattern(pattern);
  if (read.refusal !== undefined) return { ok: false, reason: read.refusal };
  const { source, parsed } = read;
  const length = Math.min(maxLength, LONGEST_TEXT, lengthAskedFirst(parsed));
  const steps = estimateSteps(parsed, { length, limit: MOST_STEPS });
  if (steps <= MOST_STEPS) return { ok: true, source, flags: "u" };
  const built = buildTable(parsed, { maxLength, readCharacters: readFixedCharacters });
  const table = built && packTable(built);
  if (table !== undefined && table.length <= LONGEST_TABLE) return { ok: true, source, flags: "u", table };
  const slow = `on a text of ${length} characters it can take more than ${MOST_STEPS / 1e6} million steps`;
  return { ok: false, reason: `${slow}, and it is too large for a table that needs one step for each` };
}
