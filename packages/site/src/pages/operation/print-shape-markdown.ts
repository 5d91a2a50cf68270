import { markdownCode, markdownText, printDoc, printDocAfter } from "../../doc/print-markdown.js";
import type { Link } from "../../parts/link.js";

import type { ServiceRecord } from "../../record/service-record.js";
import { isLater } from "../../tree/is-later.js";
import type { TreeNode } from "../../tree/shape-tree.js";
import type { ValueNode } from "../../tree/value-nodes.js";
import type { HistoryRow } from "../../views/history-row.js";
import { printHistory } from "../../views/print-lists.js";
import { createSpans, momentText, sinceText } from "../../views/span-view.js";
import type { RenderSetting } from "../page.js";
import type { TypeView } from "../type/type-view.js";
import type { ErrorNode, OperationView } from "./operation-view.js";
import { printExamples } from "./samples/print-examples-markdown.js";

interface PrintSetting {
  readonly record: ServiceRecord;
  readonly at: number;
  readonly born: number;
  readonly link: Link;
}

/** Returns an operation as Markdown. */
export function printOperation(view: OperationView, { record }: RenderSetting, link: Link): string {
  if (!record) return "";
  const { at, stretches } = view.record;
  const setting = { record, at, born: stretches.at(-1)?.from ?? 0, link };
  return lines(
    `# ${markdownText(view.name)}`,
    printStatus(view, setting),
    view.doc ? printDoc(view.doc) : "",
    ...printExamples(view.examples),
    "## Request",
    printNodes(view.request, setting),
    "## Response",
    printNodes(view.response, setting),
    "## Errors",
    view.errors.map((error) => printError(error, setting)).join("\n"),
    "## History",
    printHistory(view.history, link),
  );
}

/** Returns a type as Markdown. */
export function printType(view: TypeView, { record }: RenderSetting, link: Link): string {
  if (!record) return "";
  const { at, stretches } = view.record;
  const setting = { record, at, born: stretches.at(-1)?.from ?? 0, link };
  const uses = view.uses.map(
    ({ container, member, directions }) =>
      `- ${markdownCode(`${container.name}.${member}`)}${directions.length > 0 ? ` (${directions.join(", ")})` : ""}`,
  );
  return lines(
    `# ${markdownText(view.name)} (${view.shapeKind})`,
    printStatus(view, setting),
    view.doc ? printDoc(view.doc) : "",
    view.values.length > 0 ? "## Values" : "",
    printValues(view.values, setting, ""),
    view.moreValues > 0 ? `And ${view.moreValues} more.` : "",
    view.members.length > 0 ? "## Fields" : "",
    printNodes(view.members, setting),
    uses.length > 0 ? "## Used by" : "",
    uses.join("\n"),
    "## History",
    printHistory(view.history, link),
  );
}

interface Dated {
  readonly record: { readonly stretches: TreeNode["stretches"] };
  readonly history: readonly HistoryRow[];
}

function printStatus(view: Dated, { record }: PrintSetting): string {
  const span = createSpans(record, view.record.stretches, record.timeline.now).at(-1);
  const since = span && sinceText(span);
  const changed = view.history.find(({ lines: texts }) => texts.length > 0);
  return [
    since === undefined
      ? ""
      : `- ${markdownText(`${since.charAt(0).toUpperCase()}${since.slice(1)}`)}${span?.fromStart ? ", where this record begins" : ""}`,
    span?.removed ? `- − removed ${markdownText(momentText(span.removed))}` : "",
    changed ? `- Last changed ${markdownText(momentText(changed.moment))}` : "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function printNodes(nodes: readonly TreeNode[], setting: PrintSetting, indent = ""): string {
  return nodes.length === 0 && indent === ""
    ? "No members."
    : nodes.map((node) => printNode(node, setting, indent)).join("\n");
}

function printNode(node: TreeNode, setting: PrintSetting, indent: string): string {
  const type = `${node.type.prefix === "" ? "" : `${node.type.prefix} `}${node.type.name}`;
  const marks = [
    markdownText(type),
    ...(node.required && node.present ? ["required"] : []),
    ...(node.deprecated ? ["deprecated"] : []),
    ...node.constraints.map(({ label, code }) =>
      code === undefined ? label : `${label} ${markdownCode(code)}`,
    ),
    ...datesOf(node, setting),
  ];
  const inner = `${indent}  `;
  return [
    `${indent}- ${markdownCode(node.name)} (${marks.join("; ")})`,
    ...(node.doc ? [`${inner}${printDoc(node.doc, inner)}`] : []),
    ...(node.values.length > 0 ? [printValues(node.values, setting, inner)] : []),
    ...(node.moreValues > 0 ? [`${inner}- and ${node.moreValues} more values`] : []),
    ...(node.children.length > 0 ? [printNodes(node.children, setting, inner)] : []),
  ].join("\n");
}

function printValues(values: readonly ValueNode[], setting: PrintSetting, indent: string): string {
  return values
    .map((value) => {
      const dates = datesOf(value, setting);
      const doc = value.doc ? printDocAfter(value.doc, `${indent}  `) : "";
      return `${indent}- ${markdownCode(value.value)}${dates.length > 0 ? ` (${dates.join("; ")})` : ""}${doc}`;
    })
    .join("\n");
}

function printError(error: ErrorNode, setting: PrintSetting): string {
  const dates = datesOf(error, setting);
  const head = `- ${markdownCode(error.name)}${dates.length > 0 ? ` (${dates.join("; ")})` : ""}${error.doc ? printDocAfter(error.doc, "  ") : ""}`;
  return error.children.length > 0 ? `${head}\n${printNodes(error.children, setting, "  ")}` : head;
}

function datesOf(
  dated: Pick<TreeNode, "stretches" | "present">,
  { record, at, born }: PrintSetting,
): string[] {
  const span = createSpans(record, dated.stretches, at).at(-1);
  const text = span && sinceText(span);
  const since = text && markdownText(text);
  if (dated.present) return isLater(dated, born) && since !== undefined ? [since] : [];
  const removed = span?.removed ? ` ${markdownText(momentText(span.removed))}` : "";
  return [
    `− removed${removed}`,
    ...(since === undefined ? [] : [span?.fromStart ? since : `was there ${since}`]),
  ];
}

function lines(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
