import { changelogDiagnostics } from "@shapelog/changelog";
import {
  joinTexts,
  type PageSection,
  type PlacedText,
  type PublishedPage,
} from "@shapelog/changelog/published";
import { type Diagnostic, findSimilar } from "@shapelog/diagnostics";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import type { PageRecord, RecordedRevision } from "./page-record.js";

/** A section of a page, and the revisions that it can be about. */
export interface PageTarget {
  readonly section: PageSection;
  /** Its sentences about the service. */
  readonly prose: PlacedText;
  readonly candidates: readonly Candidate[];
}

/** A revision of a service. */
export interface Candidate {
  readonly service: string;
  readonly revision: string;
}

/** What the command line says besides the page. */
export interface TargetOptions {
  readonly page: PublishedPage;
  readonly record: PageRecord;
  /** Names of services in the record. */
  readonly services: readonly string[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

/** What {@link findTargets} returns. */
export interface FoundTargets {
  readonly targets: readonly PageTarget[];
  /** Why other sections are not held against anything. */
  readonly problems: readonly Diagnostic[];
  /** Sections that are about what nobody asked for, or the record does not have, by what they are called. */
  readonly others: readonly { readonly name: string; readonly problem: Diagnostic }[];
}

/** Returns the revisions that the sections of a page are about. */
export async function findTargets(options: TargetOptions): Promise<Outcome<FoundTargets>> {
  const targets: PageTarget[] = [];
  const problems: Diagnostic[] = [];
  const others: FoundTargets["others"][number][] = [];
  for (const section of options.page.sections) {
    const named = await findNamed(options, section);
    if (!named.ok) return named;
    if ("problem" in named.value) {
      if (named.value.isOther) others.push({ name: nameOf(section), problem: named.value.problem });
      else problems.push(named.value.problem);
      continue;
    }
    for (const { services, prose } of named.value.about) {
      const found = await findRevisions(options, section, services);
      if (!found.ok) return found;
      if ("problem" in found.value) {
        const isOther = options.page.kind === "changelog" && options.page.sections.length > 1;
        if (isOther) others.push({ name: nameOf(section), problem: found.value.problem });
        else problems.push(found.value.problem);
      } else if (found.value.candidates.length > 0)
        targets.push({ section, prose, candidates: found.value.candidates });
    }
  }
  return succeeded({ targets, problems, others });
}

function nameOf({ service, version, date }: PageSection): string {
  return [service, version, date].filter(Boolean).join(" ") || "the page";
}

type Problem = { readonly problem: Diagnostic; readonly isOther: boolean };

/** Services that are meant by one name, and what a section says of them. */
interface About {
  readonly services: readonly string[];
  readonly prose: PlacedText;
}

async function findNamed(
  options: TargetOptions,
  section: PageSection,
): Promise<Outcome<{ readonly about: readonly About[] } | Problem>> {
  const { page, record, services: asked } = options;
  const { service, prose } = section;
  const location = { file: page.file, offset: section.offset };
  if (service === undefined) return findLabelled(options, section);
  const found = await record.findServices(service);
  if (!found.ok) return found;
  if (found.value.length > 0) {
    const services = asked ? found.value.filter((each) => asked.includes(each)) : found.value;
    if (services.length > 0) return succeeded({ about: [{ services, prose }] });
    if (asked && page.sections.length > 1) return succeeded({ problem: await unknown(), isOther: true });
  }
  if (asked && page.sections.length === 1) return succeeded({ about: [{ services: asked, prose }] });
  return succeeded({ problem: await unknown(), isOther: page.sections.length > 1 });

  async function unknown(): Promise<Diagnostic> {
    const names = await record.listNames();
    const similar = names.ok ? findSimilar(service ?? "", new Set(names.value)) : [];
    const data = { service: service ?? "", record: record.shown, similar };
    return changelogDiagnostics.create("page-unknown-service", location, data);
  }
}

/** A section that names no service may have entries that each do; else it is about the one that was asked for. */
async function findLabelled(
  { page, record, services: asked }: TargetOptions,
  section: PageSection,
): Promise<Outcome<{ readonly about: readonly About[] } | Problem>> {
  const labelled = new Map<string, PlacedText[]>();
  let isLabelled = false;
  for (const { labels, prose } of section.entries) {
    for (const label of new Set(labels)) {
      const found = await record.findServices(label);
      if (!found.ok) return found;
      if (found.value.length > 0) isLabelled = true;
      const key = found.value.filter((each) => asked?.includes(each) ?? true).join("\n");
      if (key !== "") labelled.set(key, [...(labelled.get(key) ?? []), prose]);
    }
  }
  const about = [...labelled].map(([key, texts]) => ({ services: key.split("\n"), prose: joinTexts(texts) }));
  if (about.length > 0) return succeeded({ about });
  const services = asked ?? (record.services.length === 1 ? record.services : undefined);
  // Entries of other services say nothing of this one.
  const prose = isLabelled ? joinTexts([]) : section.prose;
  if (services) return succeeded({ about: [{ services, prose }] });
  const location = { file: page.file, offset: section.offset };
  const lacks = ["which service it is about"];
  const problem = changelogDiagnostics.create("page-unplaced", location, { lacks });
  return succeeded({ problem, isOther: page.sections.length > 1 });
}

async function findRevisions(
  { page, record, date: asked }: TargetOptions,
  section: PageSection,
  services: readonly string[],
): Promise<Outcome<{ readonly candidates: readonly Candidate[] } | { readonly problem: Diagnostic }>> {
  const location = { file: page.file, offset: section.offset };
  const isSeveral = page.sections.length > 1;
  // Of several sections a day picks those that have it; a single one is about the day that was asked for.
  if (asked !== undefined && isSeveral && section.date !== undefined && section.date !== asked)
    return succeeded({ candidates: [] });
  const date = asked ?? section.date;
  const version = asked === undefined ? section.version : undefined;
  if (date === undefined && version === undefined) {
    const lacks = ["which version or day it is about"];
    return succeeded({ problem: changelogDiagnostics.create("page-unplaced", location, { lacks }) });
  }
  const candidates: Candidate[] = [];
  const known: RecordedRevision[] = [];
  for (const service of services) {
    const revisions = await record.revisions(service);
    if (!revisions.ok) return revisions;
    const exact = revisions.value.filter((each) => version !== undefined && each.versions.includes(version));
    const found = exact.length > 0 ? exact : revisions.value.filter((each) => each.date === date);
    for (const { id } of found) candidates.push({ service, revision: id });
    for (const each of revisions.value) known.push(each);
  }
  if (candidates.length > 0) return succeeded({ candidates });
  const at = [version === undefined ? "" : `version ${version}`, date ?? ""].filter(Boolean).join(", ");
  const near = findNear(known, date);
  const data = { service: services.join(", "), at, near };
  return succeeded({ problem: changelogDiagnostics.create("page-unknown-revision", location, data) });
}

/** Returns the days around one on which something changed; without a day, the last ones. */
function findNear(revisions: readonly RecordedRevision[], date: string | undefined): readonly string[] {
  const days = [...new Set(revisions.map((each) => each.date))].sort();
  if (date === undefined) return days.slice(-3);
  const next = days.findIndex((day) => day > date);
  const at = next === -1 ? days.length : next;
  return days.slice(Math.max(0, at - 2), at + 2);
}

/** Returns a failure of all that kept the sections from being looked at. */
export function failTargets({ problems, others }: FoundTargets): Outcome<never> {
  return failedWith([...problems, ...others.map(({ problem }) => problem)].slice(0, 20));
}
