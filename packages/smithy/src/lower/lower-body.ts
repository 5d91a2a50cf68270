import {
  type Binding,
  isIdentifier,
  isShapeId,
  LIFECYCLE_SLOTS,
  type Rename,
  type ResourceShape,
  type ServiceShape,
  type ShapeId,
} from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { EntryNode, ObjectNode, ValueNode } from "../idl/syntax.js";
import { FIELDS_TRAIT } from "../read-traits.js";
import { lowerValue } from "./lower-value.js";
import { type Base, type Lowering, placeAt } from "./lowering.js";

/** The body of a service or resource, by key. */
interface Body {
  readonly id: ShapeId;
  readonly values: ReadonlyMap<string, ValueNode>;
}

const SERVICE_KEYS: ReadonlySet<string> = new Set(["version", "operations", "resources", "errors", "rename"]);
const RESOURCE_KEYS: ReadonlySet<string> = new Set([
  "identifiers",
  "properties",
  ...LIFECYCLE_SLOTS,
  "operations",
  "collectionOperations",
  "resources",
]);

/** Returns a service of its body (Smithy 2.0, "Service"). */
export function lowerService(lowering: Lowering, base: Base, node: ObjectNode): ServiceShape {
  const body = { id: base.id, values: new Map(node.entries.map(({ key, value }) => [key.name, value])) };
  const version = body.values.get("version");
  if (version && version.kind !== "string" && version.kind !== "textBlock") {
    reportType(lowering, version, { what: `"version" of ${base.id}`, expected: "a string" });
  }
  return {
    kind: "service",
    ...withFields(lowering, base, node, SERVICE_KEYS),
    version: version?.kind === "string" || version?.kind === "textBlock" ? version.value : "",
    operations: lowerList(lowering, body, "operations"),
    resources: lowerList(lowering, body, "resources"),
    errors: lowerList(lowering, body, "errors"),
    rename: lowerRename(lowering, body),
  };
}

/** Returns a resource of its body (Smithy 2.0, "Resource"). */
export function lowerResource(lowering: Lowering, base: Base, node: ObjectNode): ResourceShape {
  const body = { id: base.id, values: new Map(node.entries.map(({ key, value }) => [key.name, value])) };
  return {
    kind: "resource",
    ...withFields(lowering, base, node, RESOURCE_KEYS),
    identifiers: lowerBindings(lowering, body, "identifiers"),
    properties: lowerBindings(lowering, body, "properties"),
    lifecycle: LIFECYCLE_SLOTS.flatMap((name) => {
      const value = body.values.get(name);
      const target = value && lowerReference(lowering, value, `"${name}" of ${body.id}`);
      return target === undefined ? [] : [{ name, target }];
    }),
    operations: lowerList(lowering, body, "operations"),
    collectionOperations: lowerList(lowering, body, "collectionOperations"),
    resources: lowerList(lowering, body, "resources"),
  };
}

/** Keeps what Smithy does not define there, as the reader of JSON AST does. */
function withFields(lowering: Lowering, base: Base, node: ObjectNode, known: ReadonlySet<string>): Base {
  const [first, ...rest] = node.entries.filter(({ key }) => !known.has(key.name));
  if (!first) return base;
  const unknown: readonly EntryNode[] = [first, ...rest];
  const data = { id: base.id, fields: unknown.map(({ key }) => key.name) };
  lowering.diagnostics.push(
    smithyDiagnostics.create("unknown-field", placeAt(lowering, first.key.start), data),
  );
  const kept = lowerValue(lowering, { ...node, entries: unknown });
  return { ...base, traits: { ...base.traits, [FIELDS_TRAIT]: kept } };
}

function lowerList(lowering: Lowering, body: Body, key: string): ShapeId[] {
  const value = body.values.get(key);
  if (value === undefined) return [];
  if (value.kind !== "array") {
    reportType(lowering, value, { what: `"${key}" of ${body.id}`, expected: "an array" });
    return [];
  }
  return value.elements.flatMap(
    (element) => lowerReference(lowering, element, `"${key}" of ${body.id}`) ?? [],
  );
}

/** Returns the shape that a value names; `what` is the field that it stands in. */
function lowerReference(lowering: Lowering, value: ValueNode, what: string): ShapeId | undefined {
  if (value.kind === "id") return lowering.scope.resolve(value.id);
  if (value.kind !== "string") {
    reportType(lowering, value, { what, expected: "a shape id" });
    return undefined;
  }
  if (isShapeId(value.value) || isIdentifier(value.value)) return lowering.scope.resolve(value.value);
  const place = placeAt(lowering, value.start);
  lowering.diagnostics.push(smithyDiagnostics.create("malformed-shape-id", place, { id: value.value }));
  return undefined;
}

function lowerBindings(lowering: Lowering, body: Body, key: string): Binding[] {
  return lowerEntries(lowering, body, key).flatMap((entry): Binding[] => {
    const { name, start } = entry.key;
    if (!isIdentifier(name)) {
      reportName(lowering, { id: body.id, name }, start);
      return [];
    }
    const target = lowerReference(lowering, entry.value, `"${key}" of ${body.id}`);
    return target === undefined ? [] : [{ name, target }];
  });
}

function lowerRename(lowering: Lowering, body: Body): Rename[] {
  return lowerEntries(lowering, body, "rename").flatMap(({ key, value }): Rename[] => {
    if (!isShapeId(key.name)) {
      const place = placeAt(lowering, key.start);
      lowering.diagnostics.push(smithyDiagnostics.create("malformed-shape-id", place, { id: key.name }));
    } else if (value.kind !== "string") {
      reportType(lowering, value, { what: `"rename" of ${body.id}`, expected: "a string" });
    } else if (!isIdentifier(value.value))
      reportName(lowering, { id: body.id, name: value.value }, value.start);
    else return [{ shape: key.name, name: value.value }];
    return [];
  });
}

function lowerEntries(lowering: Lowering, body: Body, key: string): readonly EntryNode[] {
  const value = body.values.get(key);
  if (value === undefined) return [];
  if (value.kind === "object") return value.entries;
  reportType(lowering, value, { what: `"${key}" of ${body.id}`, expected: "an object" });
  return [];
}

function reportName(
  lowering: Lowering,
  data: { readonly id: ShapeId; readonly name: string },
  start: number,
): void {
  lowering.diagnostics.push(smithyDiagnostics.create("malformed-name", placeAt(lowering, start), data));
}

const FOUND: Readonly<Record<ValueNode["kind"], string>> = {
  string: "a string",
  textBlock: "a string",
  id: "a shape id",
  number: "a number",
  boolean: "a boolean",
  null: "null",
  array: "an array",
  object: "an object",
};

function reportType(
  lowering: Lowering,
  value: ValueNode,
  problem: { readonly what: string; readonly expected: string },
): void {
  const data = { ...problem, found: FOUND[value.kind] };
  lowering.diagnostics.push(
    smithyDiagnostics.create("wrong-json-type", placeAt(lowering, value.start), data),
  );
}
