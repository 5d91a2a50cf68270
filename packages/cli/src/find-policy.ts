import { resolve } from "node:path";
import { BUILT_IN_POLICIES, type Policy, readPolicy } from "@shapelog/diff";
import { readJson } from "@shapelog/json";
import { findConfig } from "./config.js";
import type { Config } from "./config-file.js";
import { cliDiagnostics } from "./diagnostics.js";
import { pathKind } from "./files/path-kind.js";
import { readText } from "./files/read-text.js";
import { failed, failedWith, type Outcome, succeeded } from "./outcome.js";

/**
 * Returns the policy that an option names: a built-in one or a file. Without the option it is the configuration's, and
 * `default` where there is no configuration.
 */
export async function findPolicy(cwd: string, option: string | undefined): Promise<Outcome<Policy>> {
  if (option !== undefined) return readNamedPolicy(cwd, cwd, option);
  const config = await findConfig(cwd);
  if (!config.ok) {
    const isMissing = config.diagnostics.every((diagnostic) => diagnostic.code === "cli/no-config");
    return isMissing ? readNamedPolicy(cwd, cwd, "default") : config;
  }
  return readConfigPolicy(cwd, config.value);
}

/** Returns the policy of a configuration, `default` where it has none. */
export async function readConfigPolicy(
  cwd: string,
  { policy = "default", root, file }: Config,
): Promise<Outcome<Policy>> {
  if (typeof policy === "string") return readNamedPolicy(cwd, root, policy);
  return toOutcome(readPolicy(policy, { name: file, location: { file, pointer: "/policy" } }));
}

async function readNamedPolicy(cwd: string, folder: string, name: string): Promise<Outcome<Policy>> {
  const known = BUILT_IN_POLICIES.get(name);
  if (known) return succeeded(known);
  const path = resolve(folder, name);
  if ((await pathKind(path)) === "none") {
    const data = { policy: name, known: [...BUILT_IN_POLICIES.keys()] };
    return failed(cliDiagnostics.create("unknown-policy", undefined, data));
  }
  const source = await readText(cwd, path);
  if (!source.ok) return source;
  const { value, diagnostics } = readJson(source.value, { duplicates: true });
  if (value === undefined || diagnostics.some((diagnostic) => diagnostic.severity === "error"))
    return failedWith(diagnostics);
  const { file } = source.value;
  return toOutcome(readPolicy(value, { name: file, location: { file } }));
}

function toOutcome({ policy, diagnostics }: ReturnType<typeof readPolicy>): Outcome<Policy> {
  return policy ? succeeded(policy, diagnostics) : failedWith(diagnostics);
}
