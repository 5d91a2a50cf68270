import { join } from "node:path";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { type Ledger, readLedger } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { describeConflict } from "../files/describe-conflict.js";
import { displayPath } from "../files/display-path.js";
import { findConflict } from "../files/find-conflict.js";
import { listFiles } from "../files/list-files.js";
import { readText } from "../files/read-text.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";

/** Reads the ledger in a folder. An absent folder is an empty ledger. */
export async function readLedgerFolder(
  cwd: string,
  service: string,
  folder: string,
): Promise<Outcome<Ledger>> {
  const sources: SourceText[] = [];
  for (const name of await listFiles(folder)) {
    if (!name.endsWith(".json") || name.includes("/")) continue;
    const source = await readText(cwd, join(folder, name));
    if (!source.ok) return source;
    const { file, text } = source.value;
    const conflict = findConflict(text);
    if (conflict) {
      const fix = `Keep one side whole, with git checkout --ours or --theirs ${file}; then run: npx shapelog check --service ${service}`;
      return failed(describeConflict(file, conflict, fix));
    }
    sources.push(source.value);
  }
  const { ledger, diagnostics } = readLedger(service, sources);
  if (!hasSeverity(diagnostics)) return succeeded(ledger, diagnostics);
  return failedWith(
    describeRenamed({ service, folder: displayPath(cwd, folder), files: sources.length }, diagnostics) ??
      diagnostics,
  );
}

/** Returns one diagnostic for a ledger whose files are all of one other service, as after its renaming. */
function describeRenamed(
  { service, folder, files }: { readonly service: string; readonly folder: string; readonly files: number },
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // The data of ledger/wrong-service.
  const names = new Set(
    errors.map(({ code, data }) =>
      code === "ledger/wrong-service" ? (data as { readonly found: string }).found : undefined,
    ),
  );
  const [found] = names;
  // Where some are of this service, the others are no whole ledger under another name.
  if (names.size !== 1 || found === undefined || errors.length < files) return undefined;
  return [cliDiagnostics.create("renamed-service", undefined, { service, found, folder })];
}
