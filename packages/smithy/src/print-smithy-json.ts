import { escapeJson } from "@shapelog/diagnostics";
import {
  type Binding,
  compareCodeUnits,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  LIFECYCLE_SLOTS,
  type Member,
  type Model,
  type NodeValue,
  printNumber,
  type Shape,
  type ShapeId,
  unreachable,
} from "@shapelog/model";

/** A key and the text of its value. */
type Field = readonly [key: string, text: string];

/**
 * Returns a model in the Smithy JSON AST 2.0. Equal models give equal text: shapes, traits, metadata and the keys of
 * trait values are sorted by code unit; members, operations and other lists keep the model's order. Two spaces of
 * indent, a final newline. What acts on a terminal or a build service is escaped, and reads as the same.
 */
export function printSmithyJson(model: Model): string {
  const metadata = [...model.metadata].sort(byKey);
  const shapes = [...model.shapes.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
  const fields: Field[] = [["smithy", '"2.0"']];
  if (metadata.length > 0) {
    fields.push([
      "metadata",
      printObject(
        metadata.map(([key, value]) => [key, printNode(value, 2)]),
        1,
      ),
    ]);
  }
  fields.push([
    "shapes",
    printObject(
      shapes.map((shape) => [shape.id, printShape(shape)]),
      1,
    ),
  ]);
  return escapeJson(`${printObject(fields, 0)}\n`);
}

/** The depth of a shape's fields' values. */
const DEPTH = 3;

function printShape(shape: Shape): string {
  const fields: Field[] = [["type", JSON.stringify(shape.kind)]];
  if (shape.mixins && shape.mixins.length > 0) fields.push(["mixins", printTargets(shape.mixins)]);
  for (const field of printKind(shape)) fields.push(field);
  for (const field of printTraits(shape.traits, DEPTH)) fields.push(field);
  return printObject(fields, DEPTH - 1);
}

function printKind(shape: Shape): Field[] {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return [
        [
          "members",
          printObject(
            shape.members.map((member) => [member.name, printMember(member, DEPTH + 1)]),
            DEPTH,
          ),
        ],
      ];
    case "list":
    case "map":
      return shape.members.map((member) => [member.name, printMember(member, DEPTH)]);
    case "operation":
      return [
        ["input", printTarget(shape.input, DEPTH)],
        ["output", printTarget(shape.output, DEPTH)],
        ...printList("errors", shape.errors),
      ];
    case "resource":
      return [
        ...printBindings("identifiers", shape.identifiers),
        ...printBindings("properties", shape.properties),
        ...LIFECYCLE_SLOTS.flatMap((slot) =>
          shape.lifecycle
            .filter(({ name }) => name === slot)
            .map(({ name, target }): Field => [name, printTarget(target, DEPTH)]),
        ),
        ...printList("operations", shape.operations),
        ...printList("collectionOperations", shape.collectionOperations),
        ...printList("resources", shape.resources),
      ];
    case "service":
      return [
        ...(shape.version === "" ? [] : [["version", JSON.stringify(shape.version)] as const]),
        ...printList("operations", shape.operations),
        ...printList("resources", shape.resources),
        ...printList("errors", shape.errors),
        ...printFields(
          "rename",
          shape.rename.map(({ shape: id, name }) => [id, JSON.stringify(name)]),
        ),
      ];
    case "blob":
    case "boolean":
    case "string":
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
    case "timestamp":
    case "document":
      return [];
    default:
      return unreachable(shape);
  }
}

function printMember(member: Member, depth: number): string {
  const target: Field = ["target", JSON.stringify(member.target)];
  return printObject([target, ...printTraits(member.traits, depth + 1)], depth);
}

function printTraits(traits: { readonly [id: string]: NodeValue }, depth: number): Field[] {
  const entries = Object.entries(traits);
  return entries.length === 0 ? [] : [["traits", printNode(traits, depth)]];
}

function printList(field: string, targets: readonly ShapeId[]): Field[] {
  return targets.length === 0 ? [] : [[field, printTargets(targets)]];
}

function printTargets(targets: readonly ShapeId[]): string {
  return printArray(
    targets.map((target) => printTarget(target, DEPTH + 1)),
    DEPTH,
  );
}

function printTarget(target: ShapeId, depth: number): string {
  return printObject([["target", JSON.stringify(target)]], depth);
}

function printBindings(field: string, bindings: readonly Binding[]): Field[] {
  return printFields(
    field,
    bindings.map(({ name, target }) => [name, printTarget(target, DEPTH + 1)]),
  );
}

function printFields(field: string, fields: readonly Field[]): Field[] {
  return fields.length === 0 ? [] : [[field, printObject(fields, DEPTH)]];
}

/** Text is put together by hand: an object built for `JSON.stringify` would lose keys such as `__proto__`. */
function printNode(value: NodeValue, depth: number): string {
  if (isNodeArray(value))
    return printArray(
      value.map((element) => printNode(element, depth + 1)),
      depth,
    );
  if (isNodeNumber(value)) return printNumber(value);
  if (!isNodeObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(byKey);
  return printObject(
    entries.map(([key, child]) => [key, printNode(child, depth + 1)]),
    depth,
  );
}

function printArray(elements: readonly string[], depth: number): string {
  if (elements.length === 0) return "[]";
  const inner = "  ".repeat(depth + 1);
  return `[\n${inner}${elements.join(`,\n${inner}`)}\n${"  ".repeat(depth)}]`;
}

function printObject(fields: readonly Field[], depth: number): string {
  if (fields.length === 0) return "{}";
  const inner = "  ".repeat(depth + 1);
  const lines = fields.map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  return `{\n${inner}${lines.join(`,\n${inner}`)}\n${"  ".repeat(depth)}}`;
}

function byKey(a: readonly [string, NodeValue], b: readonly [string, NodeValue]): number {
  return compareCodeUnits(a[0], b[0]);
}
