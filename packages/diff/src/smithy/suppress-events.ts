import {
  findMember,
  findShape,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type ShapeId,
  splitShapeId,
  type Traits,
} from "@shapelog/model";
import { SMITHY_SEVERITIES, type SmithyEvent, worseSmithySeverity } from "./smithy-event.js";

/**
 * Returns events as the model's own `@suppress`, `suppressions` and `severityOverrides` have them (Smithy 2.0, "Model
 * validation"). Errors cannot be suppressed.
 */
export function suppressEvents(events: readonly SmithyEvent[], model: Model): SmithyEvent[] {
  const suppressions = entriesOf(model.metadata.get("suppressions"));
  const overrides = entriesOf(model.metadata.get("severityOverrides"));
  return events.map((event) => {
    if (event.severity === "ERROR") return event;
    const isSuppressed =
      suppressTrait(event, model).some((id) => containsId(event.id, id)) ||
      suppressions.some((entry) => matches(entry, event));
    if (isSuppressed) return { ...event, severity: "SUPPRESSED" };
    const severity = overrides
      .filter((entry) => matches(entry, event))
      .flatMap((entry) => SMITHY_SEVERITIES.find((each) => each === entry.severity) ?? [])
      .reduce(worseSmithySeverity, event.severity);
    return severity === event.severity ? event : { ...event, severity };
  });
}

type Entry = { readonly [key: string]: NodeValue };

function entriesOf(value: NodeValue | undefined): readonly Entry[] {
  return isNodeArray(value) ? value.filter((entry): entry is Entry => isNodeObject(entry)) : [];
}

function matches({ id, namespace }: Entry, event: SmithyEvent): boolean {
  if (typeof id !== "string" || !containsId(event.id, id)) return false;
  const own = event.shape === undefined ? undefined : splitShapeId(event.shape).namespace;
  return namespace === "*" || (own !== undefined && namespace === own);
}

/** Returns whether an event's id is one that is asked for, or below it. */
export function containsId(id: string, asked: string): boolean {
  return id === asked || id.startsWith(`${asked}.`);
}

function suppressTrait({ shape }: SmithyEvent, model: Model): string[] {
  const value = shape === undefined ? undefined : traitsOf(shape, model)?.["smithy.api#suppress"];
  return isNodeArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function traitsOf(id: ShapeId, model: Model): Traits | undefined {
  const { member } = splitShapeId(id);
  const shape = findShape(model, member === undefined ? id : id.slice(0, id.length - member.length - 1));
  return member === undefined || !shape ? shape?.traits : findMember(shape, member)?.traits;
}
