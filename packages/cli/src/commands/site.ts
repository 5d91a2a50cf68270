import { resolve } from "node:path";
import { type Diagnostic, stringifyJson } from "@shapelog/diagnostics";
import { findConfig } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { describeWrite } from "../files/describe-write.js";
import { type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { buildSite, findSiteFolder, type SiteBuildOptions } from "../site/build-site.js";
import { readPort } from "../site/read-port.js";
import { serveSite } from "../site/serve-site.js";
import { buildHistorySite, type HistorySiteOptions } from "../site-history/build-history-site.js";
import { describeSite } from "../site-history/site-report.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { listBuildInputs } from "../watch/list-build-inputs.js";
import { isRepairable, type Repeated, type Started, watchAndRepeat } from "../watch/watch-and-repeat.js";
import { refuse, report } from "./context.js";

export interface SiteOptions
  extends SiteBuildOptions,
    Pick<Partial<HistorySiteOptions>, "history" | "workers"> {
  readonly format: "text" | "json";
  /** Whether to serve the site until the person stops. */
  readonly serve: boolean;
  /** The port as written. Default: 4173. */
  readonly port?: string;
  /** Whether to write the site again after changes, until the person stops. */
  readonly watch: boolean;
}

/** `shapelog site`: writes the site of the configured services, and serves it and keeps it up to date where asked to. */
export async function site(terminal: Terminal, options: SiteOptions): Promise<ExitCode> {
  const port = readPort(options.port, options.serve);
  if (!port.ok) return refuse(terminal, port.diagnostics);
  const { history, out } = options;
  const misused = findMisused(options);
  if (misused) return refuse(terminal, [misused]);
  const build =
    history === undefined || out === undefined
      ? () => buildOnce(terminal, options)
      : () => buildHistory(terminal, { ...options, history, out });
  if (!options.serve && !options.watch) return (await build()).exit;
  return watchAndRepeat(terminal, {
    list: () => listBuildInputs(terminal.cwd, options.service),
    run: build,
    isWatched: options.watch,
    ...(options.serve ? { start: () => startServing(terminal, options, port.value) } : {}),
  });
}

/** Returns what is wrong with options that do not go together. */
function findMisused({ history, out, watch, workers, format }: SiteOptions): Diagnostic | undefined {
  const refused = (option: string, reason: string) =>
    cliDiagnostics.create("bad-option", undefined, { option, reason });
  if (history !== undefined && out === undefined) return refused("--history", "it needs --out");
  if (history !== undefined && watch)
    return refused("--watch", "a history does not change under a site; run it again");
  if (history === undefined && workers !== undefined) return refused("--workers", "it needs --history");
  if (history === undefined && format === "json") return refused("--format json", "it needs --history");
  return undefined;
}

async function buildHistory(
  terminal: Terminal,
  options: HistorySiteOptions & Pick<SiteOptions, "format">,
): Promise<Repeated> {
  const built = await buildHistorySite(terminal, options);
  if (!built.ok) return { exit: refuse(terminal, built.diagnostics), isRepairable: false };
  report(terminal, built.diagnostics);
  const { value } = built;
  if (options.format === "json") terminal.out(printed(`${stringifyJson(value)}\n`));
  else for (const each of describeSite(terminal.cwd, value)) terminal.out(each);
  return { exit: value.broken.length === 0 ? EXIT.ok : EXIT.usage, isRepairable: false, isPartial: true };
}

async function buildOnce(terminal: Terminal, options: SiteOptions): Promise<Repeated> {
  const built = await buildSite(terminal, options);
  const canRepeat = isRepairable(built.diagnostics);
  if (!built.ok) return { exit: refuse(terminal, built.diagnostics), isRepairable: canRepeat };
  report(terminal, built.diagnostics);
  const { folder, report: written, isWhole } = built.value;
  for (const each of describeWrite(terminal.cwd, folder, written)) terminal.out(each);
  return { exit: isWhole ? EXIT.ok : EXIT.usage, isRepairable: canRepeat, isPartial: true };
}

async function startServing(terminal: Terminal, options: SiteOptions, port: number): Promise<Started> {
  const folder = await findServed(terminal.cwd, options);
  if (!folder.ok) return { ok: false, exit: refuse(terminal, folder.diagnostics) };
  const served = await serveSite(folder.value, port);
  if (!served.ok) return { ok: false, exit: refuse(terminal, served.diagnostics) };
  terminal.out(line`Site       ${served.value.url}/`);
  return { ok: true, close: () => served.value.close() };
}

async function findServed(cwd: string, { history, out }: SiteOptions): Promise<Outcome<string>> {
  if (history !== undefined && out !== undefined) return succeeded(resolve(cwd, out));
  const config = await findConfig(cwd);
  return config.ok ? succeeded(findSiteFolder(cwd, config.value, out)) : config;
}
