import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError } from "../files/describe-error.js";
import { displayPath } from "../files/display-path.js";
import { LOCK, lockFolder } from "../files/lock-folder.js";
import { readQuietly } from "../files/read-quietly.js";
import { safeFileName } from "../files/safe-file-name.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { StoredLog } from "./read-log.js";
import { RECORD_FORMAT, type ServiceRecord } from "./service-record.js";

const STATE_FORMAT = "shapelog-history-state/3";
const STATE = "state.json";
/** Everything that a history folder has in it. */
const OWN = /^(?:state\.json|ledgers|services|index(?:\.\d+-of-\d+)?\.json|\.shapelog-lock.*)$/;

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
  /** A folder for files that are not whole yet. */
  readonly staging: string;
  readonly state: FolderState | undefined;
  readonly records: ReadonlyMap<string, ServiceRecord>;
  readonly diagnostics: readonly Diagnostic[];
  unlock(): void;
}

/** Opens and locks an output folder: a new or empty one, or one that an earlier run made. */
export async function openOutputFolder(
  cwd: string,
  path: string,
  since: string | null,
): Promise<Outcome<OutputFolder>> {
  const shown = displayPath(cwd, path);
  const foreign = await findForeign(path);
  if (foreign !== undefined)
    return failed(cliDiagnostics.create("not-ours", undefined, { path: shown, file: foreign }));
  const locked = await lockFolder({ cwd, folder: path, patience: 0 });
  if (!locked.ok) return locked;
  const unlock = locked.value.release;
  try {
    for (const name of ["ledgers", "services"]) await mkdir(join(path, name), { recursive: true });
  } catch (error) {
    unlock();
    return failed(
      cliDiagnostics.create("not-writable", { file: shown }, { path: shown, reason: describeError(error) }),
    );
  }
  const diagnostics: Diagnostic[] = [];
  const state = await readState(path, shown, diagnostics);
  if (state && state.since !== since) {
    unlock();
    const [had, wanted] = [state.since ?? "the beginning", since ?? "the beginning"];
    return failed(cliDiagnostics.create("other-since", undefined, { path: shown, had, wanted }));
  }
  const records = await readRecords(path, shown, diagnostics);
  return succeeded({ path, staging: locked.value.staging, state, records, diagnostics, unlock });
}

/** Returns a name in a folder that no run put there. Without a state, a run left empty folders and a lock at most. */
async function findForeign(path: string): Promise<string | undefined> {
  const names = await readdir(path).catch((): string[] => []);
  const foreign = names.find((name) => !OWN.test(name));
  if (foreign !== undefined || names.includes(STATE)) return foreign;
  for (const name of names.filter((each) => !each.startsWith(LOCK))) {
    const inside = await readdir(join(path, name)).catch(() => [""]);
    if (inside.length > 0) return name;
  }
  return undefined;
}

async function readState(
  path: string,
  shown: string,
  diagnostics: Diagnostic[],
): Promise<FolderState | undefined> {
  const text = readQuietly(join(path, STATE));
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
    const record = parse(readQuietly(join(path, "services", name)) ?? "");
    const file = `${shown}/services/${name}`;
    if (!isRecord(record) || record.file !== `ledgers/${safeFileName(record.service)}.jsonl`) {
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
export async function writeState(
  { path, staging }: Pick<OutputFolder, "path" | "staging">,
  since: string | null,
  log: StoredLog,
): Promise<void> {
  const state: FolderState = { format: STATE_FORMAT, since, log };
  await writeWhole(staging, join(path, STATE), JSON.stringify(state));
}

/** Writes a file so that it is there as a whole or not at all. */
export async function writeWhole(staging: string, path: string, text: string): Promise<void> {
  const temporary = temporaryFile(staging);
  await writeFile(temporary, text, { flag: "wx" });
  await rename(temporary, path);
}

/** Returns the path of a new file in a staging folder. */
export function temporaryFile(staging: string): string {
  return join(staging, randomBytes(8).toString("hex"));
}
