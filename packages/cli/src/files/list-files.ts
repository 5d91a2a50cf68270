import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareCodeUnits } from "@shapelog/model";

/** Returns the files below a folder, sorted, with `/` between parts; empty where there is no such folder. */
export async function listFiles(
  folder: string,
  skip: (name: string) => boolean = () => false,
): Promise<string[]> {
  const found: string[] = [];
  const pending = [""];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    for (const entry of await readFolder(join(folder, below))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (skip(entry.name)) continue;
      if (entry.isDirectory()) pending.push(path);
      else found.push(path);
    }
  }
  return found.sort(compareCodeUnits);
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
