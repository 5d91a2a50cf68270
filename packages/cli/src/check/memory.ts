import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, isAtLeast } from "@shapelog/diagnostics";
import { isRealInside } from "../files/inside-folder.js";
import { readQuietly } from "../files/read-quietly.js";
import type { CheckedService } from "./check-service.js";

/** What `check` found before, by the digest of all that it looked at. */
export interface Memory {
  find(name: string, digest: string): CheckedService | undefined;
  /** Keeps what was found, where it has no errors: those who have to mend something run the command again anyway. */
  keep(name: string, digest: string, found: CheckedService): void;
  /** Writes what was kept for the next run. What keeps it from that is no business of the command's. */
  save(): void;
}

/** The name under which what is about all services is kept; no service can have it. */
export const WHOLE = "";

interface Entry extends CheckedService {
  readonly digest: string;
}

const FOLDER = "node_modules/.cache/shapelog";
const FILE = "check-1.json";

/**
 * Opens what earlier runs kept, in the folder for such things of the installed packages beside the configuration.
 * Where there is none, nothing is kept.
 */
export function openMemory(root: string): Memory {
  const file = join(root, FOLDER, FILE);
  const known = readEntries(file);
  const entries = new Map(known);
  return {
    find(name, digest) {
      const entry = known.get(name);
      return entry?.digest === digest ? entry : undefined;
    },
    keep(name, digest, { diagnostics, line }) {
      if (diagnostics.some(({ severity }) => isAtLeast(severity, "error"))) entries.delete(name);
      else entries.set(name, { digest, diagnostics, line });
    },
    save() {
      const isSame = [...entries].every(([name, entry]) => known.get(name) === entry);
      if (isSame && entries.size === known.size) return;
      writeQuietly(root, JSON.stringify(Object.fromEntries(entries)));
    },
  };
}

function readEntries(file: string): ReadonlyMap<string, Entry> {
  try {
    const value: unknown = JSON.parse(readQuietly(file) ?? "{}");
    return new Map(isRecord(value) ? Object.entries(value).filter(isNamedEntry) : []);
  } catch {
    return new Map();
  }
}

function isNamedEntry(entry: [string, unknown]): entry is [string, Entry] {
  const [, value] = entry;
  if (!isRecord(value) || !Array.isArray(value.diagnostics)) return false;
  return (
    typeof value.digest === "string" &&
    typeof value.line === "string" &&
    value.diagnostics.every(isDiagnostic)
  );
}

function isDiagnostic(value: unknown): value is Diagnostic {
  if (!isRecord(value)) return false;
  const { code, severity, message, location } = value;
  if (location !== undefined && !(isRecord(location) && typeof location.file === "string")) return false;
  return [code, severity, message].every((each) => typeof each === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The file is whole or the old one, whoever else writes it, and never outside the configuration's folder. */
function writeQuietly(root: string, text: string): void {
  const folder = join(root, FOLDER);
  const staged = join(folder, `.${FILE}-${process.pid}`);
  try {
    if (!statSync(join(root, "node_modules")).isDirectory()) return;
    mkdirSync(folder, { recursive: true });
    if (!isRealInside(root, folder)) return;
    writeFileSync(staged, text, { flag: "wx" });
    renameSync(staged, join(folder, FILE));
  } catch {
    rmSync(staged, { force: true });
  }
}
