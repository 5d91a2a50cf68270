import { resolve } from "node:path";
import { listReleases, type Release } from "@shapelog/changelog";
import type { Config, ServiceConfig } from "./config-file.js";
import { pathKind } from "./files/path-kind.js";
import { readText } from "./files/read-text.js";
import { type Outcome, succeeded } from "./outcome.js";

/** Returns the versions of a service's package and their revisions, as its changelog has them; none without a package. */
export async function readReleases(
  cwd: string,
  config: Config,
  { name, service }: { readonly name: string; readonly service: ServiceConfig },
): Promise<Outcome<readonly Release[]>> {
  if (!service.package) return succeeded([]);
  const path = resolve(config.root, service.package.folder, "CHANGELOG.md");
  if ((await pathKind(path)) !== "file") return succeeded([]);
  const changelog = await readText(cwd, path);
  return changelog.ok ? succeeded(listReleases(changelog.value, name)) : changelog;
}
