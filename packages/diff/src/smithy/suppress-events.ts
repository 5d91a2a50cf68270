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
import {
  SMITHY_SEVERITIES,
  type SmithyEvent,
  type SmithySeverity,
  worseSmithySeverity,
} from "./smithy-event.js";

/**
 * Returns events as the model's own `@suppress`, `suppressions` and `severityOverrides` have them (Smithy 2.0, "Model
 * validation"). Errors cannot be suppressed.
 */
export function suppressEvents(events: readonly SmithyEvent[], model: Model): SmithyEvent[] {
  const suppressions = indexEntries(model.metadata.get("suppressions"));
  const overrides = indexEntries(model.metadata.get("severityOverrides"));
  return events.map((event) => {
    if (event.severity === "ERROR") return event;
    const isSuppressed =
      suppressTrait(event, model).some((id) => containsId(event.id, id)) ||
      findSeverities(suppressions, event).length > 0;
    if (isSuppressed) return { ...event, severity: "SUPPRESSED" };
    const severity = findSeverities(overrides, event)
      .filter((each) => each !== undefined)
      .reduce(worseSmithySeverity, event.severity);
    return severity === event.severity ? event : { ...event, severity };
  });
}

/** The severities that entries give, by the event id they ask for and by namespace; no severity where none is known. */
type Entries = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<SmithySeverity | undefined>>>;

function indexEntries(value: NodeValue | undefined): Entries {
  const found = new Map<string, Map<string, Set<SmithySeverity | undefined>>>();
  for (const entry of isNodeArray(value) ? value : []) {
    if (!isNodeObject(entry) || typeof entry.id !== "string" || typeof entry.namespace !== "string") continue;
    const ofId = found.get(entry.id) ?? new Map<string, Set<SmithySeverity | undefined>>();
    found.set(entry.id, ofId);
    const severities = ofId.get(entry.namespace) ?? new Set();
    ofId.set(entry.namespace, severities);
    severities.add(SMITHY_SEVERITIES.find((each) => each === entry.severity));
  }
  return found;
}

/** Returns what the entries give whose id is the event's or above it, and whose namespace is the event's or any. */
function findSeverities(
  entries: Entries,
  { id, shape }: SmithyEvent,
): readonly (SmithySeverity | undefined)[] {
  if (entries.size === 0) return [];
  const namespaces = ["*", ...(shape === undefined ? [] : [splitShapeId(shape).namespace])];
  const found: (SmithySeverity | undefined)[] = [];
  for (let end = id.length; end !== -1; end = end === 0 ? -1 : id.lastIndexOf(".", end - 1)) {
    const ofId = entries.get(id.slice(0, end));
    for (const namespace of namespaces) found.push(...(ofId?.get(namespace) ?? []));
  }
  return found;
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
