import { resolve } from "node:path";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import type { Checked, CheckOptions, CheckRun } from "../check/check-run.js";
import { digestService } from "../check/digest-service.js";
import { listHeld } from "../check/list-held.js";
import { openMemory, WHOLE } from "../check/memory.js";
import { findConfig, findDeprecationRule, selectServices } from "../config.js";
import { digestBytes } from "../files/digest-bytes.js";
import type { LoadedService } from "../load-service.js";
import { line } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { exitFor, refuse, report, type TestSuite, tell, tellTests } from "./context.js";
import { reportGrouped } from "./report-grouped.js";

/**
 * `shapelog check`: models valid, ledgers replay to them, changelogs true, generated files up to date. A service of which
 * no byte has changed since it was found to be right is not looked at again.
 */
export async function check(terminal: Terminal, options: CheckOptions): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return refuse(terminal, config.diagnostics);
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return refuse(terminal, selected.diagnostics);
  const progress = startProgress(terminal);
  const memory = terminal.identifyCode ? openMemory(config.value.root) : undefined;
  const run: CheckRun = { terminal, options, config: config.value, memory, progress };
  const checked: Checked[] = [];
  for (const named of selected.value) checked.push(await checkOneWhole(run, named));
  const policy = await checkWhole(run, checked);
  memory?.save();
  progress.end();
  const diagnostics = [...checked.flatMap(listFound), ...policy];
  if (options.format === "text") {
    for (const { named, found, consumers } of checked) {
      reportGrouped(terminal, found.diagnostics, { verbose: options.verbose, all: hintFor(named) });
      report(terminal, consumers?.diagnostics ?? []); // each place is one to look at
    }
    reportGrouped(terminal, policy, { verbose: options.verbose, all: "npx shapelog check --verbose" });
    for (const one of checked) for (const each of listLines(one)) terminal.out(line`${each}`);
  } else if (options.format === "junit") {
    tellTests(terminal, {
      command: "check",
      failOn: options.failOn,
      suites: listSuites(run, checked, policy),
    });
  } else {
    await tell(terminal, diagnostics, options.format);
  }
  return exitFor(diagnostics, options.failOn);
}

/** Returns all that is found of a service. */
function listFound({ found, consumers }: Checked): readonly Diagnostic[] {
  return [...found.diagnostics, ...(consumers?.diagnostics ?? [])];
}

/** Returns what is said of what is right. */
function listLines({ found, consumers }: Checked): readonly string[] {
  return [found, consumers].flatMap((each) =>
    each && each.line !== "" && !hasSeverity(each.diagnostics) ? [each.line] : [],
  );
}

/** The policy is of no service, and is held where there is one. */
function listSuites(
  { config, options }: CheckRun,
  checked: readonly Checked[],
  policy: readonly Diagnostic[],
): readonly TestSuite[] {
  const services = checked.map((one): TestSuite => {
    const { named, found, loaded } = one;
    const [name, service] = named;
    const isRead = loaded !== undefined || !hasSeverity(found.diagnostics);
    const about = { config, service, isRead, impact: options.impact ?? false };
    return { name, ...listHeld(listFound(one), about) };
  });
  if (config.policy === undefined) return services;
  return [...services, { name: "policy", held: new Map([["the policy matches changes", policy]]) }];
}

function hintFor([name]: Checked["named"]): string {
  return `npx shapelog check --verbose --service ${name}`;
}

async function checkOneWhole(run: CheckRun, named: Checked["named"]): Promise<Checked> {
  const checked = await checkOne(run, named);
  if (!run.options.impact) return checked;
  const { addConsumers } = await import("../check/add-consumers.js");
  return addConsumers(run, checked);
}

/** Checks one service, but for the programs that use its package. */
export async function checkOne(run: CheckRun, named: Checked["named"]): Promise<Checked> {
  const { terminal, config, memory, options, progress, texts = [] } = run;
  const [name, service] = named;
  progress.step(`${name}: reading`);
  const code = memory ? terminal.identifyCode?.() : undefined;
  const digest =
    code === undefined ? undefined : await digestService(named, { cwd: terminal.cwd, config, code });
  const known = digest === undefined ? undefined : memory?.find(name, digest);
  if (known) return { named, found: known, digest, loaded: undefined };
  const { loadService } = await import("../load-service.js");
  const loaded = await loadService(terminal.cwd, config, { name, service });
  if (!loaded.ok)
    return { named, found: { diagnostics: loaded.diagnostics, line: "" }, digest, loaded: undefined };
  const { checkService } = await import("../check/check-service.js");
  const folder = resolve(config.root, service.package?.folder ?? "");
  const { cwd } = terminal;
  const { verbose } = options;
  const about = { rule: findDeprecationRule(config, service), today: terminal.today() };
  const found = await checkService(loaded.value, { cwd, config, folder, progress, verbose, texts, ...about });
  const all = { diagnostics: [...loaded.diagnostics, ...found.diagnostics], line: found.line };
  if (digest !== undefined) memory?.keep(name, digest, all);
  return { named, found: all, digest, loaded: loaded.value };
}

/** Returns what is found of the policy, for which every service of the configuration has to be there. */
export async function checkWhole(run: CheckRun, checked: readonly Checked[]): Promise<readonly Diagnostic[]> {
  const { terminal, config, memory } = run;
  // The default policy names nothing, and reading another one loads all rules.
  if (config.policy === undefined) return [];
  const { readConfigPolicy } = await import("../find-policy.js");
  const policy = await readConfigPolicy(terminal.cwd, config);
  if (!policy.ok) return policy.diagnostics;
  if (checked.length < config.services.size || policy.value.entries.every(({ location }) => !location))
    return [];
  const digests = checked.map(({ digest }) => digest);
  const digest = digests.includes(undefined)
    ? undefined
    : digestBytes(JSON.stringify([digests, policy.value]));
  const known = digest === undefined ? undefined : memory?.find(WHOLE, digest);
  if (known) return known.diagnostics;
  const services = await loadAll(run, checked);
  if (!services) return [];
  const { checkPolicy } = await import("../check/check-policy.js");
  const diagnostics = checkPolicy(policy.value, services);
  if (digest !== undefined) memory?.keep(WHOLE, digest, { diagnostics, line: "" });
  return diagnostics;
}

async function loadAll(
  { terminal, config }: CheckRun,
  checked: readonly Checked[],
): Promise<readonly LoadedService[] | undefined> {
  const services: LoadedService[] = [];
  const { loadService } = await import("../load-service.js");
  for (const { named, loaded } of checked) {
    const [name, own] = named;
    const service = loaded ?? (await loadService(terminal.cwd, config, { name, service: own }));
    if ("ok" in service && !service.ok) return undefined;
    services.push("ok" in service ? service.value : service);
  }
  return services;
}
