import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";

/** The code of errors that git gives while it hands out blobs, and where there is no git. */
export const GIT_ERROR = "EGIT";

/** What git says where it would have fetched an object: since 2.44, before that with `fetch.parallel`, and in between. */
const LACKING = /lazy fetching disabled|fetch\.parallel cannot be negative|from promisor remote/;

const LACKS =
  "the repository is a partial clone that lacks objects this needs, and none are fetched here; fetch them by git fetch --refetch --no-filter";

const NO_REPOSITORY =
  "there is no git repository here; start one by git init, commit what is to be read, or name a file";

/** Returns what is reported of an input where git failed. */
export function explainGitError(error: unknown, input: string): Diagnostic {
  return LACKING.test(readStderr(error))
    ? cliDiagnostics.create("missing-objects", undefined, { input })
    : cliDiagnostics.create("git-failed", undefined, { input, reason: gitReason(error) });
}

/** Returns why git failed, in its own words, in one line. */
export function gitReason(error: unknown): string {
  if (hasCode(error, "ENOENT")) return "there is no such folder";
  if (hasCode(error, "ENOTDIR")) return "it is no folder";
  const stderr = readStderr(error);
  if (LACKING.test(stderr)) return LACKS;
  if (/^fatal: not a git repository/m.test(stderr)) return NO_REPOSITORY;
  const lines = stderr.split("\n");
  const line = lines.find((text) => /^(fatal|error):/.test(text)) ?? lines[0] ?? "";
  const reason = line.replace(/^(fatal|error): /i, "").replace(/\.$/, "");
  return reason !== "" ? reason : error instanceof Error ? error.message : "git failed";
}

/** Returns whether an error comes from git. */
export function isGitError(error: unknown): boolean {
  return error instanceof Error && ("stderr" in error || hasCode(error, GIT_ERROR));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function readStderr(error: unknown): string {
  return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}
