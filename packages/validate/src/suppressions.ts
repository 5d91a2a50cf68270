import type { Severity } from "@shapelog/diagnostics";
import { isAtLeast } from "@shapelog/diagnostics";
import { isNodeArray, isNodeObject, type NodeValue, type ShapeId, splitShapeId } from "@shapelog/model";
import type { ValidationContext } from "./context.js";
import { type EventDraft, isAtOrBelow, type Suppression } from "./event.js";
import { addToList } from "./knowledge/add-to-list.js";
import { metadataEvent } from "./metadata-events.js";

/** An event after the model's author has been heard. */
export interface Decided {
  readonly draft: EventDraft;
  readonly suppression?: Suppression;
}

export interface Decisions {
  /** What is wrong with the metadata itself. */
  readonly problems: readonly EventDraft[];
  decide(draft: EventDraft): Decided;
}

interface Selected {
  readonly id: string;
  /** `*` stands for events without a shape too. */
  readonly namespace: string;
}

interface MetadataSuppression extends Selected {
  readonly reason?: string;
}

interface SeverityOverride extends Selected {
  readonly severity: Severity;
}

const OVERRIDES: Readonly<Record<string, Severity>> = { WARNING: "warning", DANGER: "danger" };

/**
 * Reads `suppressions` and `severityOverrides` of a model's metadata (Smithy 2.0, "Suppressions", "Severity
 * overrides"). Errors can be neither suppressed nor overridden, and an override only ever makes an event worse.
 */
export function readDecisions(context: ValidationContext): Decisions {
  const suppressions = readEntries(context, "suppressions", readSuppression);
  const overrides = readEntries(context, "severityOverrides", readOverride);
  const suppressed = createFind(suppressions.entries);
  const overridden = createFind(overrides.entries);
  return {
    problems: [...suppressions.problems, ...overrides.problems],
    decide(draft) {
      if (draft.severity === "error") return { draft };
      const suppression = findSuppression(context, draft, suppressed);
      return suppression ? { draft, suppression } : { draft: override(draft, overridden(draft)) };
    },
  };
}

interface ReadEntries<Entry> {
  readonly entries: readonly Entry[];
  readonly problems: readonly EventDraft[];
}

/** Reads a list in a model's metadata; `read` returns an entry, or half a sentence about what is wrong with it. */
function readEntries<Entry extends object>(
  { written }: ValidationContext,
  key: string,
  read: (entry: NodeValue) => Entry | string,
): ReadEntries<Entry> {
  const value = written.metadata.get(key) ?? [];
  if (!isNodeArray(value)) {
    return { entries: [], problems: [metadataEvent("Model", {}, { path: key, problem: "is not a list" })] };
  }
  const entries: Entry[] = [];
  const problems: EventDraft[] = [];
  for (const [index, entry] of value.entries()) {
    const found = read(entry);
    if (typeof found !== "string") entries.push(found);
    else problems.push(metadataEvent("Model", {}, { path: `${key}[${index}]`, problem: found }));
  }
  return { entries, problems };
}

function readSuppression(entry: NodeValue): MetadataSuppression | string {
  const selected = readSelected(entry);
  if (typeof selected === "string" || !isNodeObject(entry)) return selected;
  const { reason } = entry;
  if (reason !== undefined && typeof reason !== "string") return 'has a "reason" that is not a string';
  return reason === undefined ? selected : { ...selected, reason };
}

function readOverride(entry: NodeValue): SeverityOverride | string {
  const selected = readSelected(entry);
  if (typeof selected === "string" || !isNodeObject(entry)) return selected as string; // a problem: no object
  const { severity } = entry;
  const known = typeof severity === "string" && Object.hasOwn(OVERRIDES, severity) && OVERRIDES[severity];
  return known ? { ...selected, severity: known } : 'needs a "severity" of "WARNING" or "DANGER"';
}

function readSelected(entry: NodeValue): Selected | string {
  if (!isNodeObject(entry)) return "is not an object";
  const { id, namespace } = entry;
  if (typeof id !== "string") return 'needs a string "id"';
  if (typeof namespace !== "string") return 'needs a string "namespace"';
  return { id, namespace };
}

function findSuppression(
  context: ValidationContext,
  draft: EventDraft,
  suppressed: Find<MetadataSuppression>,
): Suppression | undefined {
  if (draft.shape !== undefined && isSuppressedByTrait(context, draft.shape, draft.id))
    return { by: "trait" };
  const [found] = suppressed(draft);
  if (!found) return undefined;
  return found.reason === undefined ? { by: "metadata" } : { by: "metadata", reason: found.reason };
}

function isSuppressedByTrait(context: ValidationContext, shape: ShapeId, id: string): boolean {
  const ids = context.subject(shape)?.traits["smithy.api#suppress"];
  if (!isNodeArray(ids)) return false;
  return ids.some((listed) => typeof listed === "string" && isAtOrBelow(id, listed));
}

/** Returns the entries that an event falls under, in their order. */
type Find<Entry> = (draft: EventDraft) => readonly Entry[];

/** Finds entries by id and namespace: a model may have as many entries as it has events. */
function createFind<Entry extends Selected>(entries: readonly Entry[]): Find<Entry> {
  const byKey = new Map<string, { readonly entry: Entry; readonly index: number }[]>();
  for (const [index, entry] of entries.entries()) {
    addToList(byKey, keyOf(entry), { entry, index });
  }
  if (byKey.size === 0) return () => [];
  return ({ id, shape }) => {
    const namespaces = shape === undefined ? ["*"] : ["*", splitShapeId(shape).namespace];
    const ids = idsAbove(id);
    return namespaces
      .flatMap((namespace) => ids.flatMap((each) => byKey.get(keyOf({ id: each, namespace })) ?? []))
      .sort((a, b) => a.index - b.index)
      .map(({ entry }) => entry);
  };
}

function keyOf({ id, namespace }: Selected): string {
  return `${namespace} ${id}`;
}

/** Returns an event id and all that it stands below: `A.B` and `A`. */
function idsAbove(id: string): readonly string[] {
  const ids = [id];
  for (let dot = id.indexOf("."); dot !== -1; dot = id.indexOf(".", dot + 1)) ids.push(id.slice(0, dot));
  return ids;
}

function override(draft: EventDraft, overrides: readonly SeverityOverride[]): EventDraft {
  let { severity } = draft;
  for (const each of overrides) {
    if (!isAtLeast(severity, each.severity)) severity = each.severity;
  }
  return severity === draft.severity ? draft : { ...draft, severity };
}
