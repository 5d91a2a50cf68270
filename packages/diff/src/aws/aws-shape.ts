import {
  enumValue,
  findShape,
  hasTrait,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
  shapeName,
  splitShapeId,
  stringTrait,
  unreachable,
} from "@shapelog/model";

/**
 * The classes that botocore's code tells apart. `simple` is every type that is none of the others.
 *
 * @internal
 */
export type AwsClass = "structure" | "list" | "map" | "string" | "simple";

/**
 * A shape of data as AWS's Python SDK sees it.
 *
 * @internal
 */
export interface AwsShape {
  /** The shape's place among the shapes of its graph. */
  readonly index: number;
  readonly shape: Shape;
  readonly class: AwsClass;
  /** The name in `service-2.json`, without a namespace. */
  readonly name: string;
  /** The word in `service-2.json`: `structure`, `integer`, `timestamp`. */
  readonly type: string;
  /** The values of an enum, in order; none for other shapes. */
  readonly values: readonly string[];
  /** The members that point at shapes, by name, in order; `member` of a list, `key` and `value` of a map. */
  readonly members: readonly AwsMember[];
}

/**
 * A member and the shape it points at.
 *
 * @internal
 */
export interface AwsMember {
  readonly name: string;
  readonly member: Member;
  readonly target: AwsShape;
}

/**
 * The shapes of one model, each made once, when it is asked for.
 *
 * @internal
 */
export interface AwsGraph {
  readonly model: Model;
  /** Returns the shape with an id, or `undefined` where it is no shape of data. */
  readonly find: (id: ShapeId) => AwsShape | undefined;
}

/**
 * Returns the view of a model's shapes.
 *
 * @internal
 */
export function createAwsGraph(model: Model): AwsGraph {
  const made = new Map<ShapeId, AwsShape | undefined>();
  const find = (id: ShapeId): AwsShape | undefined => {
    if (made.has(id)) return made.get(id);
    const shape = findShape(model, id);
    const created = shape && createAwsShape(shape);
    made.set(id, created);
    return created;
  };
  let count = 0;
  const createAwsShape = (shape: Shape): AwsShape | undefined => {
    const type = typeWord(shape);
    if (type === undefined) return undefined;
    let members: AwsMember[] | undefined;
    return {
      index: count++,
      shape,
      class: classOf(type),
      name: nameIn(model, shape),
      type,
      values: valuesOf(shape),
      // Made when first read: shapes may lead back to themselves.
      get members() {
        members ??= targetsOf(shape, find);
        return members;
      },
    };
  };
  return { model, find };
}

/** Returns the word that `service-2.json` has for a kind of shape, or `undefined` for shapes that hold no data. */
function typeWord(shape: Shape): string | undefined {
  // A type that was read as another kind is kept in a trait.
  const kept = stringTrait(shape, "shapelog.botocore#type");
  if (kept !== undefined) return kept;
  switch (shape.kind) {
    case "structure":
    case "union":
    case "document":
      return "structure";
    case "list":
    case "map":
    case "string":
    case "blob":
    case "boolean":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "timestamp":
    case "byte":
    case "short":
      return shape.kind;
    case "enum":
      return "string";
    case "intEnum":
      return "integer";
    case "bigInteger":
      return "biginteger";
    case "bigDecimal":
      return "bigdecimal";
    case "operation":
    case "resource":
    case "service":
      return undefined;
    default:
      return unreachable(shape);
  }
}

function classOf(type: string): AwsClass {
  return type === "structure" || type === "list" || type === "map" || type === "string" ? type : "simple";
}

function valuesOf(shape: Shape): readonly string[] {
  return shape.kind === "enum" ? shape.members.map((member) => String(enumValue(member))) : [];
}

function targetsOf(shape: Shape, find: AwsGraph["find"]): AwsMember[] {
  switch (shape.kind) {
    case "structure":
    case "union":
    case "list":
    case "map":
      return shape.members.flatMap((member) => {
        const target = find(member.target);
        return target ? [{ name: member.name, member, target }] : [];
      });
    default:
      return [];
  }
}

const VARIANTS = [
  { prefix: "SynthesizedJson", trait: "smithy.api#mediaType" },
  { prefix: "Streaming", trait: "smithy.api#streaming" },
];

/** Returns a shape's name; where a flag of its members made a variant of it in Smithy, the name without the variant's. */
function nameIn(model: Model, shape: Shape): string {
  const name = shapeName(shape.id);
  for (const { prefix, trait } of VARIANTS) {
    if (!name.startsWith(prefix) || !hasTrait(shape, trait)) continue;
    const base = name.slice(prefix.length);
    const original = model.shapes.get(`${splitShapeId(shape.id).namespace}#${base}`);
    if (original?.kind === shape.kind) return base;
  }
  return name;
}
