import type { Change } from "@shapelog/changes";
import { type NodeValue, type Shape, shapeName } from "@shapelog/model";
import { visibleName } from "../names/visible-name.js";
import { nodeText } from "../tree/constraints.js";

/** One line of a change, as in a ledger: what it is about, and both sides where there are two. */
export interface Fact {
  readonly sign: "added" | "removed" | "changed";
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

const LONGEST = 600;

/** Returns what a change says, without opinion. Enum values are left out: entries list them by themselves. */
export function describeChange(change: Change): Fact[] {
  switch (change.kind) {
    case "enum.value.added":
    case "enum.value.removed":
      return [];
    case "trait.added":
      return [{ sign: "added", label: traitLabel(change), after: valueText(change.after) }];
    case "trait.removed":
      return [{ sign: "removed", label: traitLabel(change), before: valueText(change.before) }];
    case "trait.changed":
      return [
        {
          sign: "changed",
          label: traitLabel(change),
          before: valueText(change.before),
          after: valueText(change.after),
        },
      ];
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

function kindLabel(kind: string): string {
  return kind.replace(/\.(added|removed|changed)$/, "").replaceAll(".", " ");
}

function traitLabel(change: { readonly trait: string }): string {
  return visibleName(change.trait.replace(/^smithy\.api#/, ""));
}

function valueText(value: NodeValue): string {
  if (typeof value === "string") return cut(visibleName(value));
  return nodeText(value) || "set";
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
