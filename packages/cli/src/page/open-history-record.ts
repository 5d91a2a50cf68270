import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findRelease } from "@shapelog/history";
import type { Step } from "@shapelog/ledger";
import { displayPath } from "../files/display-path.js";
import { type HistoryService, readHistoryIndex } from "../history/read-index.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import {
  type HistoryLedger,
  isObject,
  notAHistory,
  openHistoryLedger,
  parseText,
  readBytes,
  replayTo,
} from "./history-ledger.js";
import { type FindByName, indexNames, type PageRecord, type VendorRelease } from "./page-record.js";

/** Opens a folder that `shapelog history` wrote. Nothing is written to it. */
export function openHistoryRecord(cwd: string, folder: string): Outcome<PageRecord> {
  const path = resolve(cwd, folder);
  const shown = displayPath(cwd, path);
  const listed = readHistoryIndex(path, shown);
  if (!listed.ok) return listed;
  const services = listed.value;
  const files = new Map(services.map((each) => [each.service, each.file]));
  let last: HistoryLedger | undefined;
  const open = (service: string): Outcome<HistoryLedger> => {
    if (last?.service === service) return succeeded(last);
    const file = files.get(service);
    if (file === undefined) return failed(notAHistory(shown, `it has no service ${service}`));
    const ledger = openHistoryLedger(service, join(path, file), `${shown}/${file}`);
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
      if (!ledger.ok) return ledger;
      const steps = replayTo(ledger.value, [id]);
      return steps.ok ? succeeded(steps.value.get(id) as Step) : steps; // it has what was asked for
    },
    async steps(service, ids) {
      const ledger = open(service);
      return ledger.ok ? replayTo(ledger.value, ids) : ledger;
    },
    releases: () => readReleases(path),
  });
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

/** The file in which a history keeps the log that it was made of. */
const STATE = "state.json";

/** Returns the releases that the log of a history tells of, oldest first; none where there is no such log. */
function readReleases(path: string): readonly VendorRelease[] {
  try {
    const state: unknown = JSON.parse(readFileSync(join(path, STATE), "utf8"));
    const log = isObject(state) && isObject(state.log) ? state.log : {};
    const commits: readonly unknown[] = Array.isArray(log.commits) ? log.commits : [];
    return commits.flatMap(listReleases);
  } catch {
    return []; // what the rows say is enough
  }
}

/** A stored commit has its day second, and the files of notes last. */
function listReleases(commit: unknown): readonly VendorRelease[] {
  if (!Array.isArray(commit)) return [];
  const [, date] = commit;
  const notes: unknown = commit.at(-1);
  if (typeof date !== "string" || !Array.isArray(notes)) return [];
  return notes.flatMap((file: unknown) => {
    const [status, name]: readonly unknown[] = Array.isArray(file) ? file : [];
    const version = status === "A" && typeof name === "string" ? findRelease(name) : undefined;
    return version === undefined || version === "next" ? [] : [{ version, date }];
  });
}
