import { diffModels } from "@shapelog/changes";
import { compareCodeUnits, flattenMixins } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import { endpointMigrations, signatureMigrations } from "./auth-events.js";
import { createDifferences, type Differences } from "./differences.js";
import { memberTargets } from "./member-target-events.js";
import { modifiedTraits } from "./modified-traits.js";
import { nullability } from "./nullability-events.js";
import { entityBindings, operationEvents, resourceIdentifiers, serviceEvents } from "./service-events.js";
import {
  addedShapes,
  memberOrder,
  metadataEvents,
  removedShapes,
  requiredMembers,
  shapeTypes,
} from "./shape-events.js";
import { SMITHY_SEVERITIES, type SmithyEvent } from "./smithy-event.js";
import { suppressEvents } from "./suppress-events.js";
import { traitBreakingChanges } from "./trait-breaking-changes.js";
import { defaults, enumValues, limits } from "./value-events.js";

const EVALUATORS: readonly ((differences: Differences) => SmithyEvent[])[] = [
  addedShapes,
  removedShapes,
  metadataEvents,
  shapeTypes,
  entityBindings,
  operationEvents,
  serviceEvents,
  resourceIdentifiers,
  requiredMembers,
  memberOrder,
  limits,
  enumValues,
  defaults,
  nullability,
  modifiedTraits,
  traitBreakingChanges,
  signatureMigrations,
  endpointMigrations,
  (differences) => memberTargets(differences, evaluate),
];

function evaluate(differences: Differences): SmithyEvent[] {
  return EVALUATORS.flatMap((evaluator) => evaluator(differences));
}

/**
 * Returns what smithy-diff 1.73.0 says of a comparison: its event ids, severities and messages, the worst first, then by
 * shape and id. Mixins are flattened first, and the model's own suppressions are applied, as it does.
 */
export function createSmithyEvents({ before, after, changes }: Comparison): SmithyEvent[] {
  const [left, right] = [flattenMixins(before.model), flattenMixins(after.model)];
  const isFlat = left === before.model && right === after.model;
  const differences = createDifferences(isFlat ? changes : diffModels(left, right), left, right);
  return suppressEvents(evaluate(differences), right).sort(compareEvents);
}

function compareEvents(a: SmithyEvent, b: SmithyEvent): number {
  return (
    SMITHY_SEVERITIES.indexOf(b.severity) - SMITHY_SEVERITIES.indexOf(a.severity) ||
    compareCodeUnits(a.shape ?? "", b.shape ?? "") ||
    compareCodeUnits(a.id, b.id) ||
    compareCodeUnits(a.message, b.message)
  );
}
