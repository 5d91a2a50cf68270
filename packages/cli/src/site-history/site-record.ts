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

/** A part of a site: a service, or what is of no one service. */
export interface SitePart {
  readonly format: typeof RECORD_FORMAT;
  /** The digest of all that it was made of. */
  readonly inputs: string;
  readonly figures: PartFigures;
  readonly diagnostics: readonly Diagnostic[];
}

/** A service of a site, with what the files of no one service need of it. */
export interface ServicePart extends SitePart {
  readonly summary: ServiceSummary;
}

/** Returns where a part is recorded, and the list of its files; relative to the site's folder. */
export function partFiles(name: string): { readonly part: string; readonly files: string } {
  return { part: `${SITE_RECORDS}/${name}.json`, files: `${SITE_RECORDS}/${name}.files` };
}

/** Returns the text of a part's record. */
export function printPart<Part extends SitePart>(part: Omit<Part, "format">): string {
  return `${JSON.stringify({ format: RECORD_FORMAT, ...part })}\n`;
}

/** Returns what is recorded of a part; `undefined` where nothing is, or what no run of this version leaves. */
export function readPart(folder: string, name: string): SitePart | undefined {
  const part = parse(readQuietly(join(folder, partFiles(name).part)) ?? "");
  return isPart(part) ? part : undefined;
}

/** Returns a service's part, as {@link readPart}. */
export function readServicePart(folder: string, name: string): ServicePart | undefined {
  const part = readPart(folder, name);
  return part && hasSummary(part) ? part : undefined;
}

/** Returns the names of the services that are recorded, sorted. */
export function listParts(folder: string): readonly string[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(join(folder, SITE_RECORDS));
  } catch {
    // there is no site yet
  }
  const parts = names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
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

function hasSummary(part: SitePart): part is ServicePart {
  return "summary" in part && isObject(part.summary);
}
