import { isDate } from "@shapelog/ledger";
import { cliDiagnostics } from "../diagnostics.js";
import { readText } from "../files/read-text.js";
import { explainNpm } from "../npm/explain-npm.js";
import { runNpm } from "../npm/run-npm.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { upgradeDiagnostics } from "./diagnostics.js";

/** Says on which day a version of a package was released. */
export interface ReleaseDates {
  /** Returns the day, and who says so; nothing where it is not known. */
  readonly find: (name: string, version: string) => Promise<Outcome<ReleaseDate | undefined>>;
}

export interface ReleaseDate {
  /** The version in full. */
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Who says so: a file, an option, or the registry. */
  readonly by: string;
}

export interface ReleaseDatesOptions {
  /** Files and `VERSION=YYYY-MM-DD`. */
  readonly dates: readonly string[];
  /** Whether npm may ask the registry. */
  readonly online: boolean;
}

/** The days of versions, and who says so. */
interface KnownDates {
  readonly by: string;
  readonly days: ReadonlyMap<string, string>;
}

/** Reads what is known of release dates. The registry is asked when a version is not among these. */
export async function readReleaseDates(
  terminal: Terminal,
  { dates, online }: ReleaseDatesOptions,
): Promise<Outcome<ReleaseDates>> {
  const given = new Map<string, string>();
  const known: KnownDates[] = [{ by: "--dates", days: given }];
  for (const each of dates) {
    const [, version, day = ""] = /^v?(\d[\w.+-]*)=(.*)$/.exec(each) ?? [];
    if (version === undefined) {
      const file = await readDatesFile(terminal, each);
      if (!file.ok) return file;
      known.push(file.value);
    } else if (isDate(day)) given.set(version, day);
    else {
      const reason = `"${day}" is no day; expected ${version}=YYYY-MM-DD`;
      return failed(cliDiagnostics.create("bad-option", undefined, { option: "--dates", reason }));
    }
  }
  const asked = new Map<string, Promise<Outcome<KnownDates>>>();
  return succeeded({
    async find(name, version) {
      const found = findDate(known, version);
      if (found || !online) return succeeded(found);
      const answer = asked.get(name) ?? askRegistry(terminal, name);
      asked.set(name, answer);
      const registry = await answer;
      return registry.ok ? succeeded(findDate([registry.value], version)) : registry;
    },
  });
}

function findDate(known: readonly KnownDates[], version: string): ReleaseDate | undefined {
  const full = [version, ...(/^\d+\.\d+$/.test(version) ? [`${version}.0`] : [])];
  for (const { by, days } of known) {
    for (const each of full) {
      const date = days.get(each);
      if (date !== undefined) return { version: each, date, by };
    }
  }
  return undefined;
}

async function readDatesFile({ cwd }: Terminal, path: string): Promise<Outcome<KnownDates>> {
  const source = await readText(cwd, path);
  if (!source.ok) return source;
  const { file, text } = source.value;
  const days = readDays(text);
  if (days) return succeeded({ by: file, days });
  return failed(upgradeDiagnostics.create("bad-dates", { file }, { path: file }));
}

/** Reads what `npm view NAME time --json` prints. */
function readDays(text: string): ReadonlyMap<string, string> | undefined {
  const days = new Map<string, string>();
  const value = parse(text);
  if (typeof value !== "object" || value === null) return undefined;
  for (const [version, time] of Object.entries(value)) {
    const day = typeof time === "string" ? time.slice(0, 10) : "";
    if (/^\d/.test(version) && isDate(day)) days.set(version, day);
  }
  return days.size === 0 ? undefined : days;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function askRegistry({ cwd }: Terminal, name: string): Promise<Outcome<KnownDates>> {
  const ran = await runNpm(["view", name, "time", "--json", "--no-update-notifier"], cwd);
  const days = readDays(ran.out);
  if (days) return succeeded({ by: "the registry", days });
  const reason = explainNpm(ran) || "it printed no dates";
  return failed(upgradeDiagnostics.create("no-registry", undefined, { name, reason }));
}
