import type { PatternTable } from "./build-table.js";
import { coversPattern } from "./cover-pattern.js";
import {
  type FindTextsOptions,
  type FoundText,
  type FoundTexts,
  findTexts,
  SOUGHT,
  type Sought,
} from "./find-texts.js";
import type { Direction } from "./pattern-graph.js";
import { buildTables, buildValues, type ReadLimits, readLimits } from "./read-side.js";
import { READABLE } from "./readable-character.js";
import { createProduct, type Side, type TableProduct } from "./table-product.js";
import { readSpan, type Span, type TextLimits } from "./text-limits.js";
import { type Tried, tryTexts } from "./try-texts.js";

/**
 * How the texts that are taken after relate to those that were taken before: `wider` where all those are taken and more,
 * `narrower` where some of those and no others, `overlap` where some are lost, some gained, and some are taken as
 * before, `disjoint` where none is taken as before.
 */
export type TextRelation = "same" | "wider" | "narrower" | "overlap" | "disjoint" | "undecided";

/** A text by which two sides differ: a shortest one, or a little longer one that is not empty and is readable. */
export interface TextExample {
  /** Its length in code points. */
  readonly length: number;
  /** Absent where it is too long to be worked out. */
  readonly text?: string;
}

/**
 * How two sides relate. What is undecided may have one example. `wider` and `narrower` without any are shown by the form
 * of the patterns alone, which may take the same texts.
 */
export interface TextDifference {
  readonly relation: TextRelation;
  /** A text that was taken and is not any more; there is none without it, unless that is undecided or by form alone. */
  readonly lost?: TextExample;
  /** A text that is taken now and was not before; there is none without it, unless that is undecided or by form alone. */
  readonly gained?: TextExample;
}

/**
 * How two sides relate, as a whole and by what makes the difference: patterns (and lists of values) of one side that
 * refuse a text that the other side takes, or its length where both sides' patterns take it.
 */
export interface TextComparison extends TextDifference {
  readonly byPatterns: TextDifference;
  readonly byLengths: TextDifference;
  /** The lengths of the texts that each side takes, where the form of its pattern tells: `^[a-z]{1,64}$`, or none. */
  readonly lengths?: { readonly before: Span; readonly after: Span };
  /** How much work it is to tell, whether or not it was done before. */
  readonly steps: number;
}

/** The most characters that are read to compare two sides. */
const MOST_STEPS = 500_000;
/** The most work of all comparisons of one comparer: some seconds. */
const MOST_STEPS_OF_ALL = 100_000_000;
const MOST_KNOWN = 20_000;

const known = new Map<string, TextComparison>(); // only a cache: the result depends on the arguments alone

/**
 * Decides which texts are taken after and were not before, and the other way round, by automata of the patterns as
 * JavaScript runs them with the flag `u`; lengths are in code points. `undecided` is what has a pattern that cannot be
 * read or has no automaton (back references), and what takes too many steps; steps are counted, never timed.
 */
export function compareTexts(before: TextLimits, after: TextLimits): TextComparison {
  const key = JSON.stringify(
    [before, after].map(({ patterns, length, values }) => [patterns, length, values]),
  );
  const found = known.get(key) ?? compareRead(before, after);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

/** Returns {@link compareTexts} for the comparisons of one piece of work: with too many of them, the rest is undecided. */
export function createTextComparer(mostSteps = MOST_STEPS_OF_ALL): typeof compareTexts {
  let left = mostSteps;
  return (before, after) => {
    if (left <= 0) return compareWritten(before, after);
    const comparison = compareTexts(before, after);
    left -= comparison.steps;
    return comparison;
  };
}

function compareRead(before: TextLimits, after: TextLimits): TextComparison {
  const sides = [readLimits(before), readLimits(after)] as const;
  const [old, now] = sides;
  if (!old || !now) return compareWritten(before, after);
  const forward = buildProduct([old, now], "forward");
  const backward = forward.product ? undefined : buildProduct([old, now], "backward");
  const product = forward.product ?? backward?.product;
  const searched = product ? searchProduct(product) : NOT_SEARCHED;
  const steps = forward.work + (backward?.work ?? 0) + searched.steps;
  const lengths = old.taken && now.taken && { before: old.taken, after: now.taken };
  const written = { ...compareWritten(before, after), steps, ...(lengths ? { lengths } : {}) };
  const isSame = written.byPatterns.relation === "same";
  if (isSame && !product) return written;
  if (isSame || searched.complete) return relateFound({ ...searched, steps }, written);
  return compareByTrying({ before, after, searched, written });
}

/** Two sides that automata do not decide. */
interface Undecided {
  readonly before: TextLimits;
  readonly after: TextLimits;
  readonly searched: FoundTexts;
  readonly written: TextComparison;
}

/** Returns what the form of the patterns shows, and what texts do that are tried. */
function compareByTrying({ before, after, searched, written }: Undecided): TextComparison {
  const shown = relateByForm(before, after);
  const tried = tryTexts(before, after, SOUGHT_BY_FORM[shown] ?? []);
  const found = new Map<Sought, FoundText>([...(tried?.found ?? []), ...searched.found]);
  const steps = written.steps + (tried?.steps ?? 0);
  const related = relateFound({ found, complete: false, steps }, written);
  if (related.byPatterns.relation !== "undecided") return related;
  return {
    ...related,
    relation:
      related.relation === "undecided" && related.byLengths.relation === "same" ? shown : related.relation,
    byPatterns: { ...related.byPatterns, relation: shown },
  };
}

const SOUGHT_BY_FORM: Readonly<Partial<Record<TextRelation, readonly Tried[]>>> = {
  wider: ["gainedByPattern"],
  narrower: ["lostByPattern"],
  undecided: ["lostByPattern", "gainedByPattern", "common"],
};

const NOT_SEARCHED: FoundTexts = { found: new Map(), complete: false, steps: 0 };

/** Returns what is known of limits whose patterns are not compared: what is written alike is the same. */
function compareWritten(before: TextLimits, after: TextLimits): TextComparison {
  const differenceOf = (isSame: boolean): TextDifference => ({ relation: isSame ? "same" : "undecided" });
  const [old, now] = [before, after].map(({ patterns = [], values }) => JSON.stringify([patterns, values]));
  const [oldLength, newLength] = [readSpan(before), readSpan(after)];
  const hasSameLength = oldLength.min === newLength.min && oldLength.max === newLength.max;
  return {
    ...differenceOf(old === now && hasSameLength),
    byPatterns: differenceOf(old === now),
    byLengths: differenceOf(hasSameLength),
    steps: 0,
  };
}

/** All patterns of a side have to match: each of the wider side has to cover one of the other. */
function relateByForm(before: TextLimits, after: TextLimits): TextRelation {
  if (before.values || after.values) return "undecided";
  const [old, now] = [before.patterns ?? [], after.patterns ?? []];
  const covers = (wide: readonly string[], narrow: readonly string[]) =>
    wide.every((pattern) => narrow.some((inner) => coversPattern(pattern, inner)));
  const [isWider, isNarrower] = [covers(now, old), covers(old, now)];
  if (isWider && isNarrower) return "same";
  return isWider ? "wider" : isNarrower ? "narrower" : "undecided";
}

interface BuiltProduct {
  readonly product: TableProduct | undefined;
  readonly work: number;
}

function buildProduct(sides: readonly [ReadLimits, ReadLimits], direction: Direction): BuiltProduct {
  const maxLength = Math.max(...sides.map(({ length }) => length.max));
  const { tables, work } = buildTables([...new Set(sides.flatMap(({ sources }) => sources))], {
    ...{ direction, maxLength },
  });
  if (!tables) return { product: undefined, work };
  const all = new Map<string, PatternTable>(tables);
  let sum = work;
  for (const { values } of sides) {
    if (!values) continue;
    const built = buildValues(values, direction);
    sum += built.work;
    if (!built.table) return { product: undefined, work: sum };
    all.set(valuesKey(values), built.table);
  }
  const order = [...all.keys()];
  const sideOf = ({ sources, values, length, patternLength }: ReadLimits): Side => {
    const keys = [...sources, ...(values ? [valuesKey(values)] : [])];
    return { tables: keys.map((key) => order.indexOf(key)), length, patternLength };
  };
  return { product: createProduct([...all.values()], [sideOf(sides[0]), sideOf(sides[1])]), work: sum };
}

function valuesKey(values: readonly string[]): string {
  return `values ${JSON.stringify(values)}`;
}

/** So much longer a text may be that has characters, and of which all are readable. */
const LONGER = 12;

function searchProduct(product: TableProduct): FoundTexts {
  const first = findTexts(product, {
    ...{ sought: SOUGHT, leastLength: 0, mostLength: Number.POSITIVE_INFINITY },
    ...{ mostRating: Number.POSITIVE_INFINITY, mostSteps: MOST_STEPS },
  });
  const found = new Map(first.found);
  let { steps } = first;
  for (const [sought, text] of first.found) {
    for (const range of rangesBeside(product, sought, text)) {
      const again = findTexts(product, { sought: [sought], mostSteps: MOST_STEPS, ...range });
      steps += again.steps;
      const better = again.found.get(sought);
      if (!better) continue;
      found.set(sought, better);
      break;
    }
  }
  return { found, complete: first.complete, steps };
}

type Range = Pick<FindTextsOptions, "leastLength" | "mostLength" | "mostRating">;

/** Where the least length of the other side is greater, an example of that length is more than a reader looks at. */
const LONGEST_ASKED_FOR = 100;

/**
 * Returns where to look for a text that shows more than a shortest one does, the best first: what patterns tell apart is
 * shown by a text whose length both sides allow, and that is not empty and readable.
 */
function rangesBeside(
  { sides }: TableProduct,
  sought: Sought,
  { length, rating }: FoundText,
): readonly Range[] {
  if (sought === "common") return [];
  const isReadable = length > 0 && rating <= READABLE;
  const near: Range = { leastLength: 1, mostLength: length + LONGER, mostRating: READABLE };
  const other = sides[sought === "lostByPattern" ? 1 : 0].length;
  const isByLength = sought === "lostByLength" || sought === "gainedByLength";
  if (isByLength || other.min > LONGEST_ASKED_FOR || other.max < 1) return isReadable ? [] : [near];
  const isAllowed = other.min <= length && length <= other.max;
  const least = Math.max(1, other.min);
  const allowed = {
    leastLength: least,
    mostLength: Math.min(other.max, Math.max(least, length) + LONGER),
  };
  if (isAllowed) return isReadable ? [] : [{ ...allowed, mostRating: READABLE }];
  if (allowed.mostLength < allowed.leastLength) return isReadable ? [] : [near];
  return [
    { ...allowed, mostRating: READABLE },
    { ...allowed, mostRating: Number.POSITIVE_INFINITY },
    ...(isReadable ? [] : [near]),
  ];
}

function relateFound({ found, complete, steps }: FoundTexts, written: TextComparison): TextComparison {
  const relate = createRelate(found, complete);
  return {
    ...(written.lengths ? { lengths: written.lengths } : {}),
    ...relate(["lostByPattern", "lostByLength"], ["gainedByPattern", "gainedByLength"]),
    byPatterns:
      written.byPatterns.relation === "same"
        ? written.byPatterns
        : relate(["lostByPattern"], ["gainedByPattern"]),
    byLengths:
      written.byLengths.relation === "same"
        ? written.byLengths
        : relate(["lostByLength"], ["gainedByLength"]),
    steps,
  };
}

function createRelate(found: ReadonlyMap<Sought, FoundText>, complete: boolean) {
  const shortest = (sought: readonly Sought[]) =>
    sought.flatMap((one) => found.get(one) ?? []).sort((a, b) => a.length - b.length)[0];
  return (losses: readonly Sought[], gains: readonly Sought[]): TextDifference => {
    const [lost, gained] = [shortest(losses), shortest(gains)];
    return {
      relation: relationOf({ lost, gained, common: found.get("common"), complete }),
      ...(lost ? { lost: exampleOf(lost) } : {}),
      ...(gained ? { gained: exampleOf(gained) } : {}),
    };
  };
}

interface Found {
  readonly lost: FoundText | undefined;
  readonly gained: FoundText | undefined;
  readonly common: FoundText | undefined;
  readonly complete: boolean;
}

function relationOf({ lost, gained, common, complete }: Found): TextRelation {
  if (lost && gained && common) return "overlap";
  if (!complete) return "undecided";
  if (lost && gained) return "disjoint";
  if (lost) return "narrower";
  return gained ? "wider" : "same";
}

function exampleOf({ length, text }: FoundText): TextExample {
  return { length, ...(text === undefined ? {} : { text }) };
}
