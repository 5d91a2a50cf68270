import { readFileSync } from "node:fs";
import { applyChanges } from "@shapelog/changes";
import { findModelFile, findRevisions, type HistoryRow } from "@shapelog/history";
import { readJson } from "@shapelog/json";
import { digestModel, ledgerDiagnostics, type Revision, type Step } from "@shapelog/ledger";
import { createModel, type Model } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError } from "../files/describe-error.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { RecordedRevision } from "./page-record.js";

/** A row before its changes are read. */
interface HistoryLine extends RecordedRevision {
  /** Where it stands among the bytes of the ledger. */
  readonly start: number;
  readonly end: number;
}

/** A ledger of a history: its bytes, and where each row is. */
export interface HistoryLedger {
  readonly service: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly lines: ReadonlyMap<string, HistoryLine>;
}

export function notAHistory(path: string, reason: string) {
  return cliDiagnostics.create("not-a-history", undefined, { path, reason });
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Returns the text that a JSON string is; empty for what is none. */
export function parseText(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return "";
  }
}

export function readBytes(path: string, file: string): Outcome<Buffer> {
  try {
    return succeeded(readFileSync(path));
  } catch (error) {
    const reason = describeError(error);
    return failed(cliDiagnostics.create("not-readable", { file }, { path: file, reason }));
  }
}

/** Reads where the rows of a ledger are, and what each says of itself before what changed. */
export function openHistoryLedger(service: string, path: string, file: string): Outcome<HistoryLedger> {
  const bytes = readBytes(path, file);
  if (!bytes.ok) return bytes;
  const lines = new Map<string, HistoryLine>();
  for (let start = 0; start < bytes.value.length; ) {
    const end = bytes.value.indexOf("\n", start);
    if (end === -1) return failed(notAHistory(file, "it was cut off"));
    const changes = bytes.value.indexOf('"changes":', start);
    const text = bytes.value.toString("utf8", start, changes === -1 || changes > end ? end : changes);
    const revision = readHead(text);
    if (!revision) return failed(notAHistory(file, `its line ${lines.size + 1} is no revision`));
    lines.set(revision.id, { ...revision, start, end });
    start = end + 1;
  }
  return succeeded({ service, file, bytes: bytes.value, lines });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what a row says before what changed: an object without its end. */
function readHead(text: string): RecordedRevision | undefined {
  const head = parseHead(text);
  const { id, date, source, vendor, parent = null, path, gone } = head;
  if (typeof id !== "string" || typeof date !== "string" || !DAY.test(date)) return undefined;
  const { name, version } = isObject(source) ? source : {};
  const note = isObject(vendor) ? vendor.text : undefined;
  return {
    ...{ id, date, parent: typeof parent === "string" ? parent : null },
    versions: typeof version === "string" ? [version] : [],
    ...(typeof name === "string"
      ? { source: { name, ...(typeof version === "string" ? { version } : {}) } }
      : {}),
    ...(typeof note === "string" ? { note } : {}),
    ...(typeof path === "string" ? { path } : {}),
    ...(gone === true ? { gone } : {}),
  };
}

function parseHead(text: string): Readonly<Record<string, unknown>> {
  try {
    const head: unknown = JSON.parse(`${text.replace(/,$/, "")}${text.endsWith("}") ? "" : "}"}`);
    return isObject(head) ? head : {};
  } catch {
    return {};
  }
}

/**
 * Returns the revisions that lead to the model as it is, oldest first. Rows of a file of an older API version that
 * changed on are not among them.
 */
export function readRevisions(ledger: HistoryLedger): Outcome<readonly Revision[]> {
  const last = findNewest(ledger);
  if (!last) return succeeded([]);
  const rows: HistoryRow[] = [];
  for (const line of findChain(ledger, last.id, new Map()).chain) {
    const row = readRow(ledger, line);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  const newest = rows.at(-1);
  return succeeded(newest ? findRevisions(rows, newest) : []);
}

/** Returns the last row of the newest API version, which its file's path names. */
function findNewest({ lines }: HistoryLedger): HistoryLine | undefined {
  const versionOf = ({ path }: HistoryLine) => (path && findModelFile(path)?.version) ?? "";
  let newest: HistoryLine | undefined;
  for (const line of lines.values()) if (!newest || versionOf(line) >= versionOf(newest)) newest = line;
  return newest;
}

/**
 * Applies the revisions that lead to some, each once, and checks that each of these starts and ends where it says. What is
 * returned has all of them.
 */
export function replayTo(ledger: HistoryLedger, ids: readonly string[]): Outcome<ReadonlyMap<string, Step>> {
  const { file } = ledger;
  const models = new Map<string, Model>();
  const steps = new Map<string, Step>();
  for (const id of ids) {
    if (steps.has(id)) continue;
    const { from, chain } = findChain(ledger, id, models);
    let before: Model = (from === undefined ? undefined : models.get(from)) ?? createModel([]);
    for (const line of chain) {
      const step = applyRow(ledger, line, before);
      if (!step.ok) return step;
      if (ids.includes(line.id)) {
        const verified = verifyStep(file, step.value);
        if (!verified.ok) return verified;
        steps.set(line.id, verified.value);
        models.set(line.id, step.value.after);
      }
      before = step.value.after;
    }
    if (!steps.has(id)) return failed(notAHistory(file, `it has no revision ${id}`));
  }
  return succeeded(steps);
}

/** Returns the rows that lead to one, oldest first, from the beginning or from behind one whose model is known. */
function findChain({ lines }: HistoryLedger, id: string, known: ReadonlyMap<string, Model>) {
  const chain: HistoryLine[] = [];
  let line = lines.get(id);
  while (line && !known.has(line.id) && chain.length <= lines.size) {
    chain.push(line);
    line = line.parent == null ? undefined : lines.get(line.parent);
  }
  return { from: line?.id, chain: chain.reverse() };
}

function applyRow(ledger: HistoryLedger, line: HistoryLine, before: Model): Outcome<Step> {
  const row = readRow(ledger, line);
  if (!row.ok) return row;
  const applied = applyChanges(row.value.changes, before);
  const [misfit] = applied.diagnostics;
  if (!misfit) return succeeded({ revision: row.value, before, after: applied.model });
  const { file } = ledger;
  const data = { revision: line.id, reason: misfit.message, file };
  return failed(ledgerDiagnostics.create("does-not-replay", { file, offset: 0 }, data));
}

function readRow({ file, bytes }: HistoryLedger, { id, start, end }: HistoryLine): Outcome<HistoryRow> {
  const { value } = readJson({ file, text: bytes.toString("utf8", start, end) });
  if (!isObject(value) || !Array.isArray(value.changes) || typeof value.after !== "string")
    return failed(notAHistory(file, `its revision ${id} is not whole`));
  return succeeded(value as unknown as HistoryRow); // our own format; that its changes are whole is seen when they are applied
}

function verifyStep(file: string, step: Step): Outcome<Step> {
  const { revision, after } = step;
  const found = digestModel(after);
  if (found === revision.after) return succeeded(step);
  const data = { revision: revision.id, expected: revision.after, found, file };
  return failed(ledgerDiagnostics.create("wrong-digest", { file, offset: 0 }, data));
}
