import {
  type DataShape,
  isDataShape,
  restPrefix,
  sourceId,
  TEXT_TRAIT,
  type TextPlace,
  textPlace,
} from "@shapelog/emit";
import {
  enumValue,
  hasTrait,
  isDemanded,
  isEventStream,
  isSimple,
  jsonName,
  type ListShape,
  type MapShape,
  type Member,
  NO_TRAITS,
  PRELUDE_SHAPES,
  placeTimes,
  type Shape,
  type ShapeId,
  type StructureShape,
  type Traits,
  type UnionShape,
  unreachable,
} from "@shapelog/model";
import { annotations, traceKeyword } from "./annotations.js";
import { CONSTRAINT_TRAITS, constraintKeywords, needsLength } from "./constraints.js";
import { describeValues, valueKeywords } from "./enum-values.js";
import { type JsonSchema, programType } from "./json-schema.js";
import type { SchemaContext } from "./schema-context.js";
import { programSchema, simpleSchema } from "./simple-schema.js";
import { textSchema } from "./text-schema.js";
import { elementName, isFlattened, memberXml } from "./xml-schema.js";
import { unsaidNamespace } from "./xml-unsaid.js";

/** Returns the schema of a shape, with its description and the trace to its id. */
export function shapeSchema(context: SchemaContext, shape: DataShape): JsonSchema {
  return {
    ...bareSchema(context, shape),
    ...annotations(context, shape, shape.id, describeValues(shape)),
    ...valueKeywords(context, shape),
    ...unsaidNamespace(context, shape, { id: shape.id, element: shape }),
    ...traceKeyword(context, shape.id),
  };
}

/** Returns the keywords that check a shape's values, and nothing else. `carrier` is what diagnostics name. */
export function bareSchema(
  context: SchemaContext,
  shape: DataShape,
  carrier: ShapeId = shape.id,
): JsonSchema {
  switch (shape.kind) {
    case "structure":
      return structureSchema(context, shape);
    case "union":
      return unionSchema(context, shape);
    case "list":
      return listSchema(context, shape);
    case "map":
      return mapSchema(context, shape);
    case "enum":
      return enumSchema("string", shape.members.map(enumValue));
    case "intEnum":
      return enumSchema("integer", shape.members.map(enumValue));
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
      return simpleSchema(context, shape, carrier);
    default:
      return unreachable(shape);
  }
}

function propertyName({ form, service }: SchemaContext, member: Member): string {
  return form === "wire" ? jsonName(member, service) : member.name;
}

/** Returns an object schema of the members given: all of the structure's, or those of a message's body. */
export function structureSchema(
  context: SchemaContext,
  shape: StructureShape,
  members: readonly Member[] = shape.members,
): JsonSchema {
  const named = members.filter((member) => restPrefix(member) === undefined);
  const required = named.filter((member) => isDemanded(member, context.form));
  return {
    type: "object",
    ...propertiesKeyword(context, shape, named),
    ...restKeyword(context, shape),
    ...(required.length === 0 ? {} : { required: required.map((member) => propertyName(context, member)) }),
  };
}

/** What is said of properties that no member is called after. */
function restKeyword(context: SchemaContext, shape: StructureShape): JsonSchema {
  const member = shape.members.find((each) => restPrefix(each) !== undefined);
  const map = member && findTarget(context, member.target);
  const value = map?.kind === "map" ? map.members.find(({ name }) => name === "value") : undefined;
  if (!member || !map || !value) return {};
  const place = textPlace(member);
  const schema = memberSchema(context, map, place ? asText(value, place) : value);
  const prefix = restPrefix(member) ?? "";
  if (prefix === "") return { additionalProperties: schema };
  // What is called after a member and begins like the others, which no valid model has, would have two schemas.
  if (shape.members.some((each) => each !== member && each.name.startsWith(prefix))) return {};
  return { patternProperties: { [`^${prefix.replace(/[^\w-]/g, "\\$&")}`]: schema } };
}

function asText(member: Member, place: TextPlace): Member {
  return { ...member, traits: { ...member.traits, [TEXT_TRAIT]: place } };
}

function findTarget(context: SchemaContext, id: ShapeId): DataShape | undefined {
  const shape = context.shapes.get(id) ?? context.known?.get(id) ?? PRELUDE_SHAPES.get(id);
  return shape && isDataShape(shape) ? shape : undefined;
}

function unionSchema(context: SchemaContext, shape: UnionShape): JsonSchema {
  return {
    type: "object",
    ...propertiesKeyword(context, shape, shape.members),
    minProperties: 1,
    maxProperties: 1,
  };
}

function propertiesKeyword(
  context: SchemaContext,
  shape: StructureShape | UnionShape,
  members: readonly Member[],
): JsonSchema {
  if (members.length === 0) return {};
  const properties = members.map((member) => [
    propertyName(context, member),
    memberSchema(context, shape, member),
  ]);
  return { properties: Object.fromEntries(properties) };
}

function listSchema(context: SchemaContext, shape: ListShape): JsonSchema {
  const [member] = shape.members;
  return {
    type: "array",
    ...(member ? { items: nullable(shape, memberSchema(context, shape, member)) } : {}),
    ...(hasTrait(shape, "uniqueItems") ? { uniqueItems: true } : {}),
    ...constraintKeywords(context, shape),
  };
}

function mapSchema(context: SchemaContext, shape: MapShape): JsonSchema {
  if (context.xml) return entriesSchema(context, shape, "entry");
  const key = shape.members.find(({ name }) => name === "key");
  const value = shape.members.find(({ name }) => name === "value");
  return {
    type: "object",
    ...(value ? { additionalProperties: nullable(shape, memberSchema(context, shape, value)) } : {}),
    ...(key && constrainsKeys(context, key) ? { propertyNames: memberSchema(context, shape, key) } : {}),
    ...constraintKeywords(context, shape),
  };
}

/** A map as XML has it: a list of entries (Smithy 2.0, "XML bindings"). */
function entriesSchema(context: SchemaContext, shape: MapShape, name: string): JsonSchema {
  const properties = shape.members.map((member) => [member.name, memberSchema(context, shape, member)]);
  const entry = {
    type: "object",
    properties: Object.fromEntries(properties),
    required: hasTrait(shape, "sparse") ? ["key"] : shape.members.map((member) => member.name),
    xml: { name },
  };
  return { type: "array", items: entry, ...constraintKeywords(context, { ...shape, kind: "list" }) };
}

function constrainsKeys(context: SchemaContext, key: Member): boolean {
  const target = context.shapes.get(key.target);
  if (target?.kind === "enum") return true;
  const of = { kind: "string", id: key.name } as const;
  const silent = { ...context, report: () => {} }; // the key's own schema reports
  return [target?.traits ?? NO_TRAITS, key.traits].some(
    (traits) => Object.keys(constraintKeywords(silent, { ...of, traits })).length > 0,
  );
}

function nullable(shape: ListShape | MapShape, schema: JsonSchema): JsonSchema {
  return hasTrait(shape, "sparse") ? { anyOf: [schema, { type: "null" }] } : schema;
}

function enumSchema(type: "string" | "integer", declared: readonly (string | number)[]): JsonSchema {
  const fits = (value: string | number) => (typeof value === "string") === (type === "string");
  const values = [...new Set(declared.filter(fits))];
  return values.length === 0 ? { type } : { type, enum: values };
}

/** Lists in lists are written in place to this depth. */
const DEEPEST = 8;

/**
 * Returns the schema of a member: a `$ref` to its target's, the member's own constraints and description beside it.
 * Where a member's trait replaces the same trait of its target, and for prelude shapes, the target is written in place.
 */
export function memberSchema(context: SchemaContext, container: Shape, member: Member): JsonSchema {
  if (!context.xml) return plainMemberSchema(context, container, member);
  const target = findTarget(context, member.target);
  if (target && isFlattened(member, target)) return flattenedSchema(context, container, { member, target });
  const property = container.kind === "list" ? undefined : member.name;
  return {
    ...plainMemberSchema(context, container, member),
    ...memberXml(member, { container, target, property, shapes: context.known?.values() ?? [] }),
    ...unsaidNamespace(context, member, { id: sourceId(container, member), element: target }),
  };
}

/** Entries that stand in place of their list or map have the member's name. */
function flattenedSchema(
  context: SchemaContext,
  container: Shape,
  { member, target }: { readonly member: Member; readonly target: DataShape },
): JsonSchema {
  const id = sourceId(container, member);
  const inner = { ...context, written: [...(context.written ?? []), member.target] };
  const { items, ...list } = bareSchema(inner, mergeTraits(context, target, member), id);
  const xml = memberXml(
    { ...member, traits: { ...member.traits, "smithy.api#xmlName": elementName(member) } },
    { container, target: undefined, property: undefined, shapes: [] },
  );
  return { ...list, items: { ...(items as JsonSchema), ...xml }, ...annotations(context, member, id) };
}

function plainMemberSchema(context: SchemaContext, container: Shape, member: Member): JsonSchema {
  const id = sourceId(container, member);
  const notes = annotations(context, member, id);
  const place = textPlace(member);
  if (place) return { ...memberText(context, member, { place, id }), ...notes };
  const target = context.shapes.get(member.target);
  const written = context.written ?? [];
  if (target && context.form === "sdk" && isEventStream(target)) {
    return programType("AsyncIterable", { items: referTo(context, target), ...notes });
  }
  const isTooDeep = written.includes(member.target) || written.length >= DEEPEST;
  if (target && (isTooDeep || !replacesTraits(context, target, member))) {
    const reference = referTo(context, target);
    const limits = constraintKeywords(context, {
      kind: target.kind,
      id,
      traits: member.traits,
      target: target.traits,
    });
    if (Object.keys(limits).length === 0 || isProgramType(context, target)) return { ...reference, ...notes };
    const type = limitedType(context, target);
    if (type !== undefined) return { ...reference, type, ...limits, ...notes };
  }
  const shape = findTarget(context, member.target);
  if (!shape) return notes;
  const inner = { ...context, written: [...written, member.target] };
  return { ...bareSchema(inner, mergeTraits(context, shape, member), id), ...notes };
}

function referTo({ refPrefix, names }: SchemaContext, { id }: DataShape): JsonSchema {
  return { $ref: `${refPrefix}${names.of(id)}` };
}

/** Whether values are not of JSON, so that its limits say nothing of them. */
function isProgramType({ form }: SchemaContext, shape: DataShape): boolean {
  return form === "sdk" && isSimple(shape) && programSchema(shape) !== undefined;
}

/** The type that a shape's limits are for; `undefined` where the shape allows several. */
function limitedType({ form }: SchemaContext, { kind }: DataShape): string | undefined {
  switch (kind) {
    case "list":
      return "array";
    case "map":
      return "object";
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "bigInteger":
      return "integer";
    case "bigDecimal":
      return "number";
    case "float":
    case "double":
      return form === "sdk" ? "number" : undefined;
    default:
      return "string";
  }
}

/** Returns the schema of a text. Enums that have a schema are referred to; all else is written in place. */
function memberText(
  context: SchemaContext,
  member: Member,
  { place, id }: { readonly place: TextPlace; readonly id: ShapeId },
): JsonSchema {
  const shape = findTarget(context, member.target);
  if (!shape) return { type: "string" };
  if (shape.kind === "enum" && context.shapes.has(shape.id))
    return { $ref: `${context.refPrefix}${context.names.of(shape.id)}` };
  const inner = { ...context, written: [...(context.written ?? []), member.target] };
  const item = (each: Member) => memberSchema(inner, shape, asText(each, place));
  const plain = (each: DataShape) => bareSchema(inner, each, id);
  return textSchema({ place, plain, item }, mergeTraits(context, shape, member));
}

/** Returns a target as it is at a member's place. */
function mergeTraits(context: SchemaContext, target: DataShape, member: Member): DataShape {
  const own = CONSTRAINT_TRAITS.flatMap((id) => {
    const value = member.traits[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  const traits: Traits = { ...target.traits, ...Object.fromEntries(own) };
  return setTimes(context, { ...target, traits }, member);
}

/** Returns a target with the formats of times at a member's place; programs have dates, whatever their format. */
function setTimes({ form, model, service }: SchemaContext, target: DataShape, member: Member): DataShape {
  return form === "wire" ? placeTimes(model, target, { member, service }) : target;
}

function replacesTraits(context: SchemaContext, target: DataShape, member: Member): boolean {
  const { xml } = context;
  if (setTimes(context, target, member) !== target) return true;
  if (xml && target.kind === "map" && member.traits["smithy.api#length"] !== undefined) return true;
  if (target.kind === "string" && needsLength(target.traits, member.traits)) return true;
  return CONSTRAINT_TRAITS.some((id) => member.traits[id] !== undefined && target.traits[id] !== undefined);
}
