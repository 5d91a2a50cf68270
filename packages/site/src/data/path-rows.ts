import type { ShapeId } from "@shapelog/model";
import type { OperationView } from "../pages/operation/operation-view.js";
import type { ServiceRecord } from "../record/service-record.js";
import { isLongEnum, type TreeNode } from "../tree/shape-tree.js";
import { isEnum } from "../tree/type-label.js";
import { findValues, type ValueNode } from "../tree/value-nodes.js";
import { createSpans, type SpanView } from "../views/span-view.js";

/** When something was there: `[since, removed]`, the second `null` while it is. */
export type SpanPair = readonly [string | null, string | null];

/**
 * A path of an operation, or a value at one, and when it was there. A path with a long enum has the enum's id as well:
 * not all its values have rows of their own, and the others were there as long as both the path and the enum's value.
 */
export type PathRow =
  | readonly [anchor: string, spans: readonly SpanPair[]]
  | readonly [anchor: string, spans: readonly SpanPair[], values: ShapeId];

/** Returns the paths and values of an operation, there now or once, by their anchors. */
export function createPathRows(record: ServiceRecord, view: OperationView): PathRow[] {
  const rows: PathRow[] = [];
  walkNodes(view, (node) => {
    const spans = createSpans(record, node.stretches, record.timeline.now).map(spanPair);
    const isLong = "moreValues" in node && node.moreValues > 0;
    rows.push(isLong ? [node.anchor, spans, node.type.shape] : [node.anchor, spans]);
  });
  return rows;
}

/** A long enum with all its values. */
export interface EnumValues {
  readonly id: ShapeId;
  readonly values: readonly (readonly [value: string | number, spans: readonly SpanPair[]])[];
}

/** Returns the enums that are too long for each path to list their values, and when each value was there. */
export function findLongEnums(record: ServiceRecord): EnumValues[] {
  const { timeline } = record;
  return record.types.flatMap(({ id, shape, stretches, at }): EnumValues[] => {
    if (!isEnum(shape) || !isLongEnum(shape)) return [];
    const stays = stretches.map((stretch) => ({ ...stretch, target: id }));
    const values = findValues(stays, { timeline, at }).map(
      ({ value, stretches: own }) => [value, createSpans(record, own, timeline.now).map(spanPair)] as const,
    );
    return [{ id, values }];
  });
}

function spanPair({ since, removed }: SpanView): readonly [string | null, string | null] {
  return [since?.revision ?? null, removed?.revision ?? null];
}

/** Visits the fields and values of an operation; a value with the field that it is of. */
export function walkNodes(
  view: Pick<OperationView, "request" | "response" | "errors">,
  visit: (node: TreeNode | ValueNode, field: TreeNode) => void,
): void {
  const enter = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      visit(node, node);
      for (const value of node.values) visit(value, node);
      enter(node.children);
    }
  };
  enter(view.request);
  enter(view.response);
  for (const error of view.errors) enter(error.children);
}
