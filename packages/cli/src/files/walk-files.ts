import { listFiles } from "./list-files.js";

/** Folders that hold nobody's sources: installed packages, and what tools keep for themselves. */
function isSkipped(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** Returns the files below a folder whose names end in one of `endings`, sorted; not those of installed packages. */
export async function walkFiles(folder: string, endings: readonly string[]): Promise<string[]> {
  const files = await listFiles(folder, isSkipped);
  return files.filter((path) => endings.some((ending) => path.endsWith(ending)));
}
