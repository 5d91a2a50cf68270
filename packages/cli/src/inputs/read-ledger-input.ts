import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { ComparisonSide } from "@shapelog/diff";
import { findModelAt, type Ledger, ledgerDiagnostics, type ModelAt, replay } from "@shapelog/ledger";
import { findConfig, findService } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { readReleases } from "../read-releases.js";
import type { Terminal } from "../terminal.js";
import { readLedgerFolder } from "./read-ledger-folder.js";

const EXPECTED =
  "ledger:<service>, or ledger:<service>@ with a date (YYYY-MM-DD), a revision, latest, or a version of the package";

/**
 * Returns a model that a ledger of the configuration has. `input` is `ledger:<service>`, which is the last one, or
 * `ledger:<service>@<at>`: a day, a revision, `latest`, or a version of the generated package, as its changelog tells.
 */
export async function readLedgerInput(terminal: Terminal, input: string): Promise<Outcome<ComparisonSide>> {
  const [, name = "", at = "latest"] = /^ledger:([^@]+)(?:@(.+))?$/s.exec(input) ?? [];
  if (name === "")
    return failed(cliDiagnostics.create("bad-input", undefined, { input, expected: EXPECTED }));
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const service = findService(config.value, name);
  if (!service.ok) return service;
  const ledger = await readLedgerFolder(terminal.cwd, name, resolve(config.value.root, service.value.ledger));
  if (!ledger.ok) return ledger;
  const named: Named = {
    cwd: terminal.cwd,
    config: config.value,
    service: service.value,
    ledger: ledger.value,
  };
  const found = await findNamed(named, at);
  if (!found.ok) return found;
  const { model, revision, diagnostics } = found.value;
  if (!revision || diagnostics.length > 0) return failedWith(diagnostics);
  const { source } = revision;
  const release = source && [source.name, source.version].filter(Boolean).join(" ");
  const date = DAY.test(at) ? at : revision.date;
  return succeeded({ label: input, date, model, ...(release ? { release } : {}) });
}

/** A ledger that was named, and where it stands. */
interface Named {
  readonly cwd: string;
  readonly config: Config;
  readonly service: ServiceConfig;
  readonly ledger: Ledger;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const VERSION = /^v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;

async function findNamed(named: Named, at: string): Promise<Outcome<ModelAt>> {
  const { ledger } = named;
  if (at === "latest") return findLast(ledger, ledger.revisions.at(-1)?.id);
  const [, version] = VERSION.exec(at) ?? [];
  if (version === undefined) return succeeded(findModelAt(ledger, at));
  const release = await findRelease(named, version);
  return release.ok ? findLast(ledger, release.value) : release;
}

/** Returns the model right after a revision. */
function findLast(ledger: Ledger, id: string | undefined): Outcome<ModelAt> {
  const { service } = ledger;
  const last = ledger.revisions.findIndex((revision) => revision.id === id);
  const revision = ledger.revisions[last];
  if (!revision) return failed(ledgerDiagnostics.create("empty", undefined, { service }));
  const { model, diagnostics } = replay({ service, revisions: ledger.revisions.slice(0, last + 1) });
  return succeeded({ model, revision, diagnostics });
}

/** Returns the revision that a version of the package has. */
async function findRelease(
  { cwd, config, service, ledger }: Named,
  version: string,
): Promise<Outcome<string>> {
  const releases = await readReleases(cwd, config, { name: ledger.service, service });
  if (!releases.ok) return releases;
  const revision = releases.value.find((release) => release.version === version)?.revision;
  const isThere = ledger.revisions.some(({ id }) => id === revision);
  return revision !== undefined && isThere
    ? succeeded(revision)
    : failed(
        unknownVersion(
          service.package?.name ?? ledger.service,
          version,
          releases.value.map((release) => release.version),
        ),
      );
}

function unknownVersion(name: string, version: string, known: readonly string[]): Diagnostic {
  return cliDiagnostics.create("unknown-version", undefined, { package: name, version, known });
}
