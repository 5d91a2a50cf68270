import { type NodeValue, unreachable } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { EntryNode, IdNode, ValueNode } from "../idl/syntax.js";
import { type Lowering, placeAt } from "./lowering.js";

/** What values need of a file. */
export type ValueLowering = Pick<Lowering, "file" | "diagnostics" | "scope">;

/** Returns the node value of what is written. Ids without quotes become strings (Smithy 2.0, "Syntactic shape IDs"). */
export function lowerValue(lowering: ValueLowering, node: ValueNode): NodeValue {
  switch (node.kind) {
    case "string":
    case "textBlock":
    case "number":
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "id":
      return lowerIdValue(lowering, node);
    case "array":
      return node.elements.map((element) => lowerValue(lowering, element));
    case "object":
      return lowerEntries(lowering, node.entries);
    default:
      return unreachable(node);
  }
}

function lowerEntries(lowering: ValueLowering, entries: readonly EntryNode[]): NodeValue {
  const value: { [key: string]: NodeValue } = {};
  for (const { key, value: node } of entries) {
    const lowered = lowerValue(lowering, node);
    if (key.name === "__proto__") defineProperty(value, key.name, lowered);
    else value[key.name] = lowered;
  }
  return value;
}

/** Assigning to this name would set the prototype. */
function defineProperty(object: object, name: string, value: NodeValue): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

function lowerIdValue({ file, diagnostics, scope }: ValueLowering, { id, start }: IdNode): string {
  const resolved = scope.resolve(id);
  if (!scope.isDefined(resolved)) {
    diagnostics.push(smithyDiagnostics.create("unresolved-id", placeAt({ file }, start), { id, resolved }));
  }
  return resolved;
}
