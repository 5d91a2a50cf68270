import { lstatSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { type Diagnostic, findSimilar, hasSeverity } from "@shapelog/diagnostics";
import {
  isServiceId,
  joinRules,
  joinSummaries,
  type OldAddress,
  renderShared,
  resolveSite,
  type ServiceSummary,
  type SiteSetting,
  siteDiagnostics,
} from "@shapelog/site";
import { findConfig } from "../config.js";
import type { SiteConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { findRealPath } from "../files/inside-folder.js";
import { lockFolder } from "../files/lock-folder.js";
import { startProgressBar } from "../history/progress-bar.js";
import { type HistoryService, readHistoryIndex } from "../history/read-index.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { loadPages } from "../pages/load-pages.js";
import { type Progress, startProgress } from "../progress.js";
import { overlap } from "../refuse-folder.js";
import { nameBaseUrl } from "../site/name-base-url.js";
import { type AboutOptions, chooseAbout, readRedirects } from "../site/read-about.js";
import { findForeignFile } from "../site/write-site.js";
import type { Terminal } from "../terminal.js";
import { measureFiles } from "./measure-files.js";
import { digestInputs, isUpToDate, planTasks } from "./plan-tasks.js";
import { type RenderTask, removePart, type SitePlace, type WrittenPart, writePart } from "./render-part.js";
import { renderServices } from "./render-services.js";
import { listParts, readPart, readSummary, SHARED, SITE_RECORDS } from "./site-record.js";
import { type HistorySite, summarizeSite } from "./site-report.js";

export interface HistorySiteOptions extends AboutOptions {
  /** The folder that `shapelog history` wrote. */
  readonly history: string;
  readonly out: string;
  /** Services with commas between them. Default: all. Those of an earlier run stay. */
  readonly service?: string;
  readonly replace?: readonly string[];
  /** How many threads. Default: one for each core. */
  readonly workers?: number;
}

/** With more services than these, the twins of pages are packed unless an option says otherwise. */
const FEW_SERVICES = 20;

/**
 * Makes a folder hold the site of a history. What an earlier run made of the same ledgers, options and code stays. Each
 * service is put in place as one, so that a run that was ended leaves whole services, and the next one makes the rest.
 */
export async function buildHistorySite(
  terminal: Terminal,
  options: HistorySiteOptions,
): Promise<Outcome<HistorySite>> {
  const { cwd } = terminal;
  const started = performance.now();
  const planned = await planSite(terminal, options);
  if (!planned.ok) return planned;
  const { folder } = planned.value;
  const lock = await lockFolder({ cwd, folder });
  if (!lock.ok) return lock;
  const progress = startProgress(terminal);
  try {
    const foreign = isNew(folder) && !options.replace?.length ? await findForeignFile(folder) : undefined;
    if (foreign !== undefined)
      return failed(
        cliDiagnostics.create("not-ours", undefined, { path: displayPath(cwd, folder), file: foreign }),
      );
    const { staging } = lock.value;
    const place: SitePlace = { cwd, folder, staging, replace: options.replace ?? [] };
    const made = await makeParts(terminal, { ...planned.value, place, progress });
    if (!made.ok) return made;
    const site = summarizeSite({ ...made.value, folder, milliseconds: performance.now() - started });
    return succeeded(site, [...lock.diagnostics, ...planned.diagnostics, ...made.diagnostics]);
  } finally {
    progress.end();
    lock.value.release();
  }
}

/** A site as it is to be made. */
interface SitePlan {
  /** The absolute path of the site's folder. */
  readonly folder: string;
  readonly setting: SiteSetting;
  readonly redirects: readonly OldAddress[];
  readonly tasks: readonly RenderTask[];
  /** Whether the tasks are of all services, so that others are no more. */
  readonly isWhole: boolean;
  readonly workers: number;
}

async function planSite(terminal: Terminal, options: HistorySiteOptions): Promise<Outcome<SitePlan>> {
  const { cwd } = terminal;
  const [history, folder] = [resolve(cwd, options.history), resolve(cwd, options.out)];
  const shown = displayPath(cwd, history);
  const config = await findSiteConfig(cwd);
  if (!config.ok) return config;
  const listed = readHistoryIndex(history, shown);
  if (!listed.ok) return listed;
  const problem = refuseOverlap(cwd, { history, folder });
  if (problem) return failed(problem);
  const services = chooseServices(listed.value, options.service);
  if (!services.ok) return services;
  const about = chooseAbout(options, config.value.site);
  const twins = about.twins ?? (listed.value.length > FEW_SERVICES ? "packed" : "beside");
  const { setting, diagnostics } = resolveSite({ ...about, twins });
  if (hasSeverity(diagnostics)) return failedWith(nameBaseUrl(diagnostics, about.baseUrl));
  const redirects = await readRedirects({ cwd, root: config.value.root, options, config: config.value.site });
  if (!redirects.ok) return redirects;
  const code = terminal.identifyCode?.();
  const tasks = planTasks(services.value, { history, shown, setting, code });
  const { workers = availableParallelism() } = options;
  const isWhole = options.service === undefined;
  return succeeded({ folder, setting, redirects: redirects.value, tasks, isWhole, workers }, [
    ...services.diagnostics,
    ...diagnostics,
  ]);
}

/** A configuration is not needed. One that is there and wrong is not passed over. */
async function findSiteConfig(
  cwd: string,
): Promise<Outcome<{ readonly root: string; readonly site: SiteConfig }>> {
  const config = await findConfig(cwd);
  if (config.ok) return succeeded(config.value);
  const isAbsent = config.diagnostics.every(({ code }) => code === "cli/no-config");
  return isAbsent ? succeeded({ root: cwd, site: {} }) : config;
}

function refuseOverlap(
  cwd: string,
  { history, folder }: { readonly history: string; readonly folder: string },
): Diagnostic | undefined {
  if (!overlap(findRealPath(history), findRealPath(folder))) return undefined;
  const reason = "it and the history lie in one another";
  return cliDiagnostics.create("bad-folder", undefined, { path: displayPath(cwd, folder), reason });
}

/** Returns the services that were asked for. Those that can have no address are left out. */
function chooseServices(
  services: readonly HistoryService[],
  asked: string | undefined,
): Outcome<readonly HistoryService[]> {
  const names = asked?.split(",").map((name) => name.trim());
  const isNamed = ({ service, names: own }: HistoryService, name: string) =>
    service === name || own.includes(name);
  const unknown = names?.find((name) => !services.some((each) => isNamed(each, name)));
  if (unknown !== undefined) {
    const similar = findSimilar(unknown, new Set(services.map(({ service }) => service)));
    return failed(cliDiagnostics.create("no-such-service", undefined, { service: unknown, similar }));
  }
  const chosen = services.filter((each) => !names || names.some((name) => isNamed(each, name)));
  const bad = chosen.filter(({ service }) => !isServiceId(service));
  return succeeded(
    chosen.filter((each) => !bad.includes(each)),
    bad.map(({ service }) => siteDiagnostics.create("bad-service-id", undefined, { service })),
  );
}

function isNew(folder: string): boolean {
  return !lstatSync(join(folder, SITE_RECORDS), { throwIfNoEntry: false })?.isDirectory();
}

interface PlacedPlan extends SitePlan {
  readonly place: SitePlace;
  readonly progress: Progress;
}

/** What was made, and what was there. */
export interface MadeParts {
  readonly services: number;
  readonly rendered: readonly WrittenPart[];
  readonly removed: number;
  /** The names of the services of which nothing could be made. */
  readonly broken: readonly string[];
  /** All parts as they are recorded, in the order of their names. */
  readonly names: readonly string[];
}

async function makeParts(terminal: Terminal, plan: PlacedPlan): Promise<Outcome<MadeParts>> {
  const { place, tasks, isWhole, progress } = plan;
  const { folder } = place;
  progress.step("comparing with the last run");
  const due = tasks.filter(({ service, inputs }) => !isUpToDate(folder, service, inputs));
  const { parts, broken, diagnostics } = await renderDue(plan, due);
  const gone = isWhole ? findGone(folder, tasks) : [];
  let removed = 0;
  for (const name of gone) {
    const outcome = removePart(name, place);
    if (!outcome.ok) return outcome;
    removed += outcome.value;
    for (const each of outcome.diagnostics) diagnostics.push(each);
  }
  const names = listParts(folder);
  if (names.length === 0) return failedWith(diagnostics);
  progress.step("lists, feeds and search");
  const shared = await renderRest(terminal, plan, names);
  if (!shared.ok) return failedWith([...diagnostics, ...shared.diagnostics]);
  for (const each of shared.diagnostics) diagnostics.push(each);
  if (broken.length > 0)
    diagnostics.push(
      cliDiagnostics.create("partial-site", undefined, {
        path: displayPath(place.cwd, folder),
        services: broken,
      }),
    );
  const rendered = shared.value ? [...parts, shared.value] : parts;
  return succeeded(
    { services: names.length, rendered, removed, broken, names: [...names, SHARED] },
    diagnostics,
  );
}

/** Renders the services that are not up to date. */
async function renderDue({ place, setting, workers, progress }: PlacedPlan, due: readonly RenderTask[]) {
  const weight = due.reduce((sum, task) => sum + task.weight, 0);
  const bar = startProgressBar({ progress, count: due.length, weight, noun: "services" });
  const parts: WrittenPart[] = [];
  const broken: string[] = [];
  const diagnostics: Diagnostic[] = [];
  await renderServices({
    tasks: due,
    setup: { setting, place },
    workers,
    hear(message) {
      if (message.kind === "pages") {
        bar.advance(`${message.service}: ${message.pages.toLocaleString("en")} pages`, 0, 0);
        return;
      }
      const { service, weight: work } = message.task;
      bar.advance(service, 1, work);
      if (message.kind === "done") parts.push(message.part);
      else broken.push(service);
      const told = message.kind === "done" ? message.part.diagnostics : message.diagnostics;
      for (const each of told) diagnostics.push(each);
    },
  });
  return { parts, broken: broken.sort(), diagnostics };
}

function findGone(folder: string, tasks: readonly RenderTask[]): readonly string[] {
  const here = new Set(tasks.map(({ service }) => service));
  return listParts(folder).filter((name) => !here.has(name));
}

/** Renders the files of no one service, where a service or what they say besides has changed. */
async function renderRest(
  terminal: Terminal,
  { place, setting, redirects }: PlacedPlan,
  names: readonly string[],
): Promise<Outcome<WrittenPart | undefined>> {
  const { folder } = place;
  const known = names.map((name) => [name, readPart(folder, name)?.inputs]);
  const inputs = digestInputs([terminal.identifyCode?.(), setting, redirects, known]);
  if (isUpToDate(folder, SHARED, inputs))
    return succeeded(undefined, readPart(folder, SHARED)?.diagnostics ?? []);
  function* summaries(): Generator<ServiceSummary> {
    for (const name of names) {
      const summary = readSummary(folder, name);
      if (summary) yield summary;
    }
  }
  const joined = joinSummaries(summaries());
  const rules = joinRules(await loadPages());
  const measured = measureFiles(renderShared({ joined, rules, redirects }, setting));
  const written = writePart({ name: SHARED, place, measured }, ({ result: diagnostics, figures }) => {
    return { part: { inputs, figures, diagnostics } };
  });
  return written.ok ? succeeded(written.value, written.value.diagnostics) : written;
}
