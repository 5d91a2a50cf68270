import {
  findMember,
  findServices,
  findShape,
  jsonName,
  type Model,
  NO_TRAITS,
  placeTimes,
  type ServiceShape,
  type ShapeId,
  TIME_BINDINGS,
  type Traits,
  timestampFormat,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { createTraitFilter } from "../rule/select-rules.js";
import type { SpokenModels } from "./wire-traits.js";

/** What is typed in the wire form: a member, or without a name whatever points at a shape. */
export interface Typed {
  readonly name?: string;
  readonly target: ShapeId;
  readonly traits: Traits;
}

/** The same in two models. */
interface TypedSides {
  readonly before: Typed;
  readonly after: Typed;
}

/**
 * Returns whether a member has another property or another kind of value in JSON: its name under `restJson1`, a number
 * for a text where it is a time (Smithy 2.0, "jsonName trait" and "timestampFormat trait").
 */
export function changesWireType(models: SpokenModels, sides: TypedSides): boolean {
  return someService(models, sides, (from, to) => jsonNameOf(from) !== jsonNameOf(to) || differ(from, to, 0));
}

/** A typed member or shape on one side, and the service that it is used by. */
interface Served {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly member: Typed;
}

function someService(
  models: SpokenModels,
  { before, after }: TypedSides,
  changes: (from: Served, to: Served) => boolean,
): boolean {
  return findServices(models.after).some((service) => {
    const old = findServices(models.before).find(({ id }) => id === service.id) ?? service;
    return changes(
      { model: models.before, service: old, member: before },
      { model: models.after, service, member: after },
    );
  });
}

/** The traits that can change how a member is typed in the wire form. */
export const WIRE_TYPE_TRAITS = [
  "smithy.api#jsonName",
  "smithy.api#timestampFormat",
  ...TIME_BINDINGS,
] as const;

const isBinding = createTraitFilter(TIME_BINDINGS);

/** From a member down to the times in a list in a map (Smithy 2.0, "httpQueryParams trait"). */
const DEEPEST = 2;

/** Returns whether the change of such a trait makes a difference to the types of the wire form. */
export function affectsWireType(delta: TraitDelta, difference: Difference, context: RuleContext): boolean {
  const [before, after] = [difference.before, difference.after].map((shape) => {
    if (!shape) return undefined;
    // A shape's own format is that of every member without one.
    return delta.member === undefined ? typeOf(shape.id) : findMember(shape, delta.member);
  });
  if (before === undefined || after === undefined) return false;
  if (!isBinding(delta.change.trait)) return changesWireType(context, { before, after });
  return someService(context, { before, after }, (from, to) => differ(from, to, DEEPEST));
}

/** Returns what points at a shape and says nothing of itself. */
export function typeOf(target: ShapeId): Typed {
  return { target, traits: NO_TRAITS };
}

function jsonNameOf({ service, member }: Served): string | undefined {
  return member.name === undefined ? undefined : jsonName({ ...member, name: member.name }, service);
}

/** Returns whether both sides have times, in so many lists and maps at most, and one has them as numbers. */
function differ(from: Served, to: Served, depth: number): boolean {
  const [before, after] = [hasNumbers(from, depth), hasNumbers(to, depth)];
  return before !== undefined && after !== undefined && before !== after;
}

/** Returns whether a member's times are numbers; `undefined` where it has none. */
function hasNumbers({ model, service, member }: Served, depth: number): boolean | undefined {
  const target = findShape(model, member.target);
  if (target?.kind === "timestamp") return timestampFormat(model, member, service) === "epoch-seconds";
  if ((target?.kind !== "list" && target?.kind !== "map") || depth === 0) return undefined;
  const part = placeTimes(model, target, { member, service }).members.at(-1);
  return part && hasNumbers({ model, service, member: part }, depth - 1);
}
