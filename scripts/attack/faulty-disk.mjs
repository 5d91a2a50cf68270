// A disk that fails: every call of Node that changes a file below a folder is counted, and from the n-th on the disk is
// dead, as it is for a process that was killed there, or full, or fails once. Import it before what is attacked.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";

/**
 * @typedef {"count" | "dead" | "torn" | "full" | "once"} Fault `dead`: this call and all later ones do nothing; `torn`:
 *   as `dead`, but half of what this call writes is written; `full`: this call and all later ones that need room fail;
 *   `once`: this call fails.
 */

/** @type {{ root: string, at: number, fault: Fault, calls: number, writes: Set<number>, isBroken: boolean }} */
const disk = {
  root: "\0",
  at: Number.POSITIVE_INFINITY,
  fault: "count",
  calls: 0,
  writes: new Set(),
  isBroken: false,
};
/** @type {Set<number>} The descriptors of files below the folder. */
const descriptors = new Set();

/**
 * Lets the disk fail below a folder at the n-th call, counted from 1, while `work` runs. Returns how many calls there
 * were, which of them write bytes, and what `work` gave or threw.
 * @template T
 * @param {{ root: string, at: number, fault: Fault }} options
 * @param {() => Promise<T>} work
 */
export async function withFaultyDisk({ root, at, fault }, work) {
  Object.assign(disk, { root: resolve(root), at, fault, calls: 0, writes: new Set(), isBroken: false });
  try {
    return { value: await work(), calls: disk.calls, writes: disk.writes };
  } catch (error) {
    return { error, calls: disk.calls, writes: disk.writes };
  } finally {
    Object.assign(disk, { root: "\0" });
  }
}

/** @param {unknown} path */
function isBelow(path) {
  if (typeof path === "number") return descriptors.has(path);
  if (typeof path !== "string") return false;
  const full = resolve(path);
  return full === disk.root || full.startsWith(disk.root + sep);
}

/**
 * @param {boolean} needsRoom
 * @param {boolean} [isWrite] Whether bytes are written, of which half can be.
 */
function isStopped(needsRoom, isWrite = false) {
  disk.calls++;
  if (isWrite) disk.writes.add(disk.calls);
  if (disk.calls === disk.at && disk.fault !== "count") {
    disk.isBroken = disk.fault !== "once";
    return true;
  }
  return disk.isBroken && (needsRoom || disk.fault !== "full");
}

function failure() {
  const isRoom = disk.fault === "full" || disk.fault === "once";
  const [code, message] = isRoom ? ["ENOSPC", "no space left on device"] : ["EIO", "i/o error"];
  return Object.assign(new Error(`${code}: ${message}`), { code, syscall: "write", errno: -5 });
}

/**
 * @param {unknown} data
 * @returns {any}
 */
function half(data) {
  if (typeof data === "string") return data.slice(0, data.length >> 1);
  return data instanceof Uint8Array ? data.subarray(0, data.length >> 1) : data;
}

const ADDING = ["mkdirSync", "writeFileSync", "writeSync", "linkSync", "copyFileSync", "symlinkSync"];
const OTHER = [
  "renameSync",
  "unlinkSync",
  "rmSync",
  "rmdirSync",
  "fsyncSync",
  "fchmodSync",
  "chmodSync",
  "utimesSync",
];
/** @type {any} */
const sync = fs;
for (const name of [...ADDING, ...OTHER]) {
  const real = sync[name];
  sync[name] = (/** @type {any[]} */ ...args) => {
    // The place of a link, a copy or a renaming is its second path.
    if (!args.slice(0, 2).some(isBelow)) return real(...args);
    const isWrite = name.startsWith("write");
    if (!isStopped(ADDING.includes(name), isWrite)) return real(...args);
    if (disk.fault === "torn" && disk.calls === disk.at && isWrite) real(args[0], half(args[1]));
    throw failure();
  };
}
const realOpen = fs.openSync;
sync.openSync = (/** @type {any} */ path, /** @type {any} */ flags, /** @type {any} */ mode) => {
  const isWrite = typeof flags === "string" && /[wa+]/.test(flags) && isBelow(path);
  if (isWrite && isStopped(true)) throw failure();
  const file = realOpen(path, flags, mode);
  if (isWrite) descriptors.add(file);
  return file;
};
const realClose = fs.closeSync;
sync.closeSync = (/** @type {number} */ file) => {
  descriptors.delete(file);
  return realClose(file);
};

/** @type {any} */
const promises = fs.promises;
for (const name of [
  "mkdir",
  "writeFile",
  "appendFile",
  "link",
  "copyFile",
  "rename",
  "unlink",
  "rm",
  "rmdir",
]) {
  const real = promises[name].bind(promises);
  promises[name] = async (/** @type {any[]} */ ...args) => {
    if (!args.slice(0, 2).some(isBelow)) return real(...args);
    const isAdding = ["mkdir", "writeFile", "appendFile", "link", "copyFile"].includes(name);
    const isWrite = name === "writeFile" || name === "appendFile";
    if (!isStopped(isAdding, isWrite)) return real(...args);
    if (disk.fault === "torn" && disk.calls === disk.at && isWrite)
      await real(args[0], half(args[1]), args[2]);
    throw failure();
  };
}
const realOpenHandle = promises.open.bind(promises);
promises.open = async (/** @type {any[]} */ ...args) => {
  const [path, flags = "r"] = args;
  if (!isBelow(path) || !/[wa+]/.test(String(flags))) return realOpenHandle(...args);
  if (isStopped(true)) throw failure();
  const handle = await realOpenHandle(...args);
  for (const name of ["write", "writeFile", "sync", "datasync", "truncate"]) {
    const real = handle[name].bind(handle);
    handle[name] = async (/** @type {any[]} */ ...rest) => {
      const isWrite = name.startsWith("write");
      if (!isStopped(isWrite, isWrite)) return real(...rest);
      if (disk.fault === "torn" && disk.calls === disk.at && isWrite) await real(half(rest[0]));
      throw failure();
    };
  }
  return handle;
};
syncBuiltinESMExports();
