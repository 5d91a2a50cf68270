import { findConfig } from "../config.js";
import { describeWrite } from "../files/describe-write.js";
import { line } from "../printed.js";
import { buildSite, findSiteFolder, type SiteBuildOptions } from "../site/build-site.js";
import { readPort } from "../site/read-port.js";
import { serveSite } from "../site/serve-site.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { listBuildInputs } from "../watch/list-build-inputs.js";
import { isRepairable, type Repeated, type Started, watchAndRepeat } from "../watch/watch-and-repeat.js";
import { refuse, report } from "./context.js";

export interface SiteOptions extends SiteBuildOptions {
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
  if (!options.serve && !options.watch) return (await buildOnce(terminal, options)).exit;
  return watchAndRepeat(terminal, {
    list: () => listBuildInputs(terminal.cwd, options.service),
    run: () => buildOnce(terminal, options),
    isWatched: options.watch,
    ...(options.serve ? { start: () => startServing(terminal, options, port.value) } : {}),
  });
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

async function startServing(terminal: Terminal, { out }: SiteOptions, port: number): Promise<Started> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return { ok: false, exit: refuse(terminal, config.diagnostics) };
  const served = await serveSite(findSiteFolder(terminal.cwd, config.value, out), port);
  if (!served.ok) return { ok: false, exit: refuse(terminal, served.diagnostics) };
  terminal.out(line`Site       ${served.value.url}/`);
  return { ok: true, close: () => served.value.close() };
}
