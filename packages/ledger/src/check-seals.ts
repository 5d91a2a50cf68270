import type { Diagnostic } from "@shapelog/diagnostics";
import { ledgerDiagnostics } from "./diagnostics.js";
import type { Ledger } from "./ledger.js";
import type { ReplayOptions } from "./replay.js";

/**
 * Reports the revisions that have no seal: as errors those behind one that has one, which whoever seals also seals, and in
 * one warning those before, which were recorded before there were seals.
 */
export function checkSeals(
  { service, revisions }: Ledger,
  { fileOf = ({ id }) => `${id}.json` }: ReplayOptions = {},
): readonly Diagnostic[] {
  const first = revisions.findIndex(({ seal }) => seal);
  const old = first === -1 ? revisions : revisions.slice(0, first);
  const sealed = revisions[first]?.id ?? "";
  const lost = revisions
    .slice(old.length)
    .filter(({ seal }) => !seal)
    .map((revision) =>
      ledgerDiagnostics.create(
        "lost-seal",
        { file: fileOf(revision) },
        { service, revision: revision.id, sealed },
      ),
    );
  const [oldest] = old;
  if (!oldest) return lost;
  const data = { service, revisions: old.map(({ id }) => id) };
  return [...lost, ledgerDiagnostics.create("unsealed", { file: fileOf(oldest) }, data)];
}
