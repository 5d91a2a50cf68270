import type { ShapeId, ShapeKind } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { groupBy } from "./group-by.js";
import { labelsOf, type PatternSegment } from "./pattern-segments.js";
import { structureOf } from "./structure-of.js";
import { type MemberUse, usesByContainer } from "./uses-by-container.js";

/** An operation whose URI or host prefix has labels. */
export interface LabelUse {
  readonly operation: ShapeId;
  readonly input: ShapeId;
  readonly segments: readonly PatternSegment[];
}

/** A member that does not fit the labels of operations. */
export interface MemberFault {
  readonly kind: "no-label" | "greedy";
  readonly member: ShapeId;
  /** Some of the operations: an input may be shared by many. */
  readonly operations: readonly ShapeId[];
  /** What the member targets. */
  readonly target: ShapeKind | undefined;
}

/** Labels of an operation that no member fills. */
export interface OpenLabels {
  readonly kind: "no-member";
  readonly operation: ShapeId;
  readonly input: ShapeId;
  readonly labels: readonly string[];
}

const LIMIT = 12;

/** Returns where labels and the members that fill them, those with a trait, do not fit each other. */
export function findLabelFaults(
  context: ValidationContext,
  uses: readonly LabelUse[],
  trait: ShapeId,
): readonly (MemberFault | OpenLabels)[] {
  const members = usesByContainer(context, trait);
  return [...groupBy(uses, ({ input }) => input)].flatMap(([input, sharing]) => {
    const structure = structureOf(context, input);
    if (!structure) return [];
    const filling = members.get(structure) ?? [];
    const shared = { sharing, byName: groupByLabel(sharing) };
    return [
      ...filling.flatMap((member) => findMemberFaults(context, member, shared)),
      ...findOpen(filling, sharing),
    ];
  });
}

/** The operations that have a label. */
interface Labelled {
  readonly all: Set<ShapeId>;
  /** Those where it takes many segments. */
  readonly greedy: ShapeId[];
}

/** The operations that share an input, in all and by the names of their labels, in lower case. */
interface SharedInput {
  readonly sharing: readonly LabelUse[];
  readonly byName: ReadonlyMap<string, Labelled>;
}

/** Returns the operations by the names of their labels, in lower case. */
function groupByLabel(sharing: readonly LabelUse[]): ReadonlyMap<string, Labelled> {
  const byName = new Map<string, Labelled>();
  for (const { operation, segments } of sharing) {
    for (const { kind, content } of labelsOf(segments)) {
      const name = content.toLowerCase();
      const labelled = byName.get(name) ?? { all: new Set(), greedy: [] };
      byName.set(name, labelled);
      labelled.all.add(operation);
      if (kind === "greedy") labelled.greedy.push(operation);
    }
  }
  return byName;
}

/** A label of a member's name is missing, or takes many segments, which only text can hold. */
function findMemberFaults(
  context: ValidationContext,
  { id, member }: MemberUse,
  { sharing, byName }: SharedInput,
): readonly MemberFault[] {
  const labelled = byName.get(member.name.toLowerCase());
  const without: ShapeId[] = [];
  for (const { operation } of sharing) {
    if (without.length === LIMIT) break;
    if (!labelled?.all.has(operation)) without.push(operation);
  }
  const target = context.shape(member.target)?.kind;
  const isText = target === undefined || target === "string" || target === "enum";
  const greedy = isText ? [] : (labelled?.greedy.slice(0, LIMIT) ?? []);
  return [
    { kind: "no-label" as const, member: id, operations: without, target },
    { kind: "greedy" as const, member: id, operations: greedy, target },
  ].filter(({ operations }) => operations.length > 0);
}

function findOpen(filling: readonly MemberUse[], sharing: readonly LabelUse[]): readonly OpenLabels[] {
  const names = new Set(filling.map(({ member }) => member.name));
  return sharing.flatMap(({ operation, input, segments }) => {
    const labels = labelsOf(segments).flatMap(({ content }) => (names.has(content) ? [] : [content]));
    return labels.length === 0 ? [] : [{ kind: "no-member" as const, operation, input, labels }];
  });
}
