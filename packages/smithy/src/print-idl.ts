import type { Model } from "@shapelog/model";
import { formatTree } from "./idl/format-tree.js";
import type { SyntaxTree } from "./idl/syntax.js";
import { liftFiles } from "./lift/lift-files.js";

/** A printed file. */
export interface PrintedFile {
  /** The namespace and `.smithy`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the syntax tree of a model in Smithy IDL 2.0. A file has one namespace: throws for a model with several, for
 * which there is {@link printIdlFiles}.
 */
export function liftModel(model: Model): SyntaxTree {
  const [first, second] = liftFiles(model);
  if (!first || second) throw new Error("a file has one namespace; print the model as several files");
  return first.tree;
}

/**
 * Returns a model of one namespace in canonical Smithy IDL 2.0: what is printed reads as an equal model, and equal
 * models give equal text. Definitions of traits come first, then shapes by kind, sorted by id; members and lists keep
 * the model's order. Throws for a model with several namespaces, for which there is {@link printIdlFiles}.
 */
export function printIdl(model: Model): string {
  return formatTree(liftModel(model));
}

/** Returns a model in canonical Smithy IDL 2.0, one file for each namespace; metadata stands in the first. */
export function printIdlFiles(model: Model): PrintedFile[] {
  return liftFiles(model).map(({ path, tree }) => ({ path, text: formatTree(tree) }));
}
