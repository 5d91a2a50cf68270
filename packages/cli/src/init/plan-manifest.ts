import { basename, join } from "node:path";
import type { EmittedFile } from "@shapelog/emit";
import { isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import { readQuietly } from "../files/read-quietly.js";
import { addMissing, editJson } from "./edit-json.js";
import { type Surroundings, toServiceName } from "./surroundings.js";
import { printScripts } from "./texts.js";

type JsonObject = Readonly<Record<string, NodeValue>>;

/** The packages of a repository before and after it is set up. */
export interface Packages {
  readonly before: readonly string[];
  readonly names: readonly string[];
  readonly folders: readonly string[];
}

/** What is added to the manifest. */
export interface ManifestNeeds {
  readonly version: string;
  readonly packages: Packages;
  /** The command that has git run the hook, where one is written. */
  readonly prepare?: string;
}

/**
 * Plans the repository's `package.json`: the commands it needs, scripts, and the workspaces in which its packages are. What
 * stands there stays. `undefined` where it is no JSON.
 */
export function planManifest(around: Surroundings, needs: ManifestNeeds): EmittedFile | undefined {
  const { root, manifest, packageManager } = around;
  const path = "package.json";
  const { version, packages, prepare } = needs;
  const isPacked = packages.names.length > 0;
  const tools = {
    ...(isPacked ? { "@changesets/cli": "^2.31.1", "@shapelog/changelog": `^${version}` } : {}),
    "@shapelog/cli": `^${version}`,
  };
  const edit = (known: JsonObject): JsonObject => {
    const installed = isNodeObject(known.dependencies) ? known.dependencies : {};
    const lacking = Object.entries(tools).filter(([name]) => !Object.hasOwn(installed, name));
    const scripts = {
      ...(isPacked ? printScripts(around, packages.names) : {}),
      ...(prepare === undefined ? {} : { prepare }),
    };
    const needsWorkspaces = packageManager !== "pnpm" && isPacked;
    return {
      ...known,
      ...(needsWorkspaces ? addWorkspaces(known, packages.folders, manifest === undefined) : {}),
      ...(Object.keys(scripts).length > 0
        ? { scripts: addScripts(known.scripts, scripts, printScripts(around, packages.before)) }
        : {}),
      devDependencies: addMissing(known.devDependencies, Object.fromEntries(lacking)),
    };
  };
  const own = { name: toServiceName(basename(root)), private: true };
  const found = readQuietly(join(root, path));
  const text = editJson(found ?? `${JSON.stringify(own, null, 2)}\n`, edit);
  return text === undefined ? undefined : { path, text };
}

/** Adds scripts. Those that an earlier run wrote are written anew for all packages; one that was changed since stays. */
function addScripts(
  known: NodeValue | undefined,
  scripts: Readonly<Record<string, string>>,
  old: Readonly<Record<string, string>>,
): JsonObject {
  const all = Object.entries(addMissing(known, scripts));
  return Object.fromEntries(
    all.map(([name, script]) => [name, script === old[name] ? (scripts[name] ?? script) : script]),
  );
}

/** npm and yarn take a list, or an object with one. */
function addWorkspaces(known: JsonObject, folders: readonly string[], isNew: boolean): JsonObject {
  const { workspaces } = known;
  const list = isNodeObject(workspaces) ? workspaces.packages : workspaces;
  const globs = isNodeArray(list) ? list.filter((each) => typeof each === "string") : [];
  const lacking = folders.filter((folder) => !globs.some((glob) => covers(glob, folder)));
  if (lacking.length === 0) return {};
  const isUsual = isNew && lacking.every((folder) => covers("packages/*", folder));
  const added = [...globs, ...(isUsual ? ["packages/*"] : lacking)];
  return { workspaces: isNodeObject(workspaces) ? { ...workspaces, packages: added } : added };
}

/** Returns whether a workspace's pattern, with `*` and `**` in it, has a folder among those that it stands for. */
export function covers(glob: string, folder: string): boolean {
  const parts = glob.replace(/^\.\//, "").replace(/\/$/, "").split(/(\*+)/);
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    return part === "*" ? "[^/]*" : ".*";
  });
  return new RegExp(`^${pattern.join("")}$`).test(folder);
}

/** Plans pnpm's own list of workspaces. `undefined` where it has them all, or is not written one a line. */
export function planPnpmWorkspace(
  { root }: Surroundings,
  folders: readonly string[],
): EmittedFile | undefined {
  const path = "pnpm-workspace.yaml";
  const text = readQuietly(join(root, path));
  const isUsual = folders.every((folder) => covers("packages/*", folder));
  const [, indent = "  "] = /^packages:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)-/m.exec(text ?? "") ?? [];
  const asItems = (globs: readonly string[]) =>
    globs.map((glob) => `${indent}- ${JSON.stringify(glob)}\n`).join("");
  if (text === undefined) return { path, text: `packages:\n${asItems(isUsual ? ["packages/*"] : folders)}` };
  const [, block = ""] = /^packages:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?\r?\n|[ \t]*-.*$)*)/m.exec(text) ?? [];
  const globs = [...block.matchAll(/^[ \t]*-[ \t]*["']?([^"'\s#]+)/gm)].map(([, glob = ""]) => glob);
  const lacking = folders.filter((folder) => !globs.some((glob) => covers(glob, folder)));
  if (lacking.length === 0) return undefined;
  if (!/^packages:/m.test(text)) {
    const end = text === "" || text.endsWith("\n") ? "" : "\n";
    return { path, text: `${text}${end}packages:\n${asItems(lacking)}` };
  }
  return { path, text: text.replace(/^packages:[ \t]*\r?\n/m, (line) => `${line}${asItems(lacking)}`) };
}
