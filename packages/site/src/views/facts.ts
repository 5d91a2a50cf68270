import type { Change } from "@shapelog/changes";
import { type Bounds, bounds, isNodeObject, type NodeValue, type Shape, shapeName } from "@shapelog/model";
import { type DiffPart, diffDocs, docText } from "../doc/diff-docs.js";
import type { Doc } from "../doc/doc.js";
import { visibleName } from "../names/visible-name.js";
import { boundsText, nodeText } from "../tree/constraints.js";

/** One line of a change, as in a ledger: what it is about, and both sides where there are two. */
export interface Fact {
  readonly sign: "added" | "removed" | "changed";
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** What differs between two texts, word by word, in the place of both sides. */
  readonly words?: readonly DiffPart[];
}

const LONGEST = 600;

/** Returns what a change says, without opinion. Enum values are left out: entries list them by themselves. */
export function describeChange(change: Change, docOf: (text: string) => Doc): Fact[] {
  switch (change.kind) {
    case "enum.value.added":
    case "enum.value.removed":
      return [];
    case "trait.added":
      return [{ sign: "added", label: traitLabel(change), after: traitText(change, change.after, docOf) }];
    case "trait.removed":
      return [
        { sign: "removed", label: traitLabel(change), before: traitText(change, change.before, docOf) },
      ];
    case "trait.changed":
      return [describeTraitChange(change, docOf)];
    case "shape.added":
      return [{ sign: "added", label: change.after.kind, after: shapeText(change.after) }];
    case "shape.removed":
      return [{ sign: "removed", label: change.before.kind, before: shapeText(change.before) }];
    case "shape.kind.changed":
      return [{ sign: "changed", label: "kind", before: change.before.kind, after: change.after.kind }];
    case "member.added":
      return [
        {
          sign: "added",
          label: "member",
          after: `${visibleName(change.member)}: ${idText(change.after.target)}`,
        },
      ];
    case "member.removed":
      return [
        {
          sign: "removed",
          label: "member",
          before: `${visibleName(change.member)}: ${idText(change.before.target)}`,
        },
      ];
    case "metadata.added":
      return [
        { sign: "added", label: `metadata ${visibleName(change.key)}`, after: valueText(change.after) },
      ];
    case "metadata.removed":
      return [
        { sign: "removed", label: `metadata ${visibleName(change.key)}`, before: valueText(change.before) },
      ];
    default:
      return [describeRest(change)];
  }
}

type RestChange = Exclude<
  Change,
  {
    kind:
      | `shape.${string}`
      | `trait.${string}`
      | `enum.value.${"added" | "removed"}`
      | "metadata.added"
      | "metadata.removed";
  }
>;

function describeRest(change: RestChange): Fact {
  const label = kindLabel(change.kind);
  if ("target" in change) {
    const name =
      "name" in change ? `${visibleName(change.name)}: ${idText(change.target)}` : idText(change.target);
    return change.kind.endsWith(".added")
      ? { sign: "added", label, after: name }
      : { sign: "removed", label, before: name };
  }
  if (!("before" in change) || !("after" in change)) return { sign: "changed", label };
  return { sign: "changed", label, before: sideText(change.before), after: sideText(change.after) };
}

const KIND_LABELS = new Map([
  ["member.target.changed", "type"],
  ["service.operation.added", "operation"],
  ["service.operation.removed", "operation"],
  ["operation.error.added", "error"],
  ["operation.error.removed", "error"],
]);

function kindLabel(kind: string): string {
  const known = KIND_LABELS.get(kind);
  if (known !== undefined) return known;
  return kind.replace(/\.(added|removed|changed)$/, "").replaceAll(".", " ");
}

const DOCUMENTATION = "smithy.api#documentation";

function describeTraitChange(
  change: Extract<Change, { kind: "trait.changed" }>,
  docOf: (text: string) => Doc,
): Fact {
  const { before, after } = change;
  const label = traitLabel(change);
  if (change.trait === DOCUMENTATION && typeof before === "string" && typeof after === "string")
    return { sign: "changed", label, words: diffDocs(docOf(before), docOf(after)) };
  const textOf = (value: NodeValue) => traitText(change, value, docOf);
  return { sign: "changed", label, before: textOf(before), after: textOf(after) };
}

/** Words for traits whose names say little to those who do not know Smithy. */
const LABELS = new Map([
  [DOCUMENTATION, "text"],
  ["smithy.api#range", "numbers"],
  ["smithy.api#clientOptional", "may be left out by clients"],
  ["smithy.api#enumValue", "value"],
  ["smithy.api#xmlName", "name in XML"],
  ["smithy.api#jsonName", "name in JSON"],
  ["smithy.api#httpHeader", "header"],
  ["smithy.api#httpQuery", "query parameter"],
  ["smithy.api#http", "HTTP request"],
  ["smithy.api#httpError", "HTTP status"],
]);

function traitLabel({ trait }: { readonly trait: string }): string {
  return LABELS.get(trait) ?? visibleName(trait.replace(/^smithy\.api#/, ""));
}

function traitText(
  { trait }: { readonly trait: string },
  value: NodeValue,
  docOf: (text: string) => Doc,
): string {
  if (trait === DOCUMENTATION && typeof value === "string") return cut(docText(docOf(value)));
  const limits =
    trait === "smithy.api#length" || trait === "smithy.api#range" ? readBounds(value) : undefined;
  if (limits) return boundsText(limits);
  if (trait === "smithy.api#http" && isNodeObject(value))
    return cut(visibleName(`${String(value.method)} ${String(value.uri)}`));
  return valueText(value);
}

function readBounds(value: NodeValue): Bounds | undefined {
  return bounds({ traits: { "smithy.api#length": value } }, "length");
}

function valueText(value: NodeValue): string {
  if (typeof value === "string") return cut(visibleName(value));
  return nodeText(value) || "yes";
}

function sideText(side: unknown): string {
  if (Array.isArray(side)) return cut(side.map((part) => idText(String(part))).join(", "));
  return idText(String(side));
}

function idText(id: string): string {
  return visibleName(id.includes("#") ? shapeName(id) : id);
}

function shapeText(shape: Shape): string {
  return visibleName(shapeName(shape.id));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
