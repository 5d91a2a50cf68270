import { parseSyml } from "@yarnpkg/parsers";
import { entriesOf, isObject, type LockedPackage, type ReadLock } from "./locked-packages.js";

/** Reads `yarn.lock`, of Yarn 1 and of Yarn 2 and newer. */
export const readYarnLock: ReadLock = (text) =>
  entriesOf(parseSyml(text)).flatMap(([key, about]): LockedPackage[] => {
    if (key === "__metadata" || !isObject(about) || typeof about.version !== "string") return [];
    const asked = typeof about.resolution === "string" ? about.resolution : (key.split(",")[0] ?? "");
    if (/@(?:workspace|link|portal):/.test(asked)) return [];
    const name = nameOf(asked);
    return name === undefined ? [] : [{ name, version: about.version }];
  });

/** Returns the package that a descriptor ends up with: `alias@npm:name@range` is `name`. */
function nameOf(descriptor: string): string | undefined {
  const [, aliased] = /^@?[^@]+@npm:(@?[^@]+)@/.exec(descriptor) ?? [];
  return aliased ?? /^(@?[^@]+)@/.exec(descriptor)?.[1];
}

/** `/@scope/name/1.2.3_peers` in version 5, `/@scope/name@1.2.3(peers)` in 6, and without the slash from 9 on. */
const PNPM_KEY = /^\/?((?:@[^/@]+\/)?[^/@]+)[@/](\d[^(_/]*)/;

/** Reads `pnpm-lock.yaml`. */
export const readPnpmLock: ReadLock = (text) => {
  const lock: Readonly<Record<string, unknown>> = parseSyml(text);
  if (lock.lockfileVersion === undefined) throw new Error("it has no lockfileVersion");
  return entriesOf(lock.packages).flatMap(([key]) => {
    const [, name, version] = PNPM_KEY.exec(key) ?? [];
    return name === undefined || version === undefined ? [] : [{ name, version }];
  });
};
