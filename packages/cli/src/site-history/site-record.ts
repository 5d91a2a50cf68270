import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { ServiceSummary } from "@shapelog/site";
import { readQuietly } from "../files/read-quietly.js";
import { isObject } from "../page/history-ledger.js";

/** The folder in a site of a history in which stands what its runs wrote. Readers have no use for it. */
export const SITE_RECORDS = ".shapelog-site";

/** The name and version of the format of what is recorded of a part. */
const RECORD_FORMAT = "shapelog-site-part/1";

/** The name under which the files of no one service are recorded: no service can have it. */
export const SHARED = "_shared";

/** A file, and what is told of it: milliseconds or bytes. */
export interface Figure {
  readonly path: string;
  readonly value: number;
}

/** Figures of files that were rendered. */
export interface PartFigures {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** The pages with most bytes, most first. */
  readonly largest: readonly Figure[];
  /** The pages that took longest, in milliseconds, longest first. */
  readonly slowest: readonly Figure[];
}

/** What is recorded of a part of a site: a service, or what is of no one service. */
export interface SitePart {
  readonly format: typeof RECORD_FORMAT;
  /** The digest of all that it was made of. */
  readonly inputs: string;
  readonly figures: PartFigures;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a part is recorded; relative to the site's folder. */
export interface PartFiles {
  readonly part: string;
  /** What the files of no one service need of a service. */
  readonly summary: string;
  /** The list of its files. */
  readonly files: string;
}

/** Returns where a part is recorded. */
export function partFiles(name: string): PartFiles {
  const at = (ending: string) => `${SITE_RECORDS}/${name}.${ending}`;
  return { part: at("part.json"), summary: at("summary.json"), files: at("files") };
}

/** Returns the text of a part's record. */
export function printPart(part: Omit<SitePart, "format">): string {
  return `${JSON.stringify({ format: RECORD_FORMAT, ...part })}\n`;
}

/** Returns what is recorded of a part; `undefined` where nothing is, or what no run of this version leaves. */
export function readPart(folder: string, name: string): SitePart | undefined {
  const part = parse(readQuietly(join(folder, partFiles(name).part)) ?? "");
  return isPart(part) ? part : undefined;
}

/** Returns what is recorded for the files of no one service; `undefined` where nothing is. */
export function readSummary(folder: string, name: string): ServiceSummary | undefined {
  const summary = parse(readQuietly(join(folder, partFiles(name).summary)) ?? "");
  return isObject(summary) && isObject(summary.row) ? (summary as unknown as ServiceSummary) : undefined; // our own format
}

/** Returns the names of the services that are recorded, sorted. */
export function listParts(folder: string): readonly string[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(join(folder, SITE_RECORDS));
  } catch {
    // there is no site yet
  }
  const ending = ".part.json";
  const parts = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  return parts.filter((name) => name !== SHARED).sort();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPart(value: unknown): value is SitePart {
  return (
    isObject(value) &&
    value.format === RECORD_FORMAT &&
    typeof value.inputs === "string" &&
    isObject(value.figures) &&
    Array.isArray(value.diagnostics)
  );
}
