import { dirname, relative } from "node:path";
import type { Outcome } from "../outcome.js";
import { lockFolder } from "./lock-folder.js";
import { type WriteReport, writeFiles } from "./write-files.js";

export interface WriteOverOptions {
  readonly cwd: string;
  /** The absolute path of the file. */
  readonly path: string;
  /** The folder that the file has to be in. Default: the one it is in. */
  readonly inside?: string;
  readonly text: string;
  /** The text that the file is known to have: with another one, which somebody has just written, it stays. Default: any. */
  readonly known?: string;
}

/** Writes a file that a person named over what is there. */
export async function writeOver(options: WriteOverOptions): Promise<Outcome<WriteReport>> {
  const { cwd, path, inside = dirname(path), text, known } = options;
  const lock = await lockFolder({ cwd, folder: inside });
  if (!lock.ok) return lock;
  try {
    const mayReplace = (_path: string, found: string) => known === undefined || found === known;
    const written = writeFiles({
      cwd,
      lock: lock.value,
      files: [{ path: relative(inside, path), text }],
      mayReplace,
    });
    return { ...written, diagnostics: [...lock.diagnostics, ...written.diagnostics] };
  } finally {
    lock.value.release();
  }
}
