import {
  findShape,
  isAggregate,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type OperationShape,
  type ShapeId,
} from "@shapelog/model";

const KEPT = "shapelog.botocore#examples";

/**
 * Returns a model in which the examples that the reader of botocore's format keeps are those of Smithy: times as it
 * writes them, numbers as numbers (Smithy 2.0, "examples trait").
 */
export function convertExamples(model: Model): Model {
  const shapes = new Map(model.shapes);
  for (const [id, shape] of model.shapes) {
    if (shape.kind !== "operation" || !(KEPT in shape.traits)) continue;
    const { [KEPT]: kept = null, ...traits } = shape.traits;
    const examples = isNodeArray(kept) ? kept.flatMap((each) => convertOne(model, shape, each) ?? []) : [];
    const added = examples.length === 0 ? {} : { "smithy.api#examples": examples };
    shapes.set(id, { ...shape, traits: { ...traits, ...added } });
  }
  return { ...model, shapes };
}

function convertOne(model: Model, operation: OperationShape, example: NodeValue): NodeValue | undefined {
  if (!isNodeObject(example)) return undefined;
  const { title, id, description, input, output } = example;
  const name = [title, id].find((each) => typeof each === "string" && each !== "");
  if (name === undefined) return undefined;
  return {
    title: name,
    ...(typeof description === "string" && description !== "" ? { documentation: description } : {}),
    ...(isNodeObject(input) ? { input: convertValue(model, operation.input, input) } : {}),
    ...(isNodeObject(output) ? { output: convertValue(model, operation.output, output) } : {}),
  };
}

function convertValue(model: Model, id: ShapeId, value: NodeValue): NodeValue {
  const shape = findShape(model, id);
  if (!shape) return value;
  const targetOf = (name: string) => {
    return isAggregate(shape) ? shape.members.find((member) => member.name === name)?.target : undefined;
  };
  const convertMember = (name: string, inner: NodeValue) => {
    const target = targetOf(name);
    return target === undefined ? inner : convertValue(model, target, inner);
  };
  switch (shape.kind) {
    case "structure":
    case "union":
      return isNodeObject(value) ? mapEntries(value, convertMember) : value;
    case "map":
      return isNodeObject(value) ? mapEntries(value, (_, inner) => convertMember("value", inner)) : value;
    case "list":
      return isNodeArray(value) ? value.map((inner) => convertMember("member", inner)) : value;
    case "timestamp":
      return convertTime(value);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
    case "boolean":
      return value === "true" ? true : value === "false" ? false : value;
    default:
      return value;
  }
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/** Examples have times as seconds, as those in a text, or in words; without a zone they are of the one of the machine. */
function convertTime(value: NodeValue): NodeValue {
  if (typeof value !== "string") return value;
  if (NUMBER.test(value)) return Number(value);
  const text = /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(value) ? `${value}Z` : value;
  const time = ZONED.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

const ZONED = /^\d{4}-\d\d-\d\d$|(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$/;

function mapEntries(
  value: { readonly [key: string]: NodeValue },
  change: (key: string, inner: NodeValue) => NodeValue,
): NodeValue {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(key, inner)]));
}
