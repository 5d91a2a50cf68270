import { readText } from "../files/read-text.js";
import { findFormat } from "./model-format.js";

/** Returns whether a file is a model in botocore's format. */
export async function isBotocoreFile(cwd: string, path: string): Promise<boolean> {
  if (!path.endsWith(".json")) return false;
  const source = await readText(cwd, path);
  const format = source.ok ? await findFormat(source.value, {}) : source;
  return format.ok && format.value.format === "botocore";
}
