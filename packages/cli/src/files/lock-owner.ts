import { hostname } from "node:os";
import process from "node:process";
import { errorCode } from "./describe-error.js";
import { readQuietly } from "./read-quietly.js";

/** Who has a lock. */
export interface Owner {
  /** Tells this lock from every other. */
  readonly token: string;
  readonly process: number;
  readonly host: string;
  /** When the process began, as the system tells it: numbers of processes are used again. Empty where it does not. */
  readonly began: string;
}

/** The tokens of the locks of this process. */
const OWN = new Set<string>();

/** Returns this process as an owner. */
export function createOwner(token: string): Owner {
  OWN.add(token);
  return { token, process: process.pid, host: hostname(), began: readBegan(process.pid) };
}

/** Tells that this process has a lock no more. */
export function forgetOwner({ token }: Owner): void {
  OWN.delete(token);
}

/** Returns an owner as the text of a file. */
export function printOwner(owner: Owner): string {
  return `${JSON.stringify(owner)}\n`;
}

/** Reads an owner's file; `undefined` where there is none. */
export function readOwner(path: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readQuietly(path) ?? "");
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string" &&
    /^[0-9a-f]{16}$/.test(value.token) &&
    "process" in value &&
    Number.isInteger(value.process) &&
    "host" in value &&
    typeof value.host === "string" &&
    "began" in value &&
    typeof value.began === "string"
  );
}

/** Returns whether an owner does not run any more. Of another machine's nobody here knows. */
export function isGone({ token, process: id, host, began }: Owner): boolean {
  if (host !== hostname()) return false;
  if (id === process.pid) return !OWN.has(token);
  return !isRunning(id) || (began !== "" && readBegan(id) !== began);
}

/** Returns whether a process of this machine runs. */
function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** Returns when a process began, in ticks since the system did (proc(5), `/proc/[pid]/stat`, field 22). */
function readBegan(id: number): string {
  const text = readQuietly(`/proc/${id}/stat`) ?? "";
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
