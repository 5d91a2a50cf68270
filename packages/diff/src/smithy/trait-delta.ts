import type { NodeValue, ShapeId } from "@shapelog/model";
import { quoteNode } from "./smithy-event.js";

/** How smithy-diff calls what happened to a trait or to a value in it. */
export type ChangeType = "add" | "remove" | "update";

/** A value at a place inside a trait that came, went or was changed. */
export interface Delta {
  readonly type: ChangeType;
  readonly trait: ShapeId;
  readonly path: string;
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/** Returns what happened in smithy-diff's words. */
export function printDelta({ type, trait, path, before, after }: Delta): string {
  const place = path === "" ? "" : ` contents`;
  switch (type) {
    case "add":
      return path === ""
        ? `Added trait \`${trait}\` with value ${quoteNode(after)}`
        : `Added trait${place} to \`${trait}\` at path \`${path}\` with value ${quoteNode(after)}`;
    case "remove":
      return path === ""
        ? `Removed trait \`${trait}\`. Previous trait value: ${quoteNode(before)}`
        : `Removed trait${place} from \`${trait}\` at path \`${path}\`. Removed value: ${quoteNode(before)}`;
    case "update":
      return path === ""
        ? `Changed trait \`${trait}\` from ${quoteNode(before)} to ${quoteNode(after)}`
        : `Changed trait${place} of \`${trait}\` at path \`${path}\` from ${quoteNode(before)} to ${quoteNode(after)}`;
  }
}

/** The kinds of change as they stand in event ids. */
export const CAPITAL: Readonly<Record<ChangeType, string>> = {
  add: "Add",
  remove: "Remove",
  update: "Update",
};
