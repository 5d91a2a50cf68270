import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { describeError, errorCode } from "./describe-error.js";
import { displayPath } from "./display-path.js";

/** Reads a UTF-8 file. In diagnostics it goes by its path from `cwd`. Synchronous within: that takes Node half of the time. */
export async function readText(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const file = displayPath(cwd, path);
  try {
    return succeeded({ file, text: readFileSync(resolve(cwd, path), "utf8") });
  } catch (error) {
    return failed(readProblem(file, error));
  }
}

/** Returns the diagnostic for an error of reading a file. */
export function readProblem(file: string, error: unknown) {
  if (errorCode(error) === "ENOENT") return cliDiagnostics.create("not-found", undefined, { path: file });
  return cliDiagnostics.create("not-readable", { file }, { path: file, reason: describeError(error) });
}
