/**
 * How long what is removed has to have been `@deprecated` before. Where several are given, all of them have to be met: the
 * longest decides, as in the policies that people know.
 */
export interface DeprecationRule {
  readonly removeAfter: {
    /** Whole days between the two, by the ledger's dates. */
    readonly days?: number;
    /** Released versions of the package that have it as deprecated. Prereleases are none. */
    readonly releases?: number;
    /** Major versions of the package of which a release has it as deprecated; below 1.0.0 each minor counts as one. */
    readonly majors?: number;
  };
  /** The day, `YYYY-MM-DD`, from which on removals are held to it. Default: from the beginning. */
  readonly from?: string;
}

/** What is still to wait for, at least, before something may go. */
export interface Earliest {
  /** The day, `YYYY-MM-DD`. */
  readonly date?: string;
  /** How many more releases have to have it as deprecated. */
  readonly releases?: number;
  /** The first version, of what npm does not take by itself, that may be without it. */
  readonly version?: string;
}

/** Returns whether a rule asks for anything. */
export function asksForDeprecation({ removeAfter }: DeprecationRule): boolean {
  return Object.values(removeAfter).some((least) => least !== undefined && least > 0);
}

/** Returns whether a rule counts versions of the package. */
export function countsReleases({ removeAfter: { releases = 0, majors = 0 } }: DeprecationRule): boolean {
  return releases > 0 || majors > 0;
}

/** Returns what a rule asks for, for a sentence: `180 days and 2 releases`. */
export function describeRule({ removeAfter: { days, releases, majors } }: DeprecationRule): string {
  return listWords([
    countWords(days, "day"),
    countWords(releases, "release"),
    countWords(majors, "major version"),
  ]);
}

/** Returns a number with its word, or nothing for none. */
export function countWords(number: number | undefined, word: string): string {
  return number === undefined || number === 0 ? "" : `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** Returns those that are not empty with commas and an "and". */
export function listWords(words: readonly string[]): string {
  const all = words.filter((word) => word !== "");
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
