import { type Change, diffModels } from "@shapelog/changes";
import { findServices, getShape, type ServiceShape, type Shape, type ShapeId } from "@shapelog/model";
import { findMovedNamespace, type MovedNamespace, moveNamespace } from "./align-namespaces.js";
import { hasMadeNamespace, hasSameId } from "./compare/service-ids.js";
import { createContext } from "./create-context.js";
import { ANYWHERE, createFinding } from "./create-finding.js";
import { createFindGiven } from "./find-given.js";
import type { JudgedFinding } from "./finding.js";
import { type MixedModels, resolveModels } from "./resolve-models.js";
import { createPlace } from "./rule/place.js";
import type { RuleContext } from "./rule/rule.js";
import { namespaceChanged } from "./rules/services/namespace-changed.js";
import { serviceIdentityChanged } from "./rules/services/service-identity-changed.js";
import { isSent, serviceRenamed } from "./rules/services/service-renamed.js";
import { findRenamedService, type RenamedService } from "./service-reach.js";

/** Judges what changed between two models; `former` is the service by the name that it had, where it has another one. */
export type JudgeAs = (
  changes: readonly Change[],
  models: MixedModels,
  former?: ServiceShape,
) => JudgedFinding[];

/**
 * Returns what changes mean where the service stands in another namespace, or has another name: that, and what else
 * became of it, as `judgeAs` judges it. `undefined` where it is not so.
 */
export function judgeRenamed(
  changes: readonly Change[],
  models: MixedModels,
  judgeAs: JudgeAs,
): JudgedFinding[] | undefined {
  if (!changes.some(isServiceGone)) return undefined;
  const moved = findMovedNamespace(models);
  if (moved) return judgeMoved(changes, models, { moved, judgeAs });
  const renamed = findRenamed(models);
  return renamed && judgeNamed(changes, models, { renamed, judgeAs });
}

/** A mixin is no service, and a service has the operations of its mixins. */
function findRenamed(models: MixedModels): RenamedService | undefined {
  const { before, after } = resolveModels(models);
  const renamed = findRenamedService(before, after);
  if (!renamed || models.before.shapes.has(renamed.now) || models.after.shapes.has(renamed.old))
    return undefined;
  return renamed;
}

function isServiceGone(change: Change): boolean {
  return change.kind === "shape.removed" && change.before.kind === "service";
}

/** Compares a model as if it had always stood in the namespace that it stands in now. */
function judgeMoved(
  changes: readonly Change[],
  models: MixedModels,
  { moved, judgeAs }: { readonly moved: MovedNamespace; readonly judgeAs: JudgeAs },
): JudgedFinding[] {
  const [service] = findServices(models.after);
  const difference = { shape: service?.id ?? "", before: undefined, after: service, changes };
  const context: RuleContext = { ...createContext(models, models), moved };
  const placed = { difference, place: createPlace(difference, ANYWHERE, context) };
  const matches = namespaceChanged.evaluate(difference, placed.place, context);
  const before = moveNamespace(models.before, moved);
  const others = judgeAs(diffModels(before, models.after), { before, after: models.after });
  const [old] = findServices(models.before);
  const teller =
    hasMadeNamespace(old) && hasMadeNamespace(service)
      ? others.find(({ rule }) => rule === serviceIdentityChanged.id)
      : undefined;
  if (teller)
    return others.map((finding) =>
      finding === teller ? { ...finding, changes: [...finding.changes, ...changes] } : finding,
    );
  return [
    ...matches.map((match) => createFinding(namespaceChanged, match, { ...placed, context })),
    ...others,
  ];
}

/** Compares a model as if its service had always had the name that it has now: what else became of it is told as such. */
function judgeNamed(
  changes: readonly Change[],
  models: MixedModels,
  { renamed, judgeAs }: { readonly renamed: RenamedService; readonly judgeAs: JudgeAs },
): JudgedFinding[] {
  const { old, now } = renamed;
  const isRename = (change: Change) =>
    "shape" in change && (change.shape === old || change.shape === now) && RENAMING.has(change.kind);
  const own = changes.filter(isRename);
  const service = getShape(models.before, old);
  const difference = { shape: old, before: service, after: getShape(models.after, now), changes: own };
  const mixed = resolveModels(models);
  const context = createContext(mixed, mixed);
  const placed = { difference, place: createPlace(difference, ANYWHERE, context), context };
  const matches = serviceRenamed.evaluate(difference, placed.place, context);
  const shapes = [...models.before.shapes].map(([id, shape]): [ShapeId, Shape] =>
    id === old ? [now, { ...shape, id: now }] : [id, shape],
  );
  const before = { ...models.before, shapes: new Map(shapes) };
  const rest = diffModels(before, models.after).map(createFindGiven(changes));
  const others = judgeAs(rest, { before, after: models.after }, isService(service) ? service : undefined);
  // A shape that the vendor's file names otherwise for the sake of a protocol is no other service to anyone.
  const isTold = isSent(models.before) || !hasSameId(service, difference.after);
  const teller = isTold ? undefined : others.find(({ shape, rule }) => shape === now && PROTOCOLS.test(rule));
  if (teller)
    return others.map((finding) =>
      finding === teller ? { ...finding, changes: [...finding.changes, ...own] } : finding,
    );
  return [...matches.map((match) => createFinding(serviceRenamed, match, placed)), ...others];
}

function isService(shape: Shape): shape is ServiceShape {
  return shape.kind === "service";
}

const PROTOCOLS = /^(protocol|service\.wire-types)\./;
const RENAMING: ReadonlySet<string> = new Set(["shape.added", "shape.removed"]);
