import type { Relationship } from "../neighbors.js";

const OF_SHAPES = [
  "member",
  "mixin",
  "input",
  "output",
  "error",
  "identifier",
  "property",
  "create",
  "put",
  "read",
  "update",
  "delete",
  "list",
  "operation",
  "collectionOperation",
  "resource",
] as const satisfies readonly Relationship[];

/** An arrow's name to selectors. What a member targets has none (Smithy 2.0, "Relationships"). */
export type ArrowName = Relationship | "";

/**
 * The relationships that a selector may name. `trait` is only followed where it is named; `bound` and
 * `instanceOperation` are of older selectors.
 */
export const RELATIONSHIPS: readonly string[] = [...OF_SHAPES, "trait", "bound", "instanceOperation"];

/** What `instanceOperation` stands for. */
export const INSTANCE_OPERATIONS: readonly ArrowName[] = ["operation", "read", "update", "delete", "put"];
