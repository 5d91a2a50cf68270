import {
  compareCodeUnits,
  findServiceOperations,
  type Position,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { bumpsOf } from "./bump.js";
import type { JudgedFinding } from "./finding.js";
import type { Difference, Match, Place, Rule, RuleContext } from "./rule/rule.js";

/** A difference, and where its readers meet it. */
export interface Placed {
  readonly difference: Difference;
  readonly place: Place;
}

/** Where what no data carries is met. */
export const ANYWHERE = { reach: "any", positions: [] } as const;

/** Returns the finding that a rule's match is. */
export function createFinding(
  rule: Rule,
  match: Match,
  { difference, place, context }: Placed & { readonly context: RuleContext },
): JudgedFinding {
  const { id, wire, source, verdict } = rule;
  const { changes, member, message, affected, action } = match;
  const positions = match.positions ?? place.at(member);
  const places = match.positions ? match.places : place.count;
  const { reach } = place;
  return {
    rule: id,
    direction: reach === "request" || reach === "response" ? reach : positions[0]?.direction,
    shape: difference.shape,
    ...(member === undefined ? {} : { member }),
    ...{ wire, source, verdict, ...bumpsOf(rule), changes, positions },
    ...(places === undefined ? {} : { places }),
    operations:
      match.operations ??
      operationsOf(match.positions ?? sharedPositions(positions, place), difference, context),
    ...countOnce(message.replace(/^the value /, "The value "), { affected, action }),
  };
}

const COUNT_OF_PLACES = /(?<=`) \((?:at least )?\d+ places?\)/g;

/** How many places there are is told once, where the finding begins. */
function countOnce(message: string, { affected, action }: Pick<JudgedFinding, "affected" | "action">) {
  if (![message, affected, action].some((text) => text?.includes("` (")))
    return { message, affected, action };
  let isTold = false;
  const once = message.replace(COUNT_OF_PLACES, (count) => {
    const isFirst = !isTold;
    isTold = true;
    return isFirst ? count : "";
  });
  return {
    message: once,
    affected: affected?.replace(COUNT_OF_PLACES, ""),
    action: action?.replace(COUNT_OF_PLACES, ""),
  };
}

/** Returns the place's positions where a member's are in the same operations: all members of a shape share them. */
function sharedPositions(positions: readonly Position[], place: Place): readonly Position[] {
  return positions.length === 0 || positions.length === place.positions.length ? place.positions : positions;
}

function operationsOf(
  positions: readonly Position[],
  difference: Difference,
  context: RuleContext,
): readonly ShapeId[] {
  const shape = difference.after ?? difference.before;
  if (shape?.kind === "operation") return [shape.id];
  if (shape?.kind === "service" && positions.length === 0)
    return operationsOfService(shape, difference.before, context);
  const known =
    OPERATIONS.get(positions) ??
    [...new Set(positions.map(({ operation }) => operation))].sort(compareCodeUnits);
  OPERATIONS.set(positions, known);
  return known;
}

/** Returns the operations that a service had and has: a new one was not otherwise before. */
function operationsOfService(
  service: ServiceShape,
  before: Shape | undefined,
  context: RuleContext,
): readonly ShapeId[] {
  const services = SERVICES.get(context) ?? new Map<ShapeId, readonly ShapeId[]>();
  SERVICES.set(context, services);
  const known = services.get(service.id) ?? findStaying(service, before, context);
  services.set(service.id, known);
  return known;
}

function findStaying(
  service: ServiceShape,
  before: Shape | undefined,
  context: RuleContext,
): readonly ShapeId[] {
  const now = findServiceOperations(context.after, service).map(({ id }) => id);
  if (before?.kind !== "service") return now;
  const old = new Set(findServiceOperations(context.before, before).map(({ id }) => id));
  return now.filter((id) => old.has(id));
}

/** All findings about one service share a list. */
const SERVICES = new WeakMap<RuleContext, Map<ShapeId, readonly ShapeId[]>>();

/** All findings about one place share a list. */
const OPERATIONS = new WeakMap<readonly Position[], readonly ShapeId[]>();
