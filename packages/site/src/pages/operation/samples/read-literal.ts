import {
  findMember,
  findShape,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  type Model,
  type NodeNumber,
  type NodeValue,
  nearestDouble,
  printNumber,
  type Shape,
} from "@shapelog/model";
import type { Literal } from "./literal.js";

const DEEPEST = 30;

/**
 * Reads a value of `@examples`, which has members' names, times as date-times or seconds, and blobs as text (Smithy 2.0,
 * "examples trait"). What fits no shape is read as it stands.
 */
export function readLiteral(model: Model, value: NodeValue, shape: Shape | undefined, depth = 0): Literal {
  if (value === null || depth > DEEPEST) return { kind: "null" };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (isNodeNumber(value)) return readNumber(value, shape);
  if (typeof value === "string") return readText(value, shape);
  const below = (inner: NodeValue, target: Shape | undefined) => readLiteral(model, inner, target, depth + 1);
  if (isNodeArray(value)) {
    const [member] = shape?.kind === "list" ? shape.members : [];
    const target = member && findShape(model, member.target);
    return { kind: "list", items: value.map((item) => below(item, target)) };
  }
  if (!isNodeObject(value)) return { kind: "null" };
  const targetOf = (name: string) => {
    const member = shape && findMember(shape, shape.kind === "map" ? "value" : name);
    return member && findShape(model, member.target);
  };
  return {
    kind: "object",
    entries: Object.entries(value).map(([name, inner]) => [name, below(inner, targetOf(name))] as const),
  };
}

function readNumber(value: NodeNumber, shape: Shape | undefined): Literal {
  if (shape?.kind === "timestamp") return timeOf(new Date(nearestDouble(value) * 1000)) ?? { kind: "null" };
  const big = shape?.kind === "bigInteger" || shape?.kind === "bigDecimal" ? { big: shape.kind } : {};
  return { kind: "number", digits: printNumber(value), ...big };
}

function readText(text: string, shape: Shape | undefined): Literal {
  if (shape?.kind === "blob") return { kind: "bytes", text };
  if (shape?.kind === "timestamp") return timeOf(new Date(text)) ?? { kind: "text", text };
  return { kind: "text", text };
}

function timeOf(date: Date): Literal | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  return { kind: "time", text: date.toISOString().replace(".000Z", "Z") };
}
