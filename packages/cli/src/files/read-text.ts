import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome } from "../outcome.js";
import { decodeText } from "./decode-text.js";
import { describeError, errorCode } from "./describe-error.js";
import { displayPath } from "./display-path.js";

/** What a shell makes of `<(command)`. */
const SHELL_PIPE = /^\/(?:dev\/stdin|(?:dev|proc\/(?:self|\d+))\/fd\/\d+)$/;

/** Reads a UTF-8 file. In diagnostics it goes by its path from `cwd`. Synchronous within: that takes Node half of the time. */
export async function readText(cwd: string, path: string): Promise<Outcome<SourceText>> {
  const file = displayPath(cwd, path);
  const full = resolve(cwd, path);
  try {
    const found = statSync(full);
    if (found.isFile() || found.isDirectory() || (found.isFIFO() && SHELL_PIPE.test(full)))
      return decodeText(file, readFileSync(full));
    const reason = "it is no regular file";
    return failed(cliDiagnostics.create("not-readable", { file }, { path: file, reason }));
  } catch (error) {
    return failed(readProblem(file, error));
  }
}

function readProblem(file: string, error: unknown) {
  if (errorCode(error) === "ENOENT") return cliDiagnostics.create("not-found", undefined, { path: file });
  return cliDiagnostics.create("not-readable", { file }, { path: file, reason: describeError(error) });
}
