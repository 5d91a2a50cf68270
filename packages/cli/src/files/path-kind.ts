import { statSync } from "node:fs";

/** Returns whether a path is a file, a folder, or nothing that can be looked at. */
export async function pathKind(path: string): Promise<"file" | "folder" | "none"> {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}
