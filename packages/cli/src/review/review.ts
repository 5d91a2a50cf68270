import { type ChangesetBump, CLAIM_CODES } from "@shapelog/changelog";
import { type Diagnostic, hasSeverity, isAtLeast, type Severity } from "@shapelog/diagnostics";
import {
  type Bump,
  type Comparison,
  countedFindings,
  isAtLeastBump,
  summarize,
  VERDICTS,
  type Verdict,
  worstVerdict,
} from "@shapelog/diff";
import { EXIT, type ExitCode } from "../terminal.js";
import type { ReviewBase } from "./find-base.js";

/** What became of a service since the base. */
export type ServiceState = "changed" | "unchanged" | "new" | "removed" | "unreadable";

/** What a review says of one service. */
export interface ReviewedService {
  readonly name: string;
  /** The name that it had, where that is another one. */
  readonly formerName?: string | undefined;
  readonly state: ServiceState;
  /** Where both sides could be read. */
  readonly comparison?: Comparison | undefined;
  /** The release that the change asks for. Absent where nothing changed, or it is not known. */
  readonly release?: AskedFor | undefined;
  /** What the pending changesets ask for. Absent without a package, or where they cannot be read. */
  readonly changesets?: PendingRelease | undefined;
  /** Why the sides could not be compared, as far as `check` does not say it. */
  readonly problems: readonly Diagnostic[];
  /** What `check` found, causes before what follows from them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A release that a change asks for. */
export interface AskedFor {
  readonly bump: Bump;
  /** One sentence of Markdown: "Release: major, because …". */
  readonly sentence: string;
}

/** The release of a package that the changesets which wait ask for together. */
export interface PendingRelease {
  readonly packageName: string;
  /** Absent where none names the package. */
  readonly bump: ChangesetBump | undefined;
}

/** All that a review says. */
export interface Review {
  /** Absent where it could not be found. */
  readonly base?: ReviewBase | undefined;
  /** From the repository's top, without a slash at its end; empty for the top, and where it is not known. */
  readonly folder: string;
  /** The folder that paths are shown from, from the repository's top; empty, or with a slash at its end. */
  readonly shownFrom: string;
  /** Those with the worst verdict first, then as in the configuration. */
  readonly services: readonly ReviewedService[];
  /** What is not about one service. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many entries have each verdict. A service that is no more is one that breaks. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** How a review ends: the words for its exit codes. */
export type ReviewOutcome = "nothing-found" | "found" | "could-not-check";

/** Returns the verdicts of a service's entries. */
export function countVerdicts({ state, comparison }: ReviewedService): VerdictCounts {
  if (state === "removed") return { breaking: 1, check: 0, safe: 0, notice: 0 };
  return comparison ? summarize(comparison).verdicts : { breaking: 0, check: 0, safe: 0, notice: 0 };
}

/** Returns the sum of counts. */
export function addCounts(all: readonly VerdictCounts[]): VerdictCounts {
  const sum = { breaking: 0, check: 0, safe: 0, notice: 0 };
  for (const each of all) for (const verdict of VERDICTS) sum[verdict] += each[verdict];
  return sum;
}

/** Returns the worst verdict that was counted; nothing where none was. A new service by itself is safe. */
export function findVerdict(services: readonly ReviewedService[]): Verdict | undefined {
  const counts = addCounts(services.map(countVerdicts));
  const found = VERDICTS.filter((verdict) => counts[verdict] > 0);
  const all = services.some(({ state }) => state === "new") ? [...found, "safe" as const] : found;
  return all.length === 0 ? undefined : worstVerdict(all);
}

/** Returns the biggest release that a change asks for. Each package has a version of its own. */
export function findLargestBump(services: readonly ReviewedService[]): Bump | undefined {
  let largest: Bump | undefined;
  for (const { release } of services)
    if (release && (largest === undefined || !isAtLeastBump(largest, release.bump))) largest = release.bump;
  return largest;
}

/** Returns all diagnostics of a review, each once. */
export function allDiagnostics({ services, diagnostics }: Review): readonly Diagnostic[] {
  return [...diagnostics, ...services.flatMap((each) => [...each.problems, ...each.diagnostics])];
}

/** Returns the exit code: whether all could be looked at, then `--fail-on`. */
export function exitOfReview(review: Review, failOn: Severity | "never"): ExitCode {
  const diagnostics = allDiagnostics(review);
  const isLacking = review.base === undefined || review.services.some(({ state }) => state === "unreadable");
  if (isLacking || diagnostics.some(({ exit }) => exit === "usage")) return EXIT.usage;
  if (failOn === "never") return EXIT.ok;
  const isFound =
    hasSeverity(diagnostics, failOn) ||
    review.services.some((each) => findSeverities(each).some((severity) => isAtLeast(severity, failOn)));
  return isFound ? EXIT.findings : EXIT.ok;
}

/** Those who call a service that is no more call nothing. */
function findSeverities({ state, comparison }: ReviewedService): readonly Severity[] {
  if (state === "removed") return ["error"];
  return comparison ? countedFindings(comparison).flatMap(({ wire, source }) => [wire, source]) : [];
}

const OUTCOMES: Readonly<Record<ExitCode, ReviewOutcome>> = {
  [EXIT.ok]: "nothing-found",
  [EXIT.findings]: "found",
  [EXIT.usage]: "could-not-check",
  [EXIT.bug]: "could-not-check",
};

/** Returns the word for an exit code. */
export function outcomeOf(exit: ExitCode): ReviewOutcome {
  return OUTCOMES[exit];
}

/** Returns whether a diagnostic says that what is told in prose is not so. */
export function isAboutProse({ code }: Diagnostic): boolean {
  return CLAIM_CODES.has(code);
}
