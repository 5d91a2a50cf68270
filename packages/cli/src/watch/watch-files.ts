import { type FSWatcher, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathKind } from "../files/path-kind.js";

/** Tells of changes in files and folders. */
export interface FileWatch {
  /** Watches these files and folders, with all below them, instead of those before. They need not be there yet. */
  watch(paths: readonly string[]): Promise<void>;
  /** Resolves after a change since it resolved last, when no other has followed for a moment. */
  changed(): Promise<void>;
  close(): void;
}

/** An editor writes a file in several steps; they are one change. */
const QUIET_MILLISECONDS = 100;

/**
 * Creates a watch of nothing. Folders are watched rather than files, as editors and `git` put a new file in the place
 * of the old, and each on its own, as not every system can watch all below one.
 */
export function createFileWatch(): FileWatch {
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isChanged = false;
  let tell: () => void = () => undefined;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isChanged = true;
      tell();
    }, QUIET_MILLISECONDS);
  };
  return {
    async watch(paths) {
      const watched = await findWatched(paths);
      const before = watchers;
      watchers = [...watched].flatMap(([folder, names]) => startWatcher(folder, names, note) ?? []);
      for (const watcher of before) watcher.close();
    },
    async changed() {
      if (!isChanged) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      }
      isChanged = false;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Which names in a folder matter: some, or all. */
type Names = ReadonlySet<string> | "all";

async function findWatched(paths: readonly string[]): Promise<ReadonlyMap<string, Names>> {
  const watched = new Map<string, Names>();
  for (const path of paths) {
    if ((await pathKind(path)) === "folder") {
      for (const folder of await listFolders(path)) watched.set(folder, "all");
    }
    const [folder, name] = await findParent(path);
    const names = watched.get(folder) ?? new Set<string>();
    if (names !== "all") watched.set(folder, new Set([...names, name]));
  }
  return watched;
}

/** Returns the nearest folder above a path that is there, and the name in it that leads to the path. */
async function findParent(path: string): Promise<readonly [folder: string, name: string]> {
  for (let below = path; ; below = dirname(below)) {
    const folder = dirname(below);
    if (folder === below || (await pathKind(folder)) === "folder") return [folder, basename(below)];
  }
}

async function listFolders(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const below = found.filter((entry) => entry.isDirectory());
  return [folder, ...below.map((entry) => join(entry.parentPath, entry.name))];
}

/** A folder that is gone meanwhile is not watched; the change of the folder above it is told. */
function startWatcher(folder: string, names: Names, note: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (names === "all" || name === null || names.has(name)) note();
    });
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
