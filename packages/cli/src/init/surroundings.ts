import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeObject, type NodeValue } from "@shapelog/model";
import type { Config } from "../config-file.js";
import { readQuietly } from "../files/read-quietly.js";
import type { PackageManager } from "./answers.js";

/** What is there already where a repository is set up. */
export interface Surroundings {
  /** The absolute path of the folder that gets the configuration. */
  readonly root: string;
  readonly config: Config | undefined;
  /** The `package.json` there, if there is one. */
  readonly manifest: Readonly<Record<string, NodeValue>> | undefined;
  readonly packageManager: PackageManager;
  /** Whether yarn is 2 or newer, which installs nothing anew in CI unless it is told to. */
  readonly isModernYarn: boolean;
  /** Whether the folder, or one above it, is a git repository. */
  readonly hasGit: boolean;
  /** The branch that changes go to. */
  readonly branch: string;
}

/** Looks at a folder. Only files are read: no program is started. */
export function findSurroundings(root: string, config: Config | undefined): Surroundings {
  const text = readQuietly(join(root, "package.json"));
  const { value } = readJson({ file: "package.json", text: text ?? "{}" });
  const manifest = text !== undefined && isNodeObject(value) ? value : undefined;
  const named = typeof manifest?.packageManager === "string" ? manifest.packageManager : "";
  const git = findGit(root);
  return {
    root,
    config,
    manifest,
    packageManager: findPackageManager(root, named),
    isModernYarn: /^yarn@[2-9]/.test(named) || existsSync(join(root, ".yarnrc.yml")),
    hasGit: git !== undefined,
    branch: git === undefined ? "main" : findBranch(git),
  };
}

const LOCKS: readonly (readonly [file: string, manager: PackageManager])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["pnpm-workspace.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["package-lock.json", "npm"],
];

/** What `packageManager` names goes before lock files. */
function findPackageManager(root: string, named: string): PackageManager {
  const [, name] = /^(npm|pnpm|yarn)@/.exec(named) ?? [];
  if (name === "npm" || name === "pnpm" || name === "yarn") return name;
  return LOCKS.find(([file]) => existsSync(join(root, file)))?.[1] ?? "npm";
}

function findGit(folder: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    const path = join(each, ".git");
    if (existsSync(path)) return path;
    if (dirname(each) === each) return undefined;
  }
}

function findBranch(git: string): string {
  const remote = /^ref: refs\/remotes\/origin\/(\S+)/.exec(
    readQuietly(join(git, "refs/remotes/origin/HEAD")) ?? "",
  )?.[1];
  if (remote !== undefined) return remote;
  const names = ["main", "master"];
  const known = names.find((name) => existsSync(join(git, "refs/heads", name)));
  const current = /^ref: refs\/heads\/(\S+)/.exec(readQuietly(join(git, "HEAD")) ?? "")?.[1];
  return known ?? current ?? "main";
}

/** Returns a name for a service made of other words: small letters, digits and `-`; `api` where nothing is left. */
export function toServiceName(words: string): string {
  const name = words
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return name === "" ? "api" : name;
}

/** Returns the name that a service's package gets where nobody says one: in the scope of the repository's own. */
export function suggestPackageName({ manifest, root }: Surroundings, service: string): string {
  const own = typeof manifest?.name === "string" ? manifest.name : "";
  const [, scope] = /^(@[a-z0-9~-][a-z0-9._~-]*)\//.exec(own) ?? [];
  if (scope !== undefined) return `${scope}/${service}`;
  const owner = toServiceName(own === "" ? basename(root) : own);
  return owner === service ? `${service}-api` : `${owner}-${service}`;
}
