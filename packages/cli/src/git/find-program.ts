import { accessSync, constants, statSync } from "node:fs";
import { posix, win32 } from "node:path";

export interface FindProgramOptions {
  /** The folders to look in, as `PATH` has them. */
  readonly path: string;
  /** Default: this one. */
  readonly platform?: NodeJS.Platform;
  /** Returns whether a file is there and may be run. Default: asks the system. */
  readonly canRun?: (file: string) => boolean;
}

/**
 * Returns the full path of a program, or `undefined`. It is looked for here, as what starts processes would look into
 * the folder that the program is to run in, which is a stranger's: Windows does so first of all, other systems by
 * relative folders in `PATH`.
 */
export function findProgram(name: string, options: FindProgramOptions): string | undefined {
  const { path, platform = process.platform, canRun = isProgram } = options;
  const { join } = platform === "win32" ? win32 : posix;
  // Nothing else can be started on Windows without a shell.
  const endings = platform === "win32" ? [".com", ".exe"] : [""];
  const files = splitPath(path, platform).flatMap((folder) =>
    endings.map((ending) => join(folder, name + ending)),
  );
  return files.find(canRun);
}

/** Returns a `PATH` without the folders that a repository may have brought along. */
export function keepSafePath(path: string, platform: NodeJS.Platform = process.platform): string {
  return splitPath(path, platform).join(platform === "win32" ? ";" : ":");
}

/** The folders of installed packages' programs, which npm puts before all others, also those of the current folder. */
const PACKAGES = /(?:^|[\\/])node_modules[\\/]+\.bin[\\/]*$/i;
/** A drive-relative folder of Windows, such as `\tools` or `C:tools`, depends on the current one. */
const WINDOWS_FULL = /^(?:[a-z]:[\\/]|[\\/]{2})/i;

function splitPath(path: string, platform: NodeJS.Platform): readonly string[] {
  const isWindows = platform === "win32";
  const folders = isWindows ? path.split(";").map((folder) => folder.replaceAll('"', "")) : path.split(":");
  const isFull = (folder: string) => (isWindows ? WINDOWS_FULL.test(folder) : folder.startsWith("/"));
  return folders.filter((folder) => isFull(folder) && !PACKAGES.test(folder));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
