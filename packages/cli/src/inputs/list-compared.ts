import { resolve } from "node:path";
import { findConfig, selectServices } from "../config.js";
import type { Config } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Compared } from "./resolve-inputs.js";

/** Two inputs to be compared; with the service's name where they are of one of the configuration. */
export interface NamedPair extends Compared<string> {
  readonly service?: string;
}

export interface ListComparedOptions {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The service of the configuration that is meant. */
  readonly service?: string | undefined;
}

/**
 * Returns what is to be compared: two inputs that are given; one that is given with the service's model as it is now; or,
 * where none is, the last recorded model of each service of the configuration with the one that it has now.
 */
export async function listCompared(
  cwd: string,
  { before, after, service }: ListComparedOptions,
): Promise<Outcome<readonly NamedPair[]>> {
  if (before !== undefined && after !== undefined) {
    if (service === undefined) return succeeded([{ before, after }]);
    const data = { option: "--service", reason: "two inputs say what is compared" };
    return failed(cliDiagnostics.create("bad-option", undefined, data));
  }
  const config = await findConfig(cwd);
  if (!config.ok) return config;
  const named = service ?? (before === undefined ? undefined : serviceOfLedger(before));
  const selected = selectServices(config.value, named);
  if (!selected.ok) return selected;
  if (before !== undefined && selected.value.length !== 1) return failed(whichService(config.value));
  return succeeded(
    selected.value.map(([name, { model }]): NamedPair => {
      const now = displayPath(cwd, resolve(config.value.root, model));
      return { service: name, before: before ?? `ledger:${name}`, after: now };
    }),
  );
}

function serviceOfLedger(input: string): string | undefined {
  return /^ledger:([^@]+)/.exec(input)?.[1];
}

function whichService({ services }: Config) {
  return cliDiagnostics.create("which-service", undefined, { known: [...services.keys()] });
}
