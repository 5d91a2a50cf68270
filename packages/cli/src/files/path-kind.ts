import { stat } from "node:fs/promises";

/** Returns whether a path is a file, a folder, or nothing that can be looked at. */
export async function pathKind(path: string): Promise<"file" | "folder" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}
