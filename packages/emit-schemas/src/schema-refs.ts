import type { DataShape, Names } from "@shapelog/emit";
import {
  findMember,
  findShape,
  type ListShape,
  type MapShape,
  type Member,
  type Model,
  type Shape,
  type ShapeId,
  statedTimestampFormat,
  UNIT,
} from "@shapelog/model";
import { printList, printTraits, readTraits, type SchemaTraits } from "./schema-traits.js";

/** What schemas refer to each other by. */
export interface SchemaRefs {
  readonly model: Model;
  readonly names: Names;
  /** The shapes that have a schema of their own. */
  readonly shapes: ReadonlyMap<ShapeId, DataShape>;
}

/** The signs of `@smithy/types` for simple shapes of these kinds. */
const SIGNS: Readonly<Partial<Record<Shape["kind"], number>>> = {
  string: 0,
  enum: 0,
  byte: 1,
  short: 1,
  integer: 1,
  intEnum: 1,
  long: 1,
  float: 1,
  double: 1,
  boolean: 2,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
};
const STREAMING_BLOB = 42;
const TIMESTAMPS = { default: 4, "date-time": 5, "http-date": 6, "epoch-seconds": 7 } as const;

/** What, added to the sign of a simple shape, stands for a list or a map of it. */
const LIST = 64;
const MAP = 128;

/** What is said of a structure or operation that has no members. */
const NOTHING = `"unit"`;

/** Returns the name of a shape's schema, which no shape's own name can be. */
export function schemaName(names: Names, id: ShapeId): string {
  return `${names.of(id)}$`;
}

/** Returns the sign of a simple shape as code. */
export function printSign({ model }: SchemaRefs, shape: Shape): string {
  return `${signOf(model, shape) ?? SIGNS.document}`;
}

/** Returns the sign of a simple shape, `undefined` for the others. */
function signOf(model: Model, shape: Shape): number | undefined {
  if (shape.kind === "timestamp") return TIMESTAMPS[statedTimestampFormat(model, shape) ?? "default"];
  if (shape.kind === "blob" && readTraits(shape.traits).has("streaming")) return STREAMING_BLOB;
  return SIGNS[shape.kind];
}

/** Returns what an operation or a member says of a shape: its sign where that is all there is to know, else its schema. */
export function printRef(refs: SchemaRefs, id: ShapeId): string {
  if (id === UNIT) return NOTHING;
  const shape = findTarget(refs, id);
  const sign = shape && plainSign(refs, shape);
  if (sign !== undefined) return sign;
  return refs.shapes.has(id) ? `() => ${schemaName(refs.names, id)}` : `${SIGNS.document}`;
}

/** Returns what a shape says of a member: what it targets, with the member's own traits where it has any. */
export function printMember(refs: SchemaRefs, member: Member): string {
  const { model } = refs;
  const own = readTraits(member.traits);
  const target = findTarget(refs, member.target);
  if (target?.kind !== "timestamp") return withTraits(printRef(refs, member.target), own);
  // The number of a time's format stands in place of its shape, whose traits the member then has to tell.
  const sign = TIMESTAMPS[statedTimestampFormat(model, member) ?? "default"];
  if (sign === signOf(model, target)) return withTraits(printRef(refs, member.target), own);
  return withTraits(`${sign}`, new Map([...readTraits(target.traits), ...own]));
}

function withTraits(ref: string, traits: SchemaTraits): string {
  return traits.size === 0 ? ref : printList([ref, printTraits(traits)]);
}

/** Returns the sign of a shape without traits: simple, or a list or map of such. */
function plainSign(refs: SchemaRefs, shape: Shape): string | undefined {
  if (readTraits(shape.traits).size > 0) return undefined;
  if (shape.kind === "list") return withContainer(LIST, plainPart(refs, shape, "member"));
  if (shape.kind === "map") {
    const isPlainKey = plainPart(refs, shape, "key") === `${SIGNS.string}`;
    return isPlainKey ? withContainer(MAP, plainPart(refs, shape, "value")) : undefined;
  }
  const sign = signOf(refs.model, shape);
  return sign === undefined ? undefined : `${sign}`;
}

/** Returns what a list or map says of a member of it, where that is a sign alone. */
function plainPart(refs: SchemaRefs, shape: ListShape | MapShape, name: string): string | undefined {
  const member = findMember(shape, name);
  const target = member && findTarget(refs, member.target);
  if (!target || isContainer(target)) return undefined;
  const printed = printMember(refs, member);
  return /^\d+$/.test(printed) ? printed : undefined;
}

function withContainer(container: number, sign: string | undefined): string | undefined {
  return sign === undefined ? undefined : `${container} | ${sign}`;
}

function findTarget({ model, shapes }: SchemaRefs, id: ShapeId): Shape | undefined {
  return shapes.get(id) ?? findShape(model, id);
}

function isContainer({ kind }: Shape): boolean {
  return kind === "list" || kind === "map";
}
