import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import type { Conflict } from "./find-conflict.js";

/** Returns what is reported of a file in which a merge left a conflict. `fix` says what to do then, in a sentence. */
export function describeConflict(file: string, { offset, ours, theirs }: Conflict, fix: string): Diagnostic {
  return cliDiagnostics.create("conflict", { file, offset }, { path: file, ours, theirs, fix });
}
