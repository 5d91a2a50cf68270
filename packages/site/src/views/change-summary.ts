import { type Bump, count, type Entry, VERDICT_WORDS, type Verdict } from "@shapelog/diff";
import { cleanText } from "../doc/inline-text.js";
import { safeHref } from "../doc/safe-href.js";
import type { RevisionRecord, ServiceRecord } from "../record/service-record.js";
import { chooseHeadline } from "./headline.js";
import { type ServiceRef, serviceRef } from "./service-ref.js";
import { type Moment, momentAt } from "./span-view.js";

/** Where a revision's model came from; the addresses where the site was told how they are made. */
export interface SourceView {
  readonly name: string;
  readonly version?: string;
  readonly versionUrl?: string;
  readonly commit?: string;
  readonly commitUrl?: string;
}

/** A revision as lists and feeds show it. */
export interface ChangeSummary {
  readonly url: string;
  readonly service: ServiceRef;
  readonly moment: Moment;
  readonly source?: SourceView;
  readonly verdict: Verdict;
  readonly baseline: boolean;
  /** Breaks a deployed program, or a program compiled against the generated package. */
  readonly breaks: boolean;
  /** The sentence of its worst entry, as Markdown. */
  readonly headline: string;
  /** How many more entries there are besides notices. */
  readonly more: number;
  readonly operations: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly wireBreaking: number;
  /** How many findings somebody decided to live with. Absent where none is. */
  readonly accepted?: number;
  readonly bump?: Bump;
  readonly bumpBecause?: string;
  /** The release that it asks for and why, as a sentence of Markdown. */
  readonly release?: string;
}

/** Returns a revision as lists show it. */
export function createChangeSummary(record: ServiceRecord, revision: RevisionRecord): ChangeSummary {
  const { summary, verdict, baseline, entries } = revision;
  const telling = entries.filter((entry) => entry.verdict !== "notice");
  const told = chooseHeadline(telling);
  const moment = momentAt(record, revision.time);
  const operations = record.operations.filter(({ stretches }) => stretches[0]?.from === revision.time).length;
  return {
    url: revision.url,
    service: serviceRef(record),
    moment: moment ?? { date: revision.revision.date, revision: revision.revision.id, url: revision.url },
    ...(revision.revision.source ? { source: createSourceView(record, revision.revision.source) } : {}),
    verdict,
    baseline,
    breaks: verdict === "breaking" || summary.bump === "major",
    headline: baseline
      ? `The record starts here, with ${count(operations, "operation")}.`
      : (told?.text ?? noticeHeadline(entries)),
    more: Math.max(0, telling.length - (told?.told ?? 0)),
    operations: baseline ? operations : summary.operations,
    counts: summary.verdicts,
    wireBreaking: summary.wireBreaking,
    ...(summary.accepted > 0 ? { accepted: summary.accepted } : {}),
    ...(summary.bump ? { bump: summary.bump } : {}),
    ...(summary.bumpBecause === undefined ? {} : { bumpBecause: summary.bumpBecause }),
    ...(revision.release === undefined ? {} : { release: revision.release }),
  };
}

function createSourceView(
  { links }: ServiceRecord,
  source: NonNullable<RevisionRecord["revision"]["source"]>,
): SourceView {
  const versionUrl = fillTemplate(links.version, "{version}", source.version);
  const commitUrl = fillTemplate(links.commit, "{commit}", source.commit);
  return {
    ...source,
    ...(versionUrl === undefined ? {} : { versionUrl }),
    ...(commitUrl === undefined ? {} : { commitUrl }),
  };
}

/** Nothing of a stranger can leave its place in the address. */
function fillTemplate(
  template: string | undefined,
  hole: string,
  value: string | undefined,
): string | undefined {
  if (template === undefined || value === undefined || /^\.*$/.test(value)) return undefined;
  return safeHref(template.replaceAll(hole, () => encodeURIComponent(cleanText(value))));
}

function noticeHeadline(entries: readonly Entry[]): string {
  if (entries.length > 0 && entries.every(isText)) {
    const constraints = entries.filter((entry) => entry.findings.some(({ rule }) => rule === CONSTRAINT));
    const more = constraints.length === 0 ? "" : ` ${constraints.length} may add a rule.`;
    return `${count(entries.length, "text")} changed, nothing else.${more}`;
  }
  return entries[0]?.findings[0]?.message ?? "Nothing that readers would notice.";
}

const CONSTRAINT = "documentation.hidden-constraint";

function isText(entry: Entry): boolean {
  return entry.findings.every(({ rule }) => rule === "documentation.changed" || rule === CONSTRAINT);
}

/** Returns a change's title: verdict, service, date. A revision that is not the day's only one is named by its id. */
export function changeTitle({ verdict, baseline, service, moment }: ChangeSummary): string {
  return `${baseline ? "First record" : VERDICT_WORDS[verdict]} – ${service.title} – ${moment.revision}`;
}

/** Returns how many places a change has, by verdict: `2 to check, 1 safe`. */
export function countsText({ counts, accepted = 0 }: ChangeSummary): string {
  const parts = [
    counts.breaking > 0 ? `${counts.breaking} breaking` : "",
    counts.check > 0 ? `${counts.check} to check` : "",
    counts.safe > 0 ? `${counts.safe} safe` : "",
    counts.notice > 0 ? count(counts.notice, "notice") : "",
    accepted > 0 ? `${accepted} accepted` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
