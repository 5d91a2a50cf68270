import { join } from "node:path";
import { hasSeverity } from "@shapelog/diagnostics";
import { type Ledger, readLedger } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { listFiles } from "../files/list-files.js";
import { readText } from "../files/read-text.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";

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
    sources.push(source.value);
  }
  const { ledger, diagnostics } = readLedger(service, sources);
  return hasSeverity(diagnostics) ? failedWith(diagnostics) : succeeded(ledger, diagnostics);
}
