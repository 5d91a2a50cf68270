import type { Diagnostic } from "@shapelog/diagnostics";
import { compareModels, type Finding, findUnmatchedEntries, type Policy } from "@shapelog/diff";
import { digestModel } from "@shapelog/ledger";
import type { LoadedService } from "../load-service.js";

/**
 * Returns the entries of a policy that match no change of any service. An entry can be for any of them, so that all have
 * to be there to say that it is for none.
 */
export function checkPolicy(policy: Policy, services: readonly LoadedService[]): readonly Diagnostic[] {
  const isWhole = services.every(({ replayed }) => replayed.diagnostics.length === 0);
  if (!isWhole || !services.some(hasChanges)) return [];
  return findUnmatchedEntries(policy, findRecorded(services));
}

function hasChanges({ model, replayed: { steps, model: last } }: LoadedService): boolean {
  return steps.length > 1 || (steps.length > 0 && digestModel(model) !== digestModel(last));
}

/** Gives the findings of every change of services, the latest first; the first revision is no change. */
function* findRecorded(services: readonly LoadedService[]): Iterable<readonly Finding[]> {
  for (const { name, model, replayed } of services) {
    const models = [...replayed.steps.map((step) => step.after), model].reverse();
    for (const [index, after] of models.entries()) {
      const before = models[index + 1];
      if (before) yield compareModels({ label: name, model: before }, { label: name, model: after }).findings;
    }
  }
}
