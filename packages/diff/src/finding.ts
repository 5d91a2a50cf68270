import type { Change } from "@shapelog/changes";
import type { Severity } from "@shapelog/diagnostics";
import type { Direction, PlaceCount, Position, ShapeId } from "@shapelog/model";
import type { Witness } from "./witness.js";

/** What a reader is told, from worst to best. Shown in the words of {@link VERDICT_WORDS}. */
export type Verdict = "breaking" | "check" | "safe" | "notice";

/** The verdicts from worst to best. */
export const VERDICTS = ["breaking", "check", "safe", "notice"] as const satisfies readonly Verdict[];

/** The words a reader sees. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  check: "Check your code",
  safe: "Safe",
  notice: "Notice",
};

/** The release a generated package needs (Semantic Versioning 2.0.0). */
export type Bump = "major" | "minor" | "patch";

/** What changes mean for a reader. */
export interface Finding {
  /** Twelve hex digits that stay the same from run to run and from commit to commit, whatever else changed. */
  readonly id: string;
  /** The rule's id; never renamed. `unclassified` where no rule covers the change. */
  readonly rule: string;
  /** Absent for changes that no data carries, such as a new operation. */
  readonly direction: Direction | undefined;
  readonly shape: ShapeId;
  /** All shapes that the same is told of, where these are several; `shape` is the first of them. */
  readonly shapes?: readonly ShapeId[] | undefined;
  readonly member?: string;
  /** For a deployed program talking to the service. */
  readonly wire: Severity;
  /**
   * For a TypeScript program compiled against the new generated package: `error` where building inputs or reading
   * outputs stops compiling, `danger` where only exhaustive switches do, else it compiles.
   */
  readonly source: Severity;
  readonly verdict: Verdict;
  /** The release it asks for, by all that a generated package ships. */
  readonly bump: Bump;
  /** The release it asks for by the package's types alone. */
  readonly typesBump: Bump;
  /** The changes it explains. */
  readonly changes: readonly Change[];
  /** Where it is met: every operation, direction and path; where there are many, each operation's shortest ones. */
  readonly positions: readonly Position[];
  /** How many different paths there are, where `positions` does not list them all. */
  readonly places?: PlaceCount;
  /** The operations it reaches, sorted. */
  readonly operations: readonly ShapeId[];
  /** What changed, in one sentence of Markdown. */
  readonly message: string;
  /** Whom it concerns: completes "Affected if you …". */
  readonly affected: string | undefined;
  /** What to do, as an instruction. */
  readonly action: string | undefined;
  /** What shows that it is true. Absent where nobody asked. */
  readonly witness?: Witness;
}

/**
 * A finding that has no id yet.
 *
 * @internal
 */
export type JudgedFinding = Omit<Finding, "id">;

/** Returns the worst verdict; `notice` where there is none. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst = VERDICTS.length - 1;
  for (const verdict of verdicts) worst = Math.min(worst, VERDICTS.indexOf(verdict));
  return VERDICTS[worst] ?? "notice";
}

/**
 * Returns findings from worst to best verdict; within one verdict those that ask for a major release come first, and
 * others stay in their order.
 */
export function sortWorstFirst<T extends Pick<Finding, "verdict" | "bump">>(findings: readonly T[]): T[] {
  const rank = ({ verdict, bump }: T) => VERDICTS.indexOf(verdict) * 2 + (bump === "major" ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
