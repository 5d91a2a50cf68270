import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { applyChanges } from "@shapelog/changes";
import type { HistoryRow } from "@shapelog/history";
import { readJson } from "@shapelog/json";
import { digestModel, ledgerDiagnostics, type Step } from "@shapelog/ledger";
import { createModel, type Model } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError } from "../files/describe-error.js";
import { displayPath } from "../files/display-path.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { type FindByName, indexNames, type PageRecord, type RecordedRevision } from "./page-record.js";

/** The index of a history, and those of its parts. */
const INDEX = /^index(?:\.\d+-of-\d+)?\.json$/;
const LEDGER = /^ledgers\/[^/\\]+\.jsonl$/;

/** A service of a history. */
interface HistoryService {
  readonly service: string;
  /** Its names in the repository, today's and former ones. */
  readonly names: readonly string[];
  readonly file: string;
}

/** A row before its changes are read. */
interface HistoryLine extends RecordedRevision {
  readonly parent: string | null;
  /** Where it stands among the bytes of the ledger. */
  readonly start: number;
  readonly end: number;
}

/** A ledger of a history: its bytes, and where each row is. Read when it is asked for, and the last one is kept. */
interface HistoryLedger {
  readonly service: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly lines: ReadonlyMap<string, HistoryLine>;
}

/** Opens a folder that `shapelog history` wrote. Nothing is written to it. */
export function openHistoryRecord(cwd: string, folder: string): Outcome<PageRecord> {
  const path = resolve(cwd, folder);
  const shown = displayPath(cwd, path);
  const listed = readIndex(path, shown);
  if (!listed.ok) return listed;
  const services = listed.value;
  const files = new Map(services.map((each) => [each.service, each.file]));
  let last: HistoryLedger | undefined;
  const open = (service: string): Outcome<HistoryLedger> => {
    if (last?.service === service) return succeeded(last);
    const file = files.get(service);
    if (file === undefined) return failed(notAHistory(shown, `it has no service ${service}`));
    const ledger = openLedger(service, join(path, file), `${shown}/${file}`);
    if (ledger.ok) last = ledger.value;
    return ledger;
  };
  const findListed = indexNames(services.map((each) => [each.service, [each.service, ...each.names]]));
  let all: Outcome<ReadonlyMap<string, readonly string[]>> | undefined;
  let findAny: FindByName | undefined;
  const readNames = () => {
    all ??= readAllNames(services, path, shown);
    return all;
  };
  return succeeded({
    shown,
    services: services.map(({ service }) => service),
    async findServices(name) {
      const named = findListed(name);
      if (named.length > 0) return succeeded(named);
      const names = readNames();
      if (!names.ok) return names;
      findAny ??= indexNames(names.value);
      return succeeded(findAny(name));
    },
    async listNames() {
      const names = readNames();
      return names.ok ? succeeded([...names.value].flatMap(([service, each]) => [service, ...each])) : names;
    },
    async revisions(service) {
      const ledger = open(service);
      return ledger.ok ? succeeded([...ledger.value.lines.values()]) : ledger;
    },
    async step(service, id) {
      const ledger = open(service);
      return ledger.ok ? replayTo(ledger.value, id) : ledger;
    },
  });
}

function notAHistory(path: string, reason: string) {
  return cliDiagnostics.create("not-a-history", undefined, { path, reason });
}

/** Returns the services of a history's indexes: there is one, or one for each part. */
function readIndex(path: string, shown: string): Outcome<readonly HistoryService[]> {
  const services = new Map<string, HistoryService>();
  try {
    const names = readdirSync(path).filter((name) => INDEX.test(name));
    if (names.length === 0) return failed(notAHistory(shown, "it has no index.json"));
    for (const name of names.sort()) {
      const value: unknown = JSON.parse(readFileSync(join(path, name), "utf8"));
      const list = isObject(value) && Array.isArray(value.list) ? value.list : [];
      for (const each of list) if (isService(each)) services.set(each.service, each);
    }
  } catch (error) {
    const reason = error instanceof SyntaxError ? "its index is no JSON" : describeError(error);
    return failed(notAHistory(shown, reason));
  }
  if (services.size === 0) return failed(notAHistory(shown, "its index lists no services"));
  return succeeded([...services.values()]);
}

function isService(value: unknown): value is HistoryService {
  return (
    isObject(value) &&
    typeof value.service === "string" &&
    Array.isArray(value.names) &&
    value.names.every((name) => typeof name === "string") &&
    typeof value.file === "string" &&
    LEDGER.test(value.file)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Keys of a model under which a service's names stand, and how a row has them. */
const NAME_KEYS = ['"smithy.api#title"', '"sdkId"', '"endpointPrefix"'];
const NAME_VALUE =
  /^"[^"]{1,40}"(?::|(?:,"before":"(?:[^"\\]|\\.){0,300}")?,"after":)("(?:[^"\\]|\\.){1,300}")/;
/** How many bytes behind such a key are looked at. */
const NAME_BYTES = 1000;

/** Returns the names that each service had at any time. The ledgers are searched, not read: there may be hundreds. */
function readAllNames(
  services: readonly HistoryService[],
  path: string,
  shown: string,
): Outcome<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { service, names, file } of services) {
    const bytes = readBytes(join(path, file), `${shown}/${file}`);
    if (!bytes.ok) return bytes;
    const known = new Set([service, ...names]);
    for (const key of NAME_KEYS) {
      for (let at = bytes.value.indexOf(key); at !== -1; at = bytes.value.indexOf(key, at + key.length)) {
        const near = bytes.value.toString("utf8", at, at + NAME_BYTES);
        const [, value] = NAME_VALUE.exec(near) ?? [];
        if (value !== undefined) known.add(parseText(value));
      }
    }
    found.set(service, [...known]);
  }
  return succeeded(found);
}

function parseText(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return "";
  }
}

function readBytes(path: string, file: string): Outcome<Buffer> {
  try {
    return succeeded(readFileSync(path));
  } catch (error) {
    const reason = describeError(error);
    return failed(cliDiagnostics.create("not-readable", { file }, { path: file, reason }));
  }
}

/** What stands at the beginning of a row, before what changed. */
const HEAD =
  /"id":("(?:[^"\\]|\\.)*"),"date":"(\d{4}-\d{2}-\d{2})"(?:,"source":\{"name":"(?:[^"\\]|\\.)*"(?:,"version":"((?:[^"\\]|\\.)*)")?)?/;
const PARENT = /"parent":(null|"(?:[^"\\]|\\.)*")/;

function openLedger(service: string, path: string, file: string): Outcome<HistoryLedger> {
  const bytes = readBytes(path, file);
  if (!bytes.ok) return bytes;
  const lines = new Map<string, HistoryLine>();
  for (let start = 0; start < bytes.value.length; ) {
    const end = bytes.value.indexOf("\n", start);
    if (end === -1) return failed(notAHistory(file, "it was cut off"));
    const changes = bytes.value.indexOf('"changes":', start);
    const text = bytes.value.toString("utf8", start, changes === -1 || changes > end ? end : changes);
    const [, id, date = "", version] = HEAD.exec(text) ?? [];
    const [, parent = "null"] = PARENT.exec(text) ?? [];
    if (id === undefined) return failed(notAHistory(file, `its line ${lines.size + 1} is no revision`));
    const line: HistoryLine = {
      ...{ id: parseText(id), date, versions: version === undefined ? [] : [version] },
      ...{ parent: parent === "null" ? null : parseText(parent), start, end },
    };
    lines.set(line.id, line);
    start = end + 1;
  }
  return succeeded({ service, file, bytes: bytes.value, lines });
}

/** Applies the revisions that lead to one, and checks that it starts and ends where it says. */
function replayTo(ledger: HistoryLedger, id: string): Outcome<Step> {
  const { file, lines } = ledger;
  const chain: HistoryLine[] = [];
  for (let line = lines.get(id); line && chain.length <= lines.size; ) {
    chain.push(line);
    line = line.parent === null ? undefined : lines.get(line.parent);
  }
  let before: Model = createModel([]);
  for (const line of chain.reverse()) {
    const row = readRow(ledger, line);
    if (!row.ok) return row;
    const applied = applyChanges(row.value.changes, before);
    const [misfit] = applied.diagnostics;
    if (misfit) {
      const data = { revision: line.id, reason: misfit.message, file };
      return failed(ledgerDiagnostics.create("does-not-replay", { file, offset: 0 }, data));
    }
    if (line.id === id) return verifyStep(file, { revision: row.value, before, after: applied.model });
    before = applied.model;
  }
  return failed(notAHistory(file, `it has no revision ${id}`));
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
