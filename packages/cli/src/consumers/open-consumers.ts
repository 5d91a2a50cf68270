import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { ApiPackages } from "./api-packages.js";
import { findConsumers } from "./find-consumers.js";
import { type OpenedConsumer, openConsumers } from "./open-consumer.js";

/** Returns the paths of the programs of packages: those that the configuration names, else those that depend on one. */
export async function listConsumers({ consumers, isWanted, root }: ApiPackages): Promise<readonly string[]> {
  return consumers?.map((path) => resolve(root, path)) ?? (await findConsumers(root, isWanted));
}

/** Opens programs, each once: those that are named, else those of the packages. Fails where none can be opened. */
export async function openAllConsumers(
  cwd: string,
  packages: ApiPackages,
  named: readonly string[] | undefined,
): Promise<Outcome<readonly OpenedConsumer[]>> {
  const paths = named ?? (await listConsumers(packages));
  if (paths.length === 0)
    return failed(cliDiagnostics.create("no-consumers", undefined, { packages: packages.names }));
  const opened = new Map<string, OpenedConsumer>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const one = await openConsumers(cwd, path);
    if (one.ok) for (const each of one.value) opened.set(each.name, each);
    diagnostics.push(...one.diagnostics);
  }
  return opened.size > 0 ? succeeded([...opened.values()], diagnostics) : failedWith(diagnostics);
}
