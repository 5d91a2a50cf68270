import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError, errorCode } from "../files/describe-error.js";
import { displayPath } from "../files/display-path.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { StoredLog } from "./read-log.js";
import { RECORD_FORMAT, type ServiceRecord } from "./service-record.js";

const STATE_FORMAT = "shapelog-history-state/1";
const STATE = "state.json";
const LOCK = "lock";
/** Everything that a history folder has in it. */
const OWN = /^(?:state\.json|lock|ledgers|services|index(?:\.\d+-of-\d+)?\.json|.*\.tmp)$/;

/** What the folder says of itself and of the log it was made from. */
export interface FolderState {
  readonly format: typeof STATE_FORMAT;
  /** The day before which history was left out, or `null`. */
  readonly since: string | null;
  readonly log: StoredLog;
}

/** A history's output folder, locked for this run. */
export interface OutputFolder {
  readonly path: string;
  readonly state: FolderState | undefined;
  readonly records: ReadonlyMap<string, ServiceRecord>;
  readonly diagnostics: readonly Diagnostic[];
  unlock(): Promise<void>;
}

/** Opens and locks an output folder: a new or empty one, or one that an earlier run made. */
export async function openOutputFolder(
  cwd: string,
  path: string,
  since: string | null,
): Promise<Outcome<OutputFolder>> {
  const shown = displayPath(cwd, path);
  try {
    await mkdir(path, { recursive: true });
    const foreign = await findForeign(path);
    if (foreign !== undefined) {
      return failed(cliDiagnostics.create("not-ours", undefined, { path: shown, file: foreign }));
    }
    const holder = await lock(join(path, LOCK));
    if (holder !== undefined)
      return failed(cliDiagnostics.create("locked", undefined, { path: shown, holder }));
    for (const name of ["", "ledgers", "services"]) await makeFolder(join(path, name));
  } catch (error) {
    return failed(
      cliDiagnostics.create("not-writable", { file: shown }, { path: shown, reason: describeError(error) }),
    );
  }
  const unlock = () => unlink(join(path, LOCK)).catch(() => undefined);
  const diagnostics: Diagnostic[] = [];
  const state = await readState(path, shown, diagnostics);
  if (state && state.since !== since) {
    await unlock();
    const [had, wanted] = [state.since ?? "the beginning", since ?? "the beginning"];
    return failed(cliDiagnostics.create("other-since", undefined, { path: shown, had, wanted }));
  }
  const records = await readRecords(path, shown, diagnostics);
  return succeeded({ path, state, records, diagnostics, unlock });
}

/** Returns a name in a folder that no run put there. Without a state or a lock, a run left empty folders at most. */
async function findForeign(path: string): Promise<string | undefined> {
  const names = await readdir(path);
  const foreign = names.find((name) => !OWN.test(name));
  if (foreign !== undefined || names.includes(STATE) || names.includes(LOCK)) return foreign;
  for (const name of names) {
    const inside = await readdir(join(path, name)).catch(() => [""]);
    if (inside.length > 0) return name;
  }
  return undefined;
}

/** Makes a folder, and removes what a killed run left half-written in it. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const name of await readdir(path)) {
    if (name.endsWith(".tmp")) await rm(join(path, name), { force: true });
  }
}

/** Takes the lock; returns who holds it where somebody who is alive does. */
async function lock(path: string): Promise<string | undefined> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(`${process.pid} ${hostname()}\n`);
      await file.close();
      return undefined;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const [process_ = "", host = ""] = (await readFile(path, "utf8").catch(() => "")).trim().split(" ");
    if (host !== hostname() || isAlive(Number(process_))) {
      if (host !== "") return `process ${process_} on ${host}`;
    }
    await rm(path, { force: true }); // whoever held it was killed
  }
  return "another process";
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0 || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

async function readState(
  path: string,
  shown: string,
  diagnostics: Diagnostic[],
): Promise<FolderState | undefined> {
  const text = await readFile(join(path, STATE), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const state = parse(text);
  if (
    isObject(state) &&
    state.format === STATE_FORMAT &&
    isObject(state.log) &&
    Array.isArray(state.log.commits)
  ) {
    return state as unknown as FolderState; // our own format, which only we write
  }
  diagnostics.push(
    cliDiagnostics.create("broken-state", { file: `${shown}/${STATE}` }, { path: `${shown}/${STATE}` }),
  );
  return undefined;
}

/** Returns the records whose ledgers are as they were written; the others are made anew. */
async function readRecords(
  path: string,
  shown: string,
  diagnostics: Diagnostic[],
): Promise<Map<string, ServiceRecord>> {
  const records = new Map<string, ServiceRecord>();
  const names = (await readdir(join(path, "services"))).filter((name) => name.endsWith(".json"));
  for (const name of names.sort()) {
    const record = parse(await readFile(join(path, "services", name), "utf8").catch(() => ""));
    const file = `${shown}/services/${name}`;
    if (!isRecord(record) || record.file !== `ledgers/${fileName(record.service)}.jsonl`) {
      diagnostics.push(cliDiagnostics.create("broken-state", { file }, { path: file }));
      continue;
    }
    const size = await stat(join(path, record.file)).then(
      (found) => found.size,
      () => -1,
    );
    if (size === record.length) records.set(record.service, record);
  }
  return records;
}

function isRecord(value: unknown): value is ServiceRecord {
  return (
    isObject(value) &&
    value.format === RECORD_FORMAT &&
    typeof value.service === "string" &&
    typeof value.done === "number" &&
    typeof value.length === "number" &&
    typeof value.chain === "string" &&
    isObject(value.state) &&
    isObject(value.totals) &&
    Array.isArray(value.silent) &&
    Array.isArray(value.diagnostics)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes what the folder says of itself. */
export async function writeState(path: string, since: string | null, log: StoredLog): Promise<void> {
  const state: FolderState = { format: STATE_FORMAT, since, log };
  await writeWhole(join(path, STATE), JSON.stringify(state));
}

/** Writes a file so that it is there as a whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Returns the name of a service's files, without ending: its own where that is safe on every system. */
export function fileName(service: string): string {
  if (
    /^[a-z0-9][a-z0-9._-]{0,80}$/.test(service) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/.test(service)
  ) {
    return service;
  }
  const plain = service
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
  return `_${plain}-${createHash("sha256").update(service).digest("hex").slice(0, 12)}`;
}
