import { changelogDiagnostics, isNamed } from "@shapelog/changelog";
import { type CheckedPage, checkPage, type PublishedPage, readPage } from "@shapelog/changelog/published";
import { type Diagnostic, findSimilar, type Severity } from "@shapelog/diagnostics";
import { isDate, type Step } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { count } from "../count.js";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { keepText, STANDARD_INPUT } from "../files/kept-texts.js";
import { readText } from "../files/read-text.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { type FoundTargets, failTargets, findTargets, type PageTarget } from "../page/find-targets.js";
import { openConfigRecord } from "../page/open-config-record.js";
import { openHistoryRecord } from "../page/open-history-record.js";
import type { PageRecord } from "../page/page-record.js";
import { line } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { exitFor, refuse, tell, tellTests } from "./context.js";
import { reportGrouped } from "./report-grouped.js";

export interface CheckPageCommandOptions {
  /** The page's file; `-` for the standard input. */
  readonly page: string;
  /** A folder that `shapelog history` wrote. Default: the ledgers of the configuration. */
  readonly history?: string;
  /** Names of services of the record, with commas between them. */
  readonly service?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly format: DiagnosticFormat;
  readonly failOn: Severity | "never";
  readonly verbose: boolean;
}

/** A section that was held against its revision. */
interface Held {
  readonly service: string;
  readonly step: Step;
  readonly checked: CheckedPage;
}

/**
 * `shapelog check --page FILE`: what a published page about changes omits and says wrongly, held against the record of the
 * revisions that it is about.
 */
export async function checkPageCommand(
  terminal: Terminal,
  options: CheckPageCommandOptions,
): Promise<ExitCode> {
  const source = await readSource(terminal, options);
  if (!source.ok) return refuse(terminal, source.diagnostics);
  const page = readPage(source.value);
  if (page.sections.length === 0) return refuse(terminal, page.diagnostics);
  const record = options.history
    ? openHistoryRecord(terminal.cwd, options.history)
    : await openConfigRecord(terminal.cwd);
  if (!record.ok) return refuse(terminal, record.diagnostics);
  const found = await findAsked(options, page, record.value);
  if (!found.ok) return refuse(terminal, found.diagnostics);
  if (found.value.targets.length === 0) return refuse(terminal, failTargets(found.value).diagnostics);
  const progress = startProgress(terminal);
  const held: Held[] = [];
  const notes: Diagnostic[] = [...page.diagnostics, ...found.value.problems, ...describeOthers(found.value)];
  for (const target of found.value.targets) {
    progress.step(`${target.candidates[0]?.service}: reading`);
    const best = await holdBest(page, target, record.value);
    if (!best.ok) {
      progress.end();
      return refuse(terminal, best.diagnostics);
    }
    held.push(best.value);
    for (const each of best.diagnostics) notes.push(each);
  }
  progress.end();
  const diagnostics = [...notes, ...held.flatMap(({ checked }) => checked.diagnostics)];
  if (options.format === "text") {
    reportGrouped(terminal, diagnostics, { verbose: options.verbose, all: hintFor(options) });
    for (const each of held) terminal.out(summarize(each));
  } else if (options.format === "junit") {
    const held = new Map([["the page agrees with the record", diagnostics]]);
    tellTests(terminal, { command: "check", failOn: options.failOn, suites: [{ name: options.page, held }] });
  } else await tell(terminal, diagnostics, options.format);
  return exitFor(diagnostics, options.failOn);
}

async function readSource(
  terminal: Terminal,
  { page, date }: CheckPageCommandOptions,
): Promise<Outcome<SourceText>> {
  if (date !== undefined && !isDate(date)) {
    const reason = `${date} is no day; expected YYYY-MM-DD`;
    return failed(cliDiagnostics.create("bad-option", undefined, { option: "--date", reason }));
  }
  if (page !== "-") return readText(terminal.cwd, page);
  const source = decodeText(STANDARD_INPUT, await terminal.readInput());
  return source.ok ? succeeded(keepText(terminal, source.value)) : source;
}

async function findAsked(
  { service, date }: CheckPageCommandOptions,
  page: PublishedPage,
  record: PageRecord,
): Promise<Outcome<FoundTargets>> {
  const asked: string[] = [];
  for (const name of service?.split(",").map((each) => each.trim()) ?? []) {
    const found = await record.findServices(name);
    if (!found.ok) return found;
    if (found.value.length === 0) {
      const names = await record.listNames();
      if (!names.ok) return names;
      const similar = findSimilar(name, new Set(names.value));
      const data = { service: name, record: record.shown, similar };
      return failed(changelogDiagnostics.create("page-unknown-service", undefined, data));
    }
    for (const each of found.value) asked.push(each);
  }
  return findTargets({ page, record, services: service === undefined ? undefined : asked, date });
}

/** Holds a section against each revision that it can be about, and returns the one that it agrees with best. */
async function holdBest(
  page: PublishedPage,
  { section, prose, candidates }: PageTarget,
  record: PageRecord,
): Promise<Outcome<Held>> {
  let best: Held | undefined;
  for (const { service, revision } of candidates) {
    const step = await record.step(service, revision);
    if (!step.ok) return step;
    const checked = checkPage({ page, section, service, step: step.value, prose, isNamed });
    if (!best || isNearer(checked, best.checked)) best = { service, step: step.value, checked };
  }
  if (!best) throw new TypeError("a target has a candidate at least");
  if (candidates.length === 1) return succeeded(best);
  const data = {
    service: best.service,
    revisions: candidates.map(({ service, revision }) => `${service} ${revision}`),
    chosen: `${best.service} ${best.step.revision.id}`,
  };
  const location = { file: page.file, offset: section.offset };
  return succeeded(best, [changelogDiagnostics.create("page-several-revisions", location, data)]);
}

/** A page of another revision is wrong in what it lists; one of this tells the most. */
function isNearer(a: CheckedPage, b: CheckedPage): boolean {
  return a.wrong !== b.wrong ? a.wrong < b.wrong : a.told - a.omitted > b.told - b.omitted;
}

function describeOthers({ others }: FoundTargets): Diagnostic[] {
  if (others.length === 0) return [];
  const names = [...new Set(others.map(({ name }) => name))];
  const data = { sections: others.length, services: names };
  return [changelogDiagnostics.create("page-other-services", undefined, data)];
}

function hintFor({ page, history, service, date }: CheckPageCommandOptions): string {
  const given = [
    `--page ${page}`,
    ...(history === undefined ? [] : [`--history ${history}`]),
    ...(service === undefined ? [] : [`--service ${service}`]),
    ...(date === undefined ? [] : [`--date ${date}`]),
  ];
  return `npx shapelog check --verbose ${given.join(" ")}`;
}

function summarize({ service, step, checked }: Held) {
  const { told, omitted, proseAlone, wrong, notAsked } = checked;
  const { id, source } = step.revision;
  const release = source ? `, ${[source.name, source.version].filter(Boolean).join(" ")}` : "";
  const found = [
    `${count(told, "fact")} told`,
    ...(proseAlone > 0 ? [`${proseAlone} in prose alone`] : []),
    `${omitted} omitted`,
    `${wrong} wrong`,
  ];
  const rest = omitted + wrong + proseAlone === 0 ? "all agrees" : "the rest agrees";
  const others =
    notAsked > 0
      ? ` Not asked for: ${notAsked} ${notAsked === 1 ? "notice or other safe change" : "notices and other safe changes"}.`
      : "";
  return line`${service} ${id}${release}: ${found.join(", ")}; ${rest}.${others}`;
}
