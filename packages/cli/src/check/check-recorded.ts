import { changelogDiagnostics } from "@shapelog/changelog";
import type { Change } from "@shapelog/changes";
import type { Diagnostic } from "@shapelog/diagnostics";
import { compareModels, createEntries } from "@shapelog/diff";
import { ledgerDiagnostics } from "@shapelog/ledger";
import { type Model, memberId } from "@shapelog/model";
import type { LoadedService } from "../load-service.js";
import { tellEntries } from "../tell-entries.js";

/** Reports what of a service's model is not recorded. `edited` is the model where it is not the one that the ledger ends with. */
export function checkRecorded(service: LoadedService, edited: Model | undefined): Diagnostic[] {
  const { name, ledger, replayed, modelFile, model, read } = service;
  const last = ledger.revisions.at(-1);
  if (!last) return [ledgerDiagnostics.create("empty", undefined, { service: name })];
  if (replayed.diagnostics.length > 0 || !edited) return [];
  const comparison = compareModels({ label: last.id, model: replayed.model }, { label: modelFile, model });
  const entries = createEntries(comparison);
  const changes = tellEntries(entries).slice(0, 5);
  const location = findPlace(comparison.changes, read) ?? { file: modelFile };
  const more = entries.length > 5 ? [`and ${entries.length - 5} more`] : [];
  const data = { service: name, model: modelFile, last: last.id, changes: [...changes, ...more] };
  return [changelogDiagnostics.create("unrecorded-change", location, data)];
}

/** Returns where the model has the first member that changes are about, or else the first shape. */
function findPlace(changes: readonly Change[], { locate }: LoadedService["read"]) {
  const onShapes = changes.flatMap((change) => ("shape" in change ? [change] : []));
  const members = onShapes.map((change) =>
    "member" in change && change.member !== undefined
      ? locate(memberId(change.shape, change.member))
      : undefined,
  );
  return [...members, ...onShapes.map(({ shape }) => locate(shape))].find((place) => place);
}
