import { isJsonObject, type JsonValue } from "@shapelog/json";
import type { Section } from "./reading.js";

/**
 * Returns the URI of the XML namespace that all inputs and payloads of a file agree on, or `undefined`. botocore writes
 * the service's namespace there; in Smithy it is the service's (Smithy 2.0, "xmlNamespace trait").
 */
export function findXmlNamespace(shapes: Section, operations: Section): string | undefined {
  const found = new Set<JsonValue | undefined>();
  for (const operation of operations.entries.values()) {
    if (isJsonObject(operation)) addNamespace(found, operation.input);
  }
  for (const shape of shapes.entries.values()) {
    if (!isJsonObject(shape) || !isJsonObject(shape.members) || typeof shape.payload !== "string") continue;
    if (Object.hasOwn(shape.members, shape.payload)) addNamespace(found, shape.members[shape.payload]);
  }
  const [uri] = found;
  return found.size === 1 && typeof uri === "string" ? uri : undefined;
}

/** Returns whether the value of an `xmlNamespace` is a URI and nothing else. */
export function isSameNamespace(value: JsonValue | undefined, uri: string): boolean {
  if (!isJsonObject(value)) return value === uri;
  return value.uri === uri && Object.keys(value).length === 1;
}

function addNamespace(found: Set<JsonValue | undefined>, reference: JsonValue | undefined): void {
  if (!isJsonObject(reference) || reference.xmlNamespace === undefined) return;
  const { xmlNamespace } = reference;
  // A namespace with a prefix is not the service's; it makes two of them.
  const plain =
    isJsonObject(xmlNamespace) && xmlNamespace.prefix === undefined ? xmlNamespace.uri : xmlNamespace;
  found.add(plain);
}
