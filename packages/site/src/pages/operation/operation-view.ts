import {
  deprecated,
  documentation,
  findServices,
  isNodeObject,
  type NodeValue,
  type Shape,
  shapeName,
  trait,
} from "@shapelog/model";
import type { Doc } from "../../doc/doc.js";
import { type AnchorRoot, pathAnchor } from "../../names/anchor.js";
import type { ServiceRecord, ShapeRecord } from "../../record/service-record.js";
import { findKeys, findStretches, follow, joinStretches, type Stay, shapeAt } from "../../record/timeline.js";
import { isPresent, lastStay } from "../../tree/order-keys.js";
import { createTree, type TreeContext, type TreeNode } from "../../tree/shape-tree.js";
import { type HistoryRow, operationHistory } from "../../views/history-row.js";
import { type ServiceRef, serviceRef } from "../../views/service-ref.js";
import { rememberAnchors } from "../../views/shown-anchors.js";
import { createSpans, type SpanView } from "../../views/span-view.js";
import { operationHistoryUrl } from "../operation-history/operation-history-view.js";
import { createExamples, type ExampleView } from "./samples/create-examples.js";
import { weighExamples } from "./samples/weigh-examples.js";

/** An error of an operation, there now or once. */
export interface ErrorNode
  extends Omit<TreeNode, "more" | "values" | "moreValues" | "required" | "constraints" | "path"> {
  /** The HTTP status it comes with, where the model says. */
  readonly status?: number;
}

/** What an operation's page shows. */
export interface OperationView {
  readonly kind: "operation";
  readonly name: string;
  readonly service: ServiceRef;
  readonly record: ShapeRecord;
  readonly spans: readonly SpanView[];
  readonly doc: Doc | undefined;
  readonly deprecated: { readonly message?: string; readonly since?: string } | undefined;
  readonly removed: boolean;
  readonly http: string | undefined;
  readonly examples: readonly ExampleView[];
  readonly request: readonly TreeNode[];
  readonly response: readonly TreeNode[];
  readonly errors: readonly ErrorNode[];
  readonly history: readonly HistoryRow[];
  /** The page of all of it. Absent where nothing happened. */
  readonly historyUrl?: string;
}

/** What the trees of a page may cost: keeps pages under 250 KB and 5,000 elements. */
const TREES = { elements: 3300, characters: 165_000 };
/** The request's part of it, at most. */
const REQUEST = { elements: 2000, characters: 100_000 };
const DEEPEST = 10;

/** Returns what an operation's page shows. */
export function createOperationView(
  record: ServiceRecord,
  operation: ShapeRecord,
  docOf: (text: string) => Doc,
): OperationView {
  const { shape, at, stretches } = operation;
  const roots: Stay[] = stretches.map((stretch) => ({ ...stretch, target: operation.id }));
  const removed = at < record.timeline.now;
  const examples = removed ? [] : createExamples(record, shape);
  const weight = weighExamples(examples);
  const requestBudget = { ...REQUEST };
  const budget = {
    elements: TREES.elements - weight.elements,
    characters: TREES.characters - weight.characters,
  };
  const contextOf = (root: AnchorRoot): TreeContext => ({
    timeline: record.timeline,
    at,
    anchorOf: (path) => pathAnchor(root, path),
    docOf,
    budget: root === "request" ? requestBudget : budget,
    depth: DEEPEST,
  });
  const tree = (key: "input" | "output", root: AnchorRoot) =>
    createTree(follow(record.timeline, roots, key), contextOf(root));
  const request = tree("input", "request");
  budget.elements -= REQUEST.elements - requestBudget.elements;
  budget.characters -= REQUEST.characters - requestBudget.characters;
  const doc = documentation(shape);
  const historyUrl = operationHistoryUrl(record, operation);
  const view: OperationView = {
    kind: "operation",
    name: operation.name,
    service: serviceRef(record),
    record: operation,
    spans: createSpans(record, operation.stretches, record.timeline.now),
    doc: doc === undefined ? undefined : docOf(doc),
    deprecated: deprecated(shape),
    removed,
    http: httpText(shape),
    examples,
    request,
    response: tree("output", "response"),
    errors: createErrors(record, [...roots, ...findServiceStays(record, operation)], contextOf),
    history: operationHistory(record, operation),
    ...(historyUrl === undefined ? {} : { historyUrl }),
  };
  rememberAnchors(record, operation.id, findAnchors(view));
  return view;
}

/** Returns the anchors of all that the trees of an operation's page show. */
function* findAnchors({ request, response, errors }: OperationView): Generator<string> {
  yield* ["request", "response", "errors"];
  for (const error of errors) {
    yield error.anchor;
    yield* anchorsOf(error.children);
  }
  yield* anchorsOf(request);
  yield* anchorsOf(response);
}

function* anchorsOf(nodes: readonly TreeNode[]): Generator<string> {
  for (const { anchor, values, children } of nodes) {
    yield anchor;
    for (const value of values) yield value.anchor;
    yield* anchorsOf(children);
  }
}

/** Returns when the operation was there together with its service, whose errors are its own, too (Smithy 2.0, "Service"). */
function findServiceStays({ model, timeline }: ServiceRecord, { stretches }: ShapeRecord): Stay[] {
  return findServices(model).flatMap(({ id }) =>
    findStretches(timeline, id).flatMap((there) =>
      stretches.flatMap((stretch): Stay[] => {
        const [from, to] = [Math.max(there.from, stretch.from), Math.min(there.to, stretch.to)];
        return from < to ? [{ from, to, target: id }] : [];
      }),
    ),
  );
}

function createErrors(
  record: ServiceRecord,
  roots: readonly Stay[],
  contextOf: (root: AnchorRoot) => TreeContext,
): ErrorNode[] {
  const keys = [...findKeys(record.timeline, roots)].filter((key) => key.startsWith("error "));
  const nodes = keys.flatMap((key): ErrorNode[] => {
    const stays = follow(record.timeline, roots, key);
    const id = key.slice("error ".length);
    const context = contextOf({ error: shapeName(id) });
    const last = lastStay(stays, context.at);
    if (!last) return [];
    const present = isPresent(stays, context.at);
    const shape = shapeAt(record.timeline, id, Math.min(context.at, last.to - 1));
    const doc = shape && documentation(shape);
    const status = shape && trait(shape, "httpError");
    return [
      {
        name: shapeName(id),
        anchor: context.anchorOf(""),
        type: { prefix: "", name: shapeName(id), shape: id },
        doc: doc === undefined ? undefined : context.docOf(doc),
        deprecated: shape && deprecated(shape),
        stretches: joinStretches(stays),
        present,
        children: present ? createTree(stays, context) : [],
        ...(typeof status === "number" ? { status } : {}),
      },
    ];
  });
  return nodes.sort((a, b) => Number(b.present) - Number(a.present));
}

function httpText(shape: Shape): string | undefined {
  const http: NodeValue | undefined = trait(shape, "http");
  if (!isNodeObject(http)) return undefined;
  const { method, uri } = http;
  return typeof method === "string" && typeof uri === "string" ? `${method} ${uri}` : undefined;
}
