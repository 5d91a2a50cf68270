import { join, resolve } from "node:path";
import { findConfig } from "../config.js";
import { displayPath } from "../files/display-path.js";
import { pathKind } from "../files/path-kind.js";
import { type Outcome, succeeded } from "../outcome.js";

/**
 * Returns the models that a command works on, each as the inputs that make it: all that are given are one model. Where
 * none is given, it is the current folder with a `smithy-build.json`, else each model of the configuration.
 */
export async function findModelInputs(
  cwd: string,
  inputs: readonly string[],
): Promise<Outcome<readonly (readonly string[])[]>> {
  if (inputs.length > 0) return succeeded([inputs]);
  if ((await pathKind(join(cwd, "smithy-build.json"))) === "file") return succeeded([["."]]);
  const config = await findConfig(cwd);
  if (!config.ok) return config;
  const { root, services } = config.value;
  return succeeded([...services.values()].map(({ model }) => [displayPath(cwd, resolve(root, model))]));
}
