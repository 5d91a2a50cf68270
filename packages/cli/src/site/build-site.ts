import { resolve } from "node:path";
import { findAcceptances, withAcceptances } from "@shapelog/changelog";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { type Guide, renderSite, type SiteFile, type SiteService } from "@shapelog/site";
import { findConfig, selectServices } from "../config.js";
import type { Config } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import type { WriteReport } from "../files/write-files.js";
import { findEvents } from "../find-events.js";
import { loadGuides } from "../guides/load-guides.js";
import { type LoadedService, loadService } from "../load-service.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { loadPages } from "../pages/load-pages.js";
import { type Progress, startProgress } from "../progress.js";
import { refuseFolder } from "../refuse-folder.js";
import type { Terminal } from "../terminal.js";
import { nameBaseUrl } from "./name-base-url.js";
import { type AboutOptions, chooseAbout, readRedirects } from "./read-about.js";
import { writeSite } from "./write-site.js";

export interface SiteBuildOptions extends AboutOptions {
  /** Default: all. */
  readonly service?: string;
  /** Default: the configured folder, else `site` in the configuration's. */
  readonly out?: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
  /** Returns a guide for each command, under a heading. */
  readonly describeCommands: (group: string) => readonly Guide[];
}

/** A site that was written. */
export interface BuiltSite {
  /** The absolute path of its folder. */
  readonly folder: string;
  readonly report: WriteReport;
  /** Whether all services are in it. */
  readonly isWhole: boolean;
}

/**
 * Reads the services of the configuration, renders their site and writes it. Of a service whose model or ledger is not
 * valid nothing is written, and its pages of an earlier run stay.
 */
export async function buildSite(terminal: Terminal, options: SiteBuildOptions): Promise<Outcome<BuiltSite>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const folder = findSiteFolder(terminal.cwd, config.value, options.out);
  const problem = refuseFolder(terminal.cwd, config.value, { folder, isNamed: options.out !== undefined });
  if (problem) return failed(problem);
  const progress = startProgress(terminal);
  const loaded = await loadServices(terminal, config.value, { service: options.service, progress });
  progress.end();
  if (!loaded.ok) return loaded;
  const { services, broken } = loaded.value;
  if (broken.length > 0 && services.length === 0) return failedWith(loaded.diagnostics);
  const guides = await loadGuides({
    ...{ cwd: terminal.cwd, config: config.value },
    describeCommands: options.describeCommands,
  });
  if (!guides.ok) return guides;
  const { root, site: configured } = config.value;
  const redirects = await readRedirects({ cwd: terminal.cwd, root, options, config: configured });
  if (!redirects.ok) return redirects;
  const about = chooseAbout(options, configured);
  const site = renderSite({
    ...about,
    services,
    rules: await loadPages(),
    guides: guides.value.set,
    redirects: redirects.value,
  });
  if (hasSeverity(site.diagnostics)) return failedWith(nameBaseUrl(site.diagnostics, about.baseUrl));
  const { replace = [] } = options;
  const isWhole = broken.length === 0;
  const removesOld = isWhole;
  const written = await writeSite({
    cwd: terminal.cwd,
    folder,
    files: concat(site.pages, guides.value.images),
    replace,
    removesOld,
  });
  if (!written.ok) return { ok: false, diagnostics: [...loaded.diagnostics, ...written.diagnostics] };
  const partial = isWhole
    ? []
    : [
        cliDiagnostics.create("partial-site", undefined, {
          path: displayPath(terminal.cwd, folder),
          services: broken,
        }),
      ];
  const diagnostics = [
    ...loaded.diagnostics,
    ...guides.diagnostics,
    ...partial,
    ...site.diagnostics,
    ...written.diagnostics,
  ];
  return succeeded({ folder, report: written.value, isWhole }, diagnostics);
}

function* concat(pages: Iterable<SiteFile>, images: readonly SiteFile[]): Generator<SiteFile> {
  yield* pages;
  yield* images;
}

/** Returns the absolute path of the folder that the site is written to. */
export function findSiteFolder(cwd: string, config: Config, out: string | undefined): string {
  return out === undefined ? resolve(config.root, config.site.folder ?? "site") : resolve(cwd, out);
}

/** The services of a site, and the names of those that cannot be in it. */
interface LoadedServices {
  readonly services: readonly SiteService[];
  readonly broken: readonly string[];
}

async function loadServices(
  terminal: Terminal,
  config: Config,
  { service, progress }: { readonly service: string | undefined; readonly progress: Progress },
): Promise<Outcome<LoadedServices>> {
  const selected = selectServices(config, service);
  if (!selected.ok) return selected;
  const broken: string[] = [];
  const services: SiteService[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, serviceConfig] of selected.value) {
    progress.step(`${name}: reading`);
    const loaded = await loadService(terminal.cwd, config, { name, service: serviceConfig });
    const found = loaded.ok ? findProblems(loaded.value) : [];
    for (const each of [...loaded.diagnostics, ...found]) diagnostics.push(each);
    if (!loaded.ok || hasSeverity(found)) {
      broken.push(name);
      continue;
    }
    const { model } = loaded.value;
    const ledger = withAcceptances(loaded.value.ledger, findAcceptances(loaded.value).acceptances);
    const { package: target, bump = "all" } = serviceConfig;
    const named = target === undefined ? {} : { packageName: target.name };
    services.push({ id: name, model, ledger, bump, ...named });
  }
  return succeeded({ services, broken }, diagnostics);
}

function findProblems({ read, replayed }: LoadedService): readonly Diagnostic[] {
  const events = findEvents(read).events.filter(({ severity }) => severity === "error");
  return [...events, ...replayed.diagnostics];
}
