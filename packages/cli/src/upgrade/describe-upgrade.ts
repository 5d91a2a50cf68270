import { countedFindings, count as countWords, summarize, VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import { count } from "../count.js";
import { addCounts, type VerdictCounts } from "../review/review.js";
import type { PackageUpgrade, ServiceUpgrade } from "./upgrade-report.js";
import { showPoint } from "./upgrade-request.js";

/** Returns `1.27.54 → 1.27.55`. */
export function describePoints({ from, to }: PackageUpgrade): string {
  return `${showPoint(from)} → ${showPoint(to)}`;
}

/** Returns the verdict of what a package brings, as a sentence. */
export function describeVerdict({ changed, added, services }: PackageUpgrade): string {
  if (changed.length === 0 && added.length === 0)
    return services.length === 1
      ? "Nothing changed in the API."
      : `Nothing changed in ${count(services.length, "service")}.`;
  const counts = addCounts(changed.map(countEntries));
  const worst = VERDICTS.find((verdict) => counts[verdict] > 0);
  const { own } = splitServices({ changed });
  const figures = [
    ...(counts.breaking > 0 ? [`${counts.breaking} breaking`] : []),
    `${counts.check} to check`,
    ...(counts.safe > 0 ? [`${counts.safe} safe`] : []),
    ...(counts.notice > 0 ? [countWords(counts.notice, "notice")] : []),
    `${countWire(changed)} breaking on the wire`,
    ...(added.length > 0 ? [count(added.length, "new service")] : []),
  ];
  return `${worst === undefined ? "New" : VERDICT_WORDS[worst]}: ${figures.join(", ")}, in ${count(own.length, "service")}.`;
}

/** The services of an upgrade that concern the reader, and those of which he uses nothing that changed. */
export interface SplitServices {
  readonly own: readonly ServiceUpgrade[];
  readonly others: readonly ServiceUpgrade[];
}

/** Returns the services apart of which the reader uses something that changed; all are his where he did not say what is. */
export function splitServices({ changed }: Pick<PackageUpgrade, "changed">): SplitServices {
  const isOwn = ({ comparison, impact }: ServiceUpgrade) =>
    comparison.own === undefined || impact !== undefined || countedFindings(comparison).length > 0;
  return { own: changed.filter(isOwn), others: changed.filter((each) => !isOwn(each)) };
}

/** Returns the names of services that changed and are not used, as a sentence. */
export function describeOthers(others: readonly ServiceUpgrade[]): string {
  return `Changed, and nothing of it is used here: ${others.map(({ service }) => service).join(", ")}.`;
}

/** Returns how many entries of a service have each verdict. */
export function countEntries({ comparison }: ServiceUpgrade): VerdictCounts {
  return summarize(comparison).verdicts;
}

function countWire(changed: readonly ServiceUpgrade[]): number {
  return changed.reduce((sum, { comparison }) => sum + summarize(comparison).wireBreaking, 0);
}

/** Returns which states of a service are compared, as a sentence. */
export function describeStates({ comparison, revisions }: ServiceUpgrade): string {
  const [before, after] = [comparison.before, comparison.after].map(
    ({ date, label, release }) => `${date ?? label}${release === undefined ? "" : ` (${release})`}`,
  );
  return `The models of ${before} and ${after}, ${count(revisions.length, "revision")} apart.`;
}
