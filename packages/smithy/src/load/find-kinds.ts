import type { ShapeId } from "@shapelog/model";
import type { SyntaxTree } from "../idl/syntax.js";
import { findSuffix } from "../lower/find-suffix.js";

/** Adds the kinds of the shapes that an IDL file defines, those inside operations among them. */
export function addKindsTo(kinds: Map<ShapeId, string>, tree: SyntaxTree): void {
  const namespace = tree.namespace?.name.name;
  if (namespace === undefined) return;
  for (const statement of tree.shapes) {
    if (statement.kind === "apply") continue;
    const id = `${namespace}#${statement.name.name}`;
    if (!kinds.has(id)) kinds.set(id, statement.kind === "operationShape" ? "operation" : statement.type);
    if (statement.kind !== "operationShape") continue;
    for (const property of statement.properties) {
      if (property.kind !== "operationTarget" || property.target.kind === "id") continue;
      kinds.set(`${id}${findSuffix(tree, property.name)}`, "structure");
    }
  }
}
