import type { OperationView } from "../pages/operation/operation-view.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { Stretch } from "../record/timeline.js";
import type { TreeNode } from "../tree/shape-tree.js";
import type { ValueNode } from "../tree/value-nodes.js";
import { createSpans, type SpanView } from "../views/span-view.js";
import type { SearchRow } from "./search-index.js";

/** A path of an operation, or a value at one, and when it was there: `[since, removed]`, the second `null` while it is. */
export type PathRow = readonly [anchor: string, spans: readonly (readonly [string | null, string | null])[]];

/** Returns the paths and values of an operation, there now or once, by their anchors. */
export function createPathRows(record: ServiceRecord, view: OperationView): PathRow[] {
  const rows: PathRow[] = [];
  const add = (anchor: string, stretches: readonly Stretch[]) => {
    const spans = createSpans(record, stretches, record.timeline.now);
    rows.push([anchor, spans.map(spanPair)]);
  };
  walk(view, (node) => add(node.anchor, node.stretches));
  return rows;
}

function spanPair({ since, removed }: SpanView): readonly [string | null, string | null] {
  return [since?.revision ?? null, removed?.revision ?? null];
}

/** Returns fields and values by name, each with the first place it is met at. Changes `seen`. */
export function nameRows(view: OperationView, seen: Set<string>): SearchRow[] {
  const rows: SearchRow[] = [];
  const page = view.record.url.slice(1);
  walk(view, (node) => {
    const name = "value" in node ? String(node.value) : node.name;
    const kind = `${node.present ? "" : "removed "}${"value" in node ? "value" : "field"}`;
    const key = `${kind} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    rows.push([name, kind, `${page}#${node.anchor}`]);
  });
  return rows;
}

function walk(view: OperationView, visit: (node: TreeNode | ValueNode) => void): void {
  const enter = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      visit(node);
      for (const value of node.values) visit(value);
      enter(node.children);
    }
  };
  enter(view.request);
  enter(view.response);
  for (const error of view.errors) enter(error.children);
}
