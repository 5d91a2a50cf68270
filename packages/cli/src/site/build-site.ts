import { resolve } from "node:path";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { renderSite, type SiteService } from "@shapelog/site";
import { findConfig, selectServices } from "../config.js";
import type { Config } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import type { WriteReport } from "../files/write-files.js";
import { findEvents } from "../find-events.js";
import { loadService } from "../load-service.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { loadPages } from "../pages/load-pages.js";
import { type Progress, startProgress } from "../progress.js";
import { refuseFolder } from "../refuse-folder.js";
import type { Terminal } from "../terminal.js";
import { writeSite } from "./write-site.js";

export interface SiteBuildOptions {
  /** Default: all. */
  readonly service?: string;
  /** Default: the configured folder, else `site` in the configuration's. */
  readonly out?: string;
  /** Default: the configured one, else none. */
  readonly baseUrl?: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace?: readonly string[];
}

/** A site that was written. */
export interface BuiltSite {
  /** The absolute path of its folder. */
  readonly folder: string;
  readonly report: WriteReport;
}

/**
 * Reads the services of the configuration, renders their site and writes it. Nothing is written where a model or a
 * ledger is not valid.
 */
export async function buildSite(terminal: Terminal, options: SiteBuildOptions): Promise<Outcome<BuiltSite>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const folder = findSiteFolder(terminal.cwd, config.value, options.out);
  const problem = refuseFolder(terminal.cwd, config.value, { folder, isNamed: options.out !== undefined });
  if (problem) return failed(problem);
  const progress = startProgress(terminal);
  const services = await loadServices(terminal, config.value, { service: options.service, progress });
  progress.end();
  if (!services.ok) return services;
  const { title = "API documentation", ...configured } = config.value.site;
  const baseUrl = options.baseUrl ?? configured.baseUrl;
  const site = renderSite({
    title,
    services: services.value,
    rules: await loadPages(),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  if (hasSeverity(site.diagnostics)) return failedWith(nameBaseUrl(site.diagnostics, baseUrl));
  const { replace = [] } = options;
  const written = await writeSite({ cwd: terminal.cwd, folder, files: site.pages, replace });
  if (!written.ok) return written;
  const diagnostics = [...services.diagnostics, ...site.diagnostics, ...written.diagnostics];
  return succeeded({ folder, report: written.value }, diagnostics);
}

/** A base address that is none is the fault of an option, not of what was read. */
function nameBaseUrl(diagnostics: readonly Diagnostic[], baseUrl: string | undefined): readonly Diagnostic[] {
  const option = `The base address ${JSON.stringify(baseUrl)}`;
  const reason = "expected one like https://example.com/api/";
  return diagnostics.map((diagnostic) =>
    diagnostic.code === "site/bad-base-url"
      ? cliDiagnostics.create("bad-option", undefined, { option, reason })
      : diagnostic,
  );
}

/** Returns the absolute path of the folder that the site is written to. */
export function findSiteFolder(cwd: string, config: Config, out: string | undefined): string {
  return out === undefined ? resolve(config.root, config.site.folder ?? "site") : resolve(cwd, out);
}

async function loadServices(
  terminal: Terminal,
  config: Config,
  { service, progress }: { readonly service: string | undefined; readonly progress: Progress },
): Promise<Outcome<readonly SiteService[]>> {
  const selected = selectServices(config, service);
  if (!selected.ok) return selected;
  const services: SiteService[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, serviceConfig] of selected.value) {
    progress.step(`${name}: reading`);
    const loaded = await loadService(terminal.cwd, config, { name, service: serviceConfig });
    for (const each of loaded.diagnostics) diagnostics.push(each);
    if (!loaded.ok) continue;
    const { model, ledger, replayed, read } = loaded.value;
    const events = findEvents(read).events.filter(({ severity }) => severity === "error");
    for (const each of events) diagnostics.push(each);
    for (const each of replayed.diagnostics) diagnostics.push(each);
    const { package: target, bump = "all" } = serviceConfig;
    services.push({ id: name, model, ledger, packageName: target.name, bump });
  }
  return hasSeverity(diagnostics) ? failedWith(diagnostics) : succeeded(services, diagnostics);
}
