import { resolve } from "node:path";
import type { ComparisonSide } from "@shapelog/diff";
import { findModelAt } from "@shapelog/ledger";
import { findConfig, findService } from "../config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { readLedgerFolder } from "./read-ledger-folder.js";

/** Returns the model that a ledger of the configuration has for a day. `input` is `ledger:<service>@<date>`. */
export async function readLedgerInput(terminal: Terminal, input: string): Promise<Outcome<ComparisonSide>> {
  const [, name = "", date = ""] = /^ledger:([^@]+)@(.+)$/s.exec(input) ?? [];
  if (name === "")
    return failed(
      cliDiagnostics.create("bad-input", undefined, { input, expected: "ledger:<service>@<date>" }),
    );
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const service = findService(config.value, name);
  if (!service.ok) return service;
  const ledger = await readLedgerFolder(terminal.cwd, name, resolve(config.value.root, service.value.ledger));
  if (!ledger.ok) return ledger;
  const { model, revision, diagnostics } = findModelAt(ledger.value, date);
  if (!revision || diagnostics.length > 0) return failedWith(diagnostics);
  const { source } = revision;
  const release = source && [source.name, source.version].filter(Boolean).join(" ");
  return succeeded({ label: input, date, model, ...(release ? { release } : {}) });
}
