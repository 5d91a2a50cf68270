import { randomBytes } from "node:crypto";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { describeError, errorCode } from "./describe-error.js";
import { displayPath } from "./display-path.js";
import { finishWork } from "./finish-work.js";
import { findRealPath, hasGitFolder } from "./inside-folder.js";
import { createOwner, forgetOwner, isGone, type Owner, printOwner, readOwner } from "./lock-owner.js";

/** The folder that is there while a run writes. It holds what is not whole yet, and who the run is. */
export const LOCK = ".shapelog-lock";

/** How long a run waits for another to end. */
const PATIENCE_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 40;

/** A folder that no other run writes to. */
export interface FolderLock {
  /** The absolute path of the folder. */
  readonly folder: string;
  /** A new folder on the same disk, for what is not whole yet. It goes with the lock. */
  readonly staging: string;
  /** The files that a run before this one was about to write when it ended, which are in place now. */
  readonly finished: readonly string[];
  release(): void;
}

export interface LockOptions {
  readonly cwd: string;
  readonly folder: string;
  /** How long to wait for another run, in milliseconds. Default: 15 seconds. */
  readonly patience?: number;
}

/**
 * Makes a folder if it is not there, and keeps other runs from writing to it until the lock is released. What a run that
 * was killed left is completed where all of it was ready, and removed where not. Waits for a run that is alive.
 */
export async function lockFolder({ cwd, folder, patience }: LockOptions): Promise<Outcome<FolderLock>> {
  const path = displayPath(cwd, folder);
  const refuse = (reason: string) =>
    failed(cliDiagnostics.create("not-writable", { file: path }, { path, reason }));
  try {
    if (hasGitFolder(findRealPath(folder))) return refuse("it is in a .git folder");
    const made = mkdirSync(folder, { recursive: true });
    for (let waited = 0; ; waited += PAUSE_MILLISECONDS) {
      const taken = takeLock(folder, made);
      if (taken.kind === "taken") return succeeded(taken.lock, tellFinished(path, taken.lock));
      if (waited >= (patience ?? PATIENCE_MILLISECONDS))
        return failed(cliDiagnostics.create("locked", undefined, { path, holder: taken.holder }));
      await setTimeout(PAUSE_MILLISECONDS);
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return refuse(describeError(error));
  }
}

/** Completes, or removes, what a killed run left in a folder. */
export async function recoverFolder(cwd: string, folder: string): Promise<readonly Diagnostic[]> {
  if (!hasLeftovers(folder)) return [];
  const lock = await lockFolder({ cwd, folder });
  if (lock.ok) lock.value.release();
  return lock.diagnostics;
}

function hasLeftovers(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.startsWith(LOCK));
  } catch {
    return false;
  }
}

function tellFinished(path: string, { finished }: FolderLock): readonly Diagnostic[] {
  if (finished.length === 0) return [];
  return [cliDiagnostics.create("finished-write", undefined, { path, files: finished })];
}

type Taken =
  | { readonly kind: "taken"; readonly lock: FolderLock }
  | { readonly kind: "held"; readonly holder: string };

/** Takes the lock if it is free, or if who has it is gone. `made` is the first folder that was made for it. */
function takeLock(folder: string, made: string | undefined): Taken {
  const lock = join(folder, LOCK);
  const owner = createOwner(randomBytes(8).toString("hex"));
  const before = becomeOwner(lock, owner);
  if (before === undefined) return { kind: "held", holder: "another process" };
  if (typeof before === "string") return { kind: "held", holder: before };
  const release = () => {
    releaseLock(lock, owner);
    if (made !== undefined) removeEmpty(folder, made);
  };
  try {
    removeLeftovers(folder);
    const finished = before.flatMap(({ token }) => finishWork(folder, join(lock, token)));
    const staging = join(lock, owner.token);
    mkdirSync(staging);
    return { kind: "taken", lock: { folder, staging, finished, release } };
  } catch (error) {
    // What was to be finished is written down still; without an owner, the next run finds it.
    if (before.length > 0) forgetOwner(owner);
    else release();
    throw error;
  }
}

/** Returns the owners before, or who has the lock. */
function becomeOwner(lock: string, owner: Owner): readonly Owner[] | string | undefined {
  let isOwner = false;
  try {
    const before = isThere(lock) ? claim(lock, owner) : create(lock, owner);
    isOwner = Array.isArray(before);
    return before;
  } finally {
    if (!isOwner) forgetOwner(owner);
  }
}

/** What keeps a lock from being removed does not undo what was done under it: the next run finds it without an owner. */
function releaseLock(lock: string, owner: Owner): void {
  try {
    const old = besideLock(lock, owner);
    renameSync(lock, old);
    rmSync(old, { recursive: true, force: true });
  } catch {
    // as above
  } finally {
    forgetOwner(owner);
  }
}

function besideLock(lock: string, owner: Owner): string {
  return `${lock}-${owner.process}-${owner.token}`;
}

/** Returns whether there is a lock. A link or a file of that name is none of ours. */
function isThere(lock: string): boolean {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw Object.assign(new Error(`${LOCK} is not a folder`), { code: "ENOTDIR" });
  return found !== undefined;
}

/** Makes a lock that has its owner in it from the first moment on. Returns the owners before, none, if that was in time. */
function create(lock: string, owner: Owner): readonly Owner[] | undefined {
  const prepared = besideLock(lock, owner);
  mkdirSync(prepared);
  try {
    writeFileSync(join(prepared, ".gitignore"), "*\n");
    writeFileSync(join(prepared, "owner"), printOwner(owner));
    renameSync(prepared, lock);
    return [];
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    if (isThere(lock)) return undefined;
    throw error;
  }
}

/**
 * Takes over a lock whose owner is gone: the next owner's file has the name of the one before, so that of two who come at
 * once one is the next. Returns the owners before, or who has it.
 */
function claim(lock: string, owner: Owner): readonly Owner[] | string | undefined {
  const before = readOwners(lock);
  const last = before.at(-1);
  if (!last) return undefined;
  if (!isGone(last)) return `process ${last.process} on ${last.host}`;
  const mine = join(lock, `${owner.token}.tmp`);
  try {
    writeFileSync(mine, printOwner(owner), { flag: "wx" });
    linkSync(mine, join(lock, claimName(last)));
  } catch (error) {
    if (errorCode(error) === "EEXIST" || errorCode(error) === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  // The lock may have been released and taken anew in between; then the claim is to nothing.
  if (readOwners(lock).at(-1)?.token === owner.token) return before;
  rmSync(join(lock, claimName(last)), { force: true });
  return undefined;
}

function claimName({ token }: Owner): string {
  return `after-${token}`;
}

/** Returns who had the lock one after the other, the present owner last. */
function readOwners(lock: string): readonly Owner[] {
  const owners: Owner[] = [];
  for (let name = "owner"; ; ) {
    const owner = readOwner(join(lock, name));
    if (!owner || owners.some(({ token }) => token === owner.token)) return owners;
    owners.push(owner);
    name = claimName(owner);
  }
}

/** Removes locks that were being made or unmade by runs that are gone. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${LOCK}-`)) continue;
    const path = join(folder, name);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) continue;
    const [, id = "", token = ""] = /-(\d+)-([0-9a-f]+)$/.exec(name) ?? [];
    const owner = readOwner(join(path, "owner")) ?? {
      token,
      process: Number(id),
      host: hostname(),
      began: "",
    };
    if (isGone(owner)) rmSync(path, { recursive: true, force: true });
  }
}

/** Removes folders that were made for nothing. */
function removeEmpty(folder: string, made: string): void {
  for (let path = folder; path.length >= made.length; path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}
