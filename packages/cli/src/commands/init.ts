import { chmodSync } from "node:fs";
import { join } from "node:path";
import { findConfig } from "../config.js";
import { displayPath } from "../files/display-path.js";
import { lockFolder } from "../files/lock-folder.js";
import { pathKind } from "../files/path-kind.js";
import { readQuietly } from "../files/read-quietly.js";
import { writeFiles } from "../files/write-files.js";
import type { InitOptions, NewService } from "../init/answers.js";
import { type InitPlan, listNextSteps, planInit } from "../init/plan-init.js";
import { settle } from "../init/settle.js";
import { findSurroundings, type Surroundings } from "../init/surroundings.js";
import { type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";
import { importModel } from "./import.js";

/**
 * `shapelog init`: sets a repository up, or adds a service to one that is. What is there stays; run again, it adds what is
 * lacking. `version` is the command's own, which the repository is to install.
 */
export async function init(terminal: Terminal, options: InitOptions, version: string): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  const isNew = !config.ok && config.diagnostics.some(({ code }) => code === "cli/no-config");
  if (!config.ok && !isNew) return refuse(terminal, config.diagnostics);
  const known = config.ok ? config.value : undefined;
  const found = findSurroundings(known?.root ?? terminal.cwd, known);
  const around = { ...found, packageManager: options.packageManager ?? found.packageManager };
  const settled = await settle(terminal, around, options);
  if (!settled.ok) return refuse(terminal, settled.diagnostics);
  const plan = planInit(around, settled.value, version);
  const { service } = settled.value;
  if (!options.dryRun) {
    const copied = service ? await copyModel(terminal, around, service) : EXIT.ok;
    if (copied !== EXIT.ok) return copied;
    const written = await writePlan(terminal, around, plan);
    if (!written.ok) return refuse(terminal, written.diagnostics);
    report(terminal, written.diagnostics);
  }
  const show = (path: string) => displayPath(terminal.cwd, join(around.root, path));
  for (const { path } of plan.files)
    terminal.out(line`${options.dryRun ? "would write" : "wrote"} ${show(path)}`);
  for (const path of plan.kept) terminal.out(line`kept ${show(path)}`);
  for (const note of plan.notes) terminal.err(note);
  if (plan.files.length === 0) return EXIT.ok;
  terminal.out(printed("Next:\n"));
  for (const step of listNextSteps(around, plan, settled.value)) terminal.out(printed(`  ${step}`));
  return EXIT.ok;
}

/** Copies a vendor's model, which may be refused; nothing else is written then. One that is there stays. */
async function copyModel(
  terminal: Terminal,
  { root }: Surroundings,
  { origin, model }: NewService,
): Promise<ExitCode> {
  const out = join(root, model);
  if (origin.kind !== "vendor" || (await pathKind(out)) !== "none") return EXIT.ok;
  const { source, operations } = origin;
  return importModel(terminal, source, {
    out,
    docs: true,
    verbose: false,
    ...(operations ? { operations } : {}),
  });
}

/** Writes all or nothing. A file that was added to is replaced where it is as it was read. */
async function writePlan(
  { cwd }: Terminal,
  { root }: Surroundings,
  { files, executable }: InitPlan,
): Promise<Outcome<undefined>> {
  const read = new Map(files.map(({ path }) => [path, readQuietly(join(root, path))]));
  const lock = await lockFolder({ cwd, folder: root });
  if (!lock.ok) return lock;
  try {
    const mayReplace = (path: string, text: string) => read.get(path) === text;
    const written = writeFiles({ cwd, lock: lock.value, files, mayReplace });
    if (!written.ok) return written;
    for (const path of executable)
      if (written.value.written.includes(path)) chmodSync(join(root, path), 0o755);
    return succeeded(undefined, lock.diagnostics);
  } finally {
    lock.value.release();
  }
}
