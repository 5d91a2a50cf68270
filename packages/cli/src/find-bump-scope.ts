import { resolve } from "node:path";
import type { BumpScope } from "@shapelog/diff";
import { findConfig } from "./config.js";

/**
 * Returns what the releases of a service follow, where one of the inputs is its ledger or its model; else, and without a
 * configuration, all that a package ships.
 */
export async function findBumpScope(cwd: string, inputs: readonly string[]): Promise<BumpScope> {
  const config = await findConfig(cwd);
  if (!config.ok) return "all";
  const { root, services } = config.value;
  for (const input of inputs) {
    const [, name] = /^ledger:([^@]+)@/.exec(input) ?? [];
    const path = resolve(cwd, input.replace(/^git:[^:]*:/, ""));
    for (const [service, { model, bump }] of services)
      if (service === name || (name === undefined && resolve(root, model) === path)) return bump ?? "all";
  }
  return "all";
}
