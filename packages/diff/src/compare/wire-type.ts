import {
  findMember,
  findServices,
  findShape,
  hasTrait,
  type Model,
  NO_TRAITS,
  type ServiceShape,
  type ShapeId,
  stringTrait,
  type Traits,
  timestampFormat,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { findRenamedService } from "../service-reach.js";
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
export function changesWireType(models: SpokenModels, { before, after }: TypedSides): boolean {
  return findServices(models.after).some((service) => {
    const old = findServiceBefore(models, service.id) ?? service;
    const [from, to] = [readForm(models.before, old, before), readForm(models.after, service, after)];
    const areTimes = from.isNumber !== undefined && to.isNumber !== undefined;
    return from.name !== to.name || (areTimes && from.isNumber !== to.isNumber);
  });
}

/** Returns what a service was before, under whichever name. */
function findServiceBefore({ before, after }: SpokenModels, now: ShapeId): ServiceShape | undefined {
  const old = findRenamedService(before, after)?.old ?? now;
  return findServices(before).find(({ id }) => id === old);
}

/** The traits that can change how a member is typed in the wire form. */
export const WIRE_TYPE_TRAITS = ["smithy.api#jsonName", "smithy.api#timestampFormat"] as const;

/** Returns whether the change of such a trait makes a difference to the types of the wire form. */
export function affectsWireType(delta: TraitDelta, difference: Difference, context: RuleContext): boolean {
  const [before, after] = [difference.before, difference.after].map((shape) => {
    if (!shape) return undefined;
    // A shape's own format is that of every member without one.
    return delta.member === undefined ? typeOf(shape.id) : findMember(shape, delta.member);
  });
  return before !== undefined && after !== undefined && changesWireType(context, { before, after });
}

/** Returns what points at a shape and says nothing of itself. */
export function typeOf(target: ShapeId): Typed {
  return { target, traits: NO_TRAITS };
}

interface JsonForm {
  readonly name: string | undefined;
  /** Whether a time is a number; `undefined` where it is no time. */
  readonly isNumber: boolean | undefined;
}

function readForm(model: Model, service: ServiceShape, member: Typed): JsonForm {
  const named = hasTrait(service, "aws.protocols#restJson1") ? stringTrait(member, "jsonName") : undefined;
  const isTime = findShape(model, member.target)?.kind === "timestamp";
  const isNumber = isTime ? timestampFormat(model, member, service) === "epoch-seconds" : undefined;
  return { name: named ?? member.name, isNumber };
}
