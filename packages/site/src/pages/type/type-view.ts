import { type Direction, deprecated, documentation, findShape, shapeName } from "@shapelog/model";
import type { Doc } from "../../doc/doc.js";
import { typeAnchor } from "../../names/anchor.js";
import { createValuesPicture, type ValuesPictureView } from "../../pictures/values-picture-view.js";
import type { Reach } from "../../record/reach.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import { type Stay, shapeAt } from "../../record/timeline.js";
import { datedConstraints } from "../../tree/constraint-dates.js";
import type { Constraint } from "../../tree/constraints.js";
import { createTree, type TreeContext, type TreeNode } from "../../tree/shape-tree.js";
import { createValues, type ValueNode } from "../../tree/value-nodes.js";
import { type HistoryRow, typeHistory } from "../../views/history-row.js";
import { type Ref, type ServiceRef, serviceRef, shapeRef } from "../../views/service-ref.js";
import { createSpans, type SpanView } from "../../views/span-view.js";
import { kindWord } from "./kind-word.js";

/** A place in the model that points at a type. */
export interface UseView {
  readonly container: Ref;
  readonly member: string;
  readonly directions: readonly Direction[];
}

/** An operation a type is reached from. */
export interface ReachView {
  readonly operation: Ref;
  readonly directions: readonly string[];
}

/** What a type's page shows. */
export interface TypeView {
  readonly kind: "type";
  readonly name: string;
  readonly shapeKind: string;
  readonly service: ServiceRef;
  readonly record: ShapeRecord;
  readonly spans: readonly SpanView[];
  readonly doc: Doc | undefined;
  readonly deprecated: { readonly message?: string; readonly since?: string } | undefined;
  readonly removed: boolean;
  readonly constraints: readonly Constraint[];
  readonly members: readonly TreeNode[];
  readonly values: readonly ValueNode[];
  readonly moreValues: number;
  /** When its values came and went. Absent where none did. */
  readonly picture?: ValuesPictureView;
  readonly uses: readonly UseView[];
  readonly moreUses: number;
  readonly operations: readonly ReachView[];
  readonly moreOperations: number;
  /** Whether there may be more operations than `moreOperations` says. */
  readonly atLeast: boolean;
  readonly history: readonly HistoryRow[];
}

const MOST_USES = 60;
const TREES = { elements: 3300, characters: 170_000 };
/** Of an enum with more than twice as many, the page shows so many values, and says how many more there are. */
const MOST_VALUES = 1200;

/** Returns what a type's page shows. */
export function createTypeView(
  record: ServiceRecord,
  type: ShapeRecord,
  docOf: (text: string) => Doc,
): TypeView {
  const { at } = type;
  const shape = shapeAt(record.timeline, type.id, at) ?? type.shape;
  const stays: Stay[] = type.stretches.map((stretch) => ({ ...stretch, target: type.id }));
  const context: TreeContext = {
    ...{ timeline: record.timeline, at, docOf, budget: { ...TREES }, depth: 1 },
    anchorOf: typeAnchor,
  };
  const isEnum = shape.kind === "enum" || shape.kind === "intEnum";
  const values = isEnum ? createValues({ stays, path: "" }, context, MOST_VALUES) : { values: [], more: 0 };
  const picture = createValuesPicture(record, values.values);
  const doc = documentation(shape);
  const uses = findUses(record, type);
  const { reaches, atLeast } = record.reaches.get(type.id) ?? { reaches: [], atLeast: false };
  return {
    kind: "type",
    name: type.name,
    shapeKind: kindWord(shape),
    service: serviceRef(record),
    record: type,
    spans: createSpans(record, type.stretches, record.timeline.now),
    doc: doc === undefined ? undefined : docOf(doc),
    deprecated: deprecated(shape),
    removed: at < record.timeline.now,
    constraints: datedConstraints({ timeline: record.timeline, at, target: type.id }),
    members: isEnum ? [] : createTree(stays, context),
    values: values.values,
    moreValues: values.more,
    ...(picture ? { picture } : {}),
    uses: uses.slice(0, MOST_USES),
    moreUses: Math.max(0, uses.length - MOST_USES),
    operations: reachViews(record, reaches),
    moreOperations: Math.max(0, reaches.length - MOST_USES),
    atLeast,
    history: typeHistory(record, type),
  };
}

/** Lists and maps that hold the type stand for the members that point at them. */
function findUses(record: ServiceRecord, type: ShapeRecord): UseView[] {
  const found: UseView[] = [];
  const seen = new Set([type.id]);
  for (const id of seen) {
    for (const { container, member } of record.uses.get(id) ?? []) {
      const shape = findShape(record.model, container);
      if (shape?.kind === "list" || shape?.kind === "map") {
        seen.add(container);
        continue;
      }
      const directions = [...(record.directions.get(container) ?? [])].sort();
      found.push({ container: containerRef(record, container), member, directions });
    }
  }
  return found;
}

/** Inputs and outputs have no page of their own; they are shown on their operation's. */
function containerRef(record: ServiceRecord, container: string): Ref {
  return shapeRef(record, container, shapeName(container));
}

function reachViews(record: ServiceRecord, reaches: readonly Reach[]): ReachView[] {
  return reaches.slice(0, MOST_USES).map(({ operation, by }) => ({
    operation: shapeRef(record, operation, shapeName(operation)),
    directions: by,
  }));
}
