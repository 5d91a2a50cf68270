import { createHash, hash } from "node:crypto";
import { closeSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { SiteSetting } from "@shapelog/site";
import { readRecord } from "../files/file-record.js";
import type { HistoryService } from "../history/read-index.js";
import type { RenderTask } from "./render-part.js";
import { partFiles, readPart } from "./site-record.js";

/** What the files of all services depend on besides their ledgers. */
export interface PlanSetting {
  /** The absolute path of the history, and how messages name it. */
  readonly history: string;
  readonly shown: string;
  readonly setting: SiteSetting;
  /** What tells the code that runs from any other; where it is not known, nothing of an earlier run is taken over. */
  readonly code: string | undefined;
}

/** Returns a task for each service, those with the most work first. */
export function planTasks(
  services: readonly HistoryService[],
  { history, shown, setting, code }: PlanSetting,
): readonly RenderTask[] {
  const tasks = services.map(({ service, names, file }): RenderTask => {
    const path = join(history, file);
    const { digest, length } = digestFile(path);
    const formerIds = names.filter((name) => name !== service);
    const inputs = digestInputs([code, setting, formerIds, digest]);
    return { service, formerIds, path, file: `${shown}/${file}`, inputs, weight: length };
  });
  return tasks.sort((a, b) => b.weight - a.weight);
}

/** Returns the digest of what a part is made of. */
export function digestInputs(inputs: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(inputs), "hex");
}

/** Returns whether a part is there as it was made, all of its files included, of the same inputs. */
export function isUpToDate(folder: string, name: string, inputs: string): boolean {
  if (readPart(folder, name)?.inputs !== inputs) return false;
  const files = readRecord(folder, partFiles(name).files);
  if (!files) return false;
  for (const path of files.keys())
    if (!lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile()) return false;
  return true;
}

const CHUNK = 1 << 20;

/** Returns the digest of a file, read in pieces. What cannot be read has none; reading it again will tell why. */
function digestFile(path: string): { readonly digest: string; readonly length: number } {
  const sum = createHash("sha256");
  const chunk = Buffer.allocUnsafe(CHUNK);
  let length = 0;
  try {
    const file = openSync(path, "r");
    try {
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
        sum.update(chunk.subarray(0, read));
        length += read;
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return { digest: "", length: 0 };
  }
  return { digest: sum.digest("hex"), length };
}
