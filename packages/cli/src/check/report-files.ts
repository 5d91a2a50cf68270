import { join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { RECORD_FILE } from "../files/file-record.js";
import type { FileProblem } from "./check-files.js";

export interface ReportFilesOptions {
  readonly cwd: string;
  readonly service: string;
  /** The absolute path of the package's folder. */
  readonly folder: string;
  /** Whether something else is wrong that the files can follow from. */
  readonly hasCause: boolean;
  /** Whether each file is told of by itself. */
  readonly verbose: boolean;
}

/**
 * Returns what is reported of a package's files: a line for those that a build makes anew, and one for those that
 * somebody edited. Where the model or its ledger is what is wrong, the former follow from it, and are no errors.
 */
export function reportFiles(
  problems: readonly FileProblem[],
  options: ReportFilesOptions,
): readonly Diagnostic[] {
  // The list of files is never alone in being wrong, but where it is itself what was changed.
  const files = problems.filter(({ path }) => path !== RECORD_FILE);
  const told = files.length > 0 ? files : problems;
  if (options.verbose) return told.map((problem) => reportFile(problem, options));
  const edited = told.filter(({ isEdited }) => isEdited);
  const others = told.filter(({ isEdited }) => !isEdited);
  return [...reportEdited(edited, options), ...reportOthers(others, options)];
}

function reportFile({ path, kind, isEdited, offset }: FileProblem, { cwd, folder }: ReportFilesOptions) {
  const shown = displayPath(cwd, join(folder, path));
  const place = { file: shown };
  switch (kind) {
    case "missing":
      return cliDiagnostics.create("missing-file", place, { path: shown });
    case "extra":
      return cliDiagnostics.create("extra-file", place, { path: shown });
    case "stale": {
      const at = offset === undefined ? place : { ...place, offset };
      return cliDiagnostics.create("stale-file", at, { path: shown, isEdited });
    }
  }
}

function reportEdited(
  edited: readonly FileProblem[],
  { cwd, service, folder }: ReportFilesOptions,
): readonly Diagnostic[] {
  const [first] = edited;
  if (!first) return [];
  const files = edited.map(({ path }) => displayPath(cwd, join(folder, path)));
  const place = { file: files[0] ?? "", ...(first.offset === undefined ? {} : { offset: first.offset }) };
  return [cliDiagnostics.create("edited-files", place, { service, folder: displayPath(cwd, folder), files })];
}

function reportOthers(
  others: readonly FileProblem[],
  { cwd, service, folder, hasCause }: ReportFilesOptions,
): readonly Diagnostic[] {
  const [first, ...rest] = others;
  if (!first) return [];
  const shown = displayPath(cwd, folder);
  const at = first.offset === undefined ? {} : { offset: first.offset };
  const place =
    rest.length === 0 ? { file: displayPath(cwd, join(folder, first.path)), ...at } : { file: shown };
  const counted = (kind: FileProblem["kind"]) => others.filter((each) => each.kind === kind).length;
  const data = {
    service,
    folder: shown,
    stale: counted("stale"),
    missing: counted("missing"),
    extra: counted("extra"),
  };
  return [cliDiagnostics.create(hasCause ? "package-follows" : "stale-package", place, data)];
}
