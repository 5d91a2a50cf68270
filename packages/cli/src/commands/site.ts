import { findConfig } from "../config.js";
import { describeWrite } from "../files/describe-write.js";
import type { Outcome } from "../outcome.js";
import { line } from "../printed.js";
import { buildSite, findSiteFolder, type SiteBuildOptions } from "../site/build-site.js";
import { listSiteInputs } from "../site/list-site-inputs.js";
import { readPort } from "../site/read-port.js";
import { type ServedSite, serveSite } from "../site/serve-site.js";
import { createFileWatch, type FileWatch } from "../site/watch-files.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
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
  const files = options.watch ? createFileWatch() : undefined;
  const staysUp = options.serve || options.watch;
  // Asked for before the first build, so that Ctrl+C does not end it half-way.
  const stopped = staysUp ? terminal.untilStopped() : undefined;
  try {
    // Watched before it is read, so that no change between the two is lost.
    await watchInputs(terminal, options, files);
    const built = await buildOnce(terminal, options);
    if (!stopped || !(built.exit === EXIT.ok || (options.watch && built.isRepairable))) return built.exit;
    return await stayUp(terminal, options, { files, stopped, port: port.value });
  } finally {
    files?.close();
  }
}

interface Built {
  readonly exit: ExitCode;
  /** Whether an edit of the models may help where it failed: nothing of it is about how the command was used. */
  readonly isRepairable: boolean;
}

async function buildOnce(terminal: Terminal, options: SiteOptions): Promise<Built> {
  const built = await buildSite(terminal, options);
  const isRepairable = built.diagnostics.every(({ exit }) => exit !== "usage");
  if (!built.ok) return { exit: refuse(terminal, built.diagnostics), isRepairable };
  report(terminal, built.diagnostics);
  const { folder, report: written } = built.value;
  for (const each of describeWrite(terminal.cwd, folder, written)) terminal.out(each);
  return { exit: EXIT.ok, isRepairable };
}

async function watchInputs(
  terminal: Terminal,
  options: SiteOptions,
  files: FileWatch | undefined,
): Promise<void> {
  const inputs = files && (await listSiteInputs(terminal.cwd, options.service));
  if (inputs) await files.watch(inputs);
}

interface Running {
  readonly files: FileWatch | undefined;
  readonly stopped: Promise<void>;
  readonly port: number;
}

/** Serves, writes the site again after each change, or both, until the person stops. */
async function stayUp(
  terminal: Terminal,
  options: SiteOptions,
  { files, stopped, port }: Running,
): Promise<ExitCode> {
  const served = options.serve ? await startServing(terminal, options, port) : undefined;
  if (served?.ok === false) return refuse(terminal, served.diagnostics);
  terminal.err(line`${files ? "Watching for changes. " : ""}Press Ctrl+C to stop.`);
  try {
    const stop = stopped.then(() => "stop" as const);
    for (;;) {
      const change = files?.changed().then(() => "change" as const);
      if ((await Promise.race(change ? [stop, change] : [stop])) === "stop") return EXIT.ok;
      await watchInputs(terminal, options, files);
      await buildOnce(terminal, options);
    }
  } finally {
    await served?.value.close();
  }
}

async function startServing(
  terminal: Terminal,
  { out }: SiteOptions,
  port: number,
): Promise<Outcome<ServedSite>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const served = await serveSite(findSiteFolder(terminal.cwd, config.value, out), port);
  if (served.ok) terminal.out(line`Site       ${served.value.url}/`);
  return served;
}
