import { hasSeverity, isAtLeast } from "@shapelog/diagnostics";
import { escapeMarkdown, VERDICT_WORDS, type Verdict } from "@shapelog/diff";
import { count } from "../count.js";
import {
  addCounts,
  allDiagnostics,
  countVerdicts,
  findLargestBump,
  findVerdict,
  type PendingRelease,
  type Review,
  type ReviewedService,
  type VerdictCounts,
} from "./review.js";

const COUNTED: Readonly<Record<Verdict, string>> = {
  breaking: "breaking",
  check: "to check",
  safe: "safe",
  notice: "only to know",
};

/**
 * Returns a review in one line: the worst verdict with how many there are of each, the release, and what `check` finds.
 * `mark` stands around what counts most.
 */
export function describeReview(review: Review, mark = ""): string {
  const { services, base } = review;
  if (!base) return `${mark}Could not review${mark}: what there is to compare could not be found.`;
  const lacking = services.filter(({ state }) => state === "unreadable").length;
  const verdict = findVerdict(services);
  const bump = findLargestBump(services);
  const errors = allDiagnostics(review).filter(({ severity }) => isAtLeast(severity, "error")).length;
  const sentences = [
    ...(lacking > 0
      ? [`${mark}Could not compare ${lacking} of ${count(services.length, "service")}${mark}.`]
      : []),
    describeVerdict(services, verdict, mark),
    ...(bump ? [`Release: ${mark}${bump}${mark}.`] : []),
    ...(errors > 0 ? [`shapelog check finds ${count(errors, "error")}.`] : []),
  ];
  return sentences.join(" ");
}

function describeVerdict(
  services: readonly ReviewedService[],
  verdict: Verdict | undefined,
  mark: string,
): string {
  const touched = services.filter(({ state }) => state !== "unchanged" && state !== "unreadable");
  const among = `in ${touched.length} of ${count(services.length, "service")}`;
  if (verdict === undefined) {
    const compared = services.filter(({ state }) => state === "unchanged").length;
    return `${mark}Nothing changed${mark} in ${count(compared, "service")}.`;
  }
  const counted = describeCounts(addCounts(services.map(countVerdicts)));
  const fresh = touched.filter(({ state }) => state === "new").length;
  const told = [...(counted === "" ? [] : [counted]), ...(fresh > 0 ? [count(fresh, "new service")] : [])];
  return `${mark}${VERDICT_WORDS[verdict]}${mark}: ${told.join(", ")}, ${among}.`;
}

/** Returns `1 breaking, 2 to check`; nothing where there is none. */
export function describeCounts(counts: VerdictCounts): string {
  return Object.entries(COUNTED)
    .flatMap(([verdict, words]) => {
      const number = counts[verdict as Verdict];
      return number > 0 ? [`${number} ${words}`] : [];
    })
    .join(", ");
}

/** Returns what became of a service, with how many entries of each verdict it has. */
export function describeState(service: ReviewedService): string {
  switch (service.state) {
    case "new":
      return "New";
    case "removed":
      return "Removed";
    case "unreadable":
      return "Could not be compared";
    case "unchanged":
      return hasSeverity(service.diagnostics)
        ? "Nothing changed; does not pass the check"
        : "Nothing changed";
    case "changed": {
      const verdict = findVerdict([service]);
      const counts = describeCounts(countVerdicts(service));
      return verdict === undefined ? "Changed" : `${VERDICT_WORDS[verdict]}: ${counts}`;
    }
  }
}

/** Returns what waiting changesets ask for, as Markdown. */
export function describePending({ bump, packageName }: PendingRelease): string {
  return bump === undefined
    ? `No changeset names ${escapeMarkdown(packageName)}.`
    : `The changesets ask for ${bump}.`;
}
