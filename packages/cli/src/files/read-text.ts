import { readFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";

/** A value, or what kept it from being made. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Returns a failed outcome of one diagnostic. */
export function failed(...diagnostics: readonly Diagnostic[]): {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { ok: false, diagnostics };
}

/** Returns an outcome with a value. */
export function succeeded<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** Reads a UTF-8 file. In diagnostics it goes by its path from `cwd`. */
export async function readText(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const file = displayPath(cwd, path);
  try {
    return succeeded({ file, text: await readFile(resolve(cwd, path), "utf8") });
  } catch (error) {
    return failed(readProblem(file, error));
  }
}

/** Returns the diagnostic for an error of reading a file. */
export function readProblem(file: string, error: unknown) {
  if (errorCode(error) === "ENOENT") return cliDiagnostics.create("not-found", undefined, { path: file });
  return cliDiagnostics.create("not-readable", { file }, { path: file, reason: describeError(error) });
}

/** Returns whether a path is a file, a folder, or nothing that can be looked at. */
export async function pathKind(path: string): Promise<"file" | "folder" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}

/** Returns a path as shown to people: from `cwd` where it is below it, else absolute; with `/`. */
export function displayPath(cwd: string, path: string): string {
  const full = resolve(cwd, path);
  const below = relative(cwd, full);
  const shown = below.startsWith("..") || isAbsolute(below) ? full : below;
  return (shown === "" ? "." : shown).replaceAll("\\", "/");
}

/** Returns the code of a Node error, such as `EACCES`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "its name is too long",
  ERR_STRING_TOO_LONG: "it is too large to be read as text",
  ERR_FS_FILE_TOO_LARGE: "it is too large to be read as text",
};

/** Returns an error in words. */
export function describeError(error: unknown): string {
  const code = errorCode(error);
  return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
}
