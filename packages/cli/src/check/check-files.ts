import { join } from "node:path";
import { readJson } from "@shapelog/json";
import { compareCodeUnits, isNodeObject, printJson } from "@shapelog/model";
import { digestText, printRecord, RECORD_FILE, readRecord } from "../files/file-record.js";
import { findDifference } from "../files/find-difference.js";
import { pathKind } from "../files/path-kind.js";
import { readQuietly } from "../files/read-quietly.js";
import { withLineFeeds } from "../files/with-line-feeds.js";
import { ownPackageText } from "../package-manifest.js";
import type { BuildPlan } from "../plan-build.js";

/** A generated file that is not as a build makes it. */
export interface FileProblem {
  /** From the package's folder. */
  readonly path: string;
  /** What is wrong: it differs, is not there, or is one that is not made any more. */
  readonly kind: "stale" | "missing" | "extra";
  /** Whether somebody changed it since a build wrote it, so that the next build leaves it alone. */
  readonly isEdited: boolean;
  /** Where it differs first, in UTF-16 code units. */
  readonly offset?: number;
}

/** Tools that write versions and ranges into the manifest put its fields in their order, and on lines as they like. */
function isSameFile(path: string, found: string, made: string): boolean {
  if (withLineFeeds(found) === withLineFeeds(made)) return true;
  if (path !== "package.json") return false;
  const [is, wanted] = [found, made].map((text) => readFields(text));
  return is !== undefined && is === wanted;
}

/** Returns the fields of a manifest, sorted: within one of them, such as in `exports`, the order counts. */
function readFields(text: string): string | undefined {
  const { value, diagnostics } = readJson({ file: "package.json", text });
  if (!isNodeObject(value) || diagnostics.length > 0) return undefined;
  return printJson(Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b))));
}

/** Returns what a build would change in a package's folder. How git ends lines on a machine makes no difference. */
export async function checkFiles(plan: BuildPlan): Promise<readonly FileProblem[]> {
  const problems: FileProblem[] = [];
  const digests = plan.files.map(({ path, text }) => [path, digestText(ownPackageText(path, text))] as const);
  const made = new Map(digests);
  const recorded = readRecord(plan.folder);
  const isEdited = (path: string, text: string) =>
    path !== RECORD_FILE && !recorded?.get(path)?.has(digestText(ownPackageText(path, text)));
  for (const file of [...plan.files, printRecord(made)]) {
    const text = readQuietly(join(plan.folder, file.path));
    if (text === undefined) problems.push({ path: file.path, kind: "missing", isEdited: false });
    else if (!isSameFile(file.path, text, file.text)) {
      const offset = findDifference(text, file.text);
      problems.push({ path: file.path, kind: "stale", isEdited: isEdited(file.path, text), offset });
    }
  }
  for (const path of recorded?.keys() ?? []) {
    if (made.has(path) || (await pathKind(join(plan.folder, path))) === "none") continue;
    problems.push({ path, kind: "extra", isEdited: false });
  }
  return problems;
}
