import { dirname, resolve } from "node:path";
import type { BumpScope } from "@shapelog/diff";
import { findConfig } from "./config.js";
import type { Config } from "./config-file.js";
import type { NamedService } from "./load-service.js";

/**
 * Returns what the releases of a service follow, where one of the inputs is its ledger or its model; else, and without a
 * configuration, all that a package ships.
 */
export async function findBumpScope(cwd: string, inputs: readonly string[]): Promise<BumpScope> {
  const config = await findConfig(cwd);
  if (!config.ok) return "all";
  for (const input of inputs) {
    const found = findServiceOfInput(cwd, config.value, input);
    if (found) return found.service.bump ?? "all";
  }
  return "all";
}

/** Returns the service whose ledger or model an input is, also as it is in a commit; the folder of a model is one, too. */
export function findServiceOfInput(
  cwd: string,
  { root, services }: Config,
  input: string,
): NamedService | undefined {
  const [, ledger] = /^ledger:([^@]+)/.exec(input) ?? [];
  const path = resolve(cwd, input.replace(/^git:[^:]*:/, ""));
  const named = [...services].map(([name, service]) => ({ name, service }));
  const isOf = (fits: (model: string) => boolean) =>
    named.filter(({ service }) => fits(resolve(root, service.model)));
  if (ledger !== undefined) return named.find(({ name }) => name === ledger);
  const [own] = isOf((model) => model === path);
  if (own) return own;
  const [only, ...others] = isOf((model) => dirname(model) === path);
  return others.length === 0 ? only : undefined;
}
