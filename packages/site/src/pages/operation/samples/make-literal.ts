import {
  bounds,
  ceiling,
  compareNumbers,
  enumValue,
  findServices,
  findShape,
  hasTrait,
  isAggregate,
  isEventStream,
  isNodeNumber,
  isNodeObject,
  isStreamingBlob,
  kindRange,
  lengthBounds,
  type Member,
  type Model,
  type NodeNumber,
  nearestDouble,
  printNumber,
  type Shape,
  type ShapeId,
  type SimpleShape,
  statedRange,
  trait,
  UNIT,
} from "@shapelog/model";
import { exampleText } from "./example-text.js";
import type { Entry, Literal } from "./literal.js";

/** How much of a value is made, and of which form. */
export interface MakeOptions {
  /** Members to leave out although there is room, by name, of the shape itself. */
  readonly without?: ReadonlySet<string>;
  /** How many optional members a structure has, the outermost and those in it. */
  readonly optional: { readonly outer: number; readonly inner: number };
  /** How many values may be made before only what is required is. */
  readonly most: number;
}

/** The time of each example. */
export const EXAMPLE_TIME = "2026-05-01T12:00:00Z";
const DEEPEST = 16;
/** How many times as much as was asked for may be required. */
const MOST_REQUIRED = 8;
const MOST_ITEMS = 3;

interface Making extends MakeOptions {
  readonly model: Model;
  /** What the service is called in the names of its resources. */
  readonly namespace: string;
  made: number;
}

/** Where a value stands: the member that leads to it, the shapes it is in, and which item of a list it is. */
interface Place {
  readonly member?: Member;
  readonly name: string;
  readonly entered: readonly ShapeId[];
  readonly index: number;
}

/**
 * Returns a value of a shape that its constraints allow: what is required, and some of the rest; `undefined` where there
 * is none of reasonable size, such as for a stream of events.
 */
export function makeLiteral(model: Model, id: ShapeId, options: MakeOptions): Literal | undefined {
  const shape = findShape(model, id);
  const making: Making = { ...options, model, namespace: namespaceOf(model), made: 0 };
  return shape && make(making, shape, { name: "example", entered: [], index: 0 });
}

function make(making: Making, shape: Shape, place: Place): Literal | undefined {
  making.made++;
  const { entered, index } = place;
  if (entered.includes(shape.id) || entered.length > DEEPEST) return undefined;
  if (making.made > MOST_REQUIRED * making.most) return undefined;
  switch (shape.kind) {
    case "structure":
      return makeStructure(making, shape.members, { ...place, entered: [...entered, shape.id] });
    case "union":
      return makeUnion(making, shape, { ...place, entered: [...entered, shape.id] });
    case "list":
      return makeList(making, shape, place);
    case "map":
      return makeMap(making, shape, place);
    case "enum":
    case "intEnum": {
      const member = shape.members[index] ?? shape.members[0];
      if (!member) return undefined;
      const value = enumValue(member);
      return typeof value === "string"
        ? { kind: "text", text: value }
        : { kind: "number", digits: String(value) };
    }
    case "boolean":
      return { kind: "boolean", value: true };
    case "timestamp":
      return { kind: "time", text: EXAMPLE_TIME };
    case "blob":
      return { kind: "bytes", text: "example" };
    case "document":
      return { kind: "object", entries: [] };
    case "string":
      return {
        kind: "text",
        text: exampleText({
          shape,
          member: place.member,
          name: place.name,
          index,
          namespace: making.namespace,
        }),
      };
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "bigInteger":
    case "bigDecimal":
      return makeNumber(shape, place);
    default:
      return undefined;
  }
}

/** Returns the service's part of the names of its resources (AWS, "service trait" and "sigv4 trait"). */
function namespaceOf(model: Model): string {
  const [service] = findServices(model);
  const [stated, signed] = ["aws.api#service", "aws.auth#sigv4"].map((id) => service && trait(service, id));
  const name =
    (isNodeObject(stated) && stated.arnNamespace) || (isNodeObject(signed) && signed.name) || "service";
  return typeof name === "string" && /^[a-z0-9-]+$/.test(name) ? name : "service";
}

function makeStructure(making: Making, members: readonly Member[], place: Place): Literal | undefined {
  const isOuter = place.entered.length === 1;
  const entries: Entry[] = [];
  const required = members.filter((member) => hasTrait(member, "required"));
  const room = isOuter ? making.optional.outer : making.optional.inner;
  const optional = members.filter(
    (member) => isWorthwhile(making, member) && !(isOuter && making.without?.has(member.name)),
  );
  const chosen = new Set([...required, ...optional.slice(0, Math.max(0, room - required.length))]);
  for (const member of members) {
    if (!chosen.has(member)) continue;
    const isRequired = hasTrait(member, "required");
    if (!isRequired && making.made >= making.most) continue;
    const value = makeMember(making, member, place);
    if (value) entries.push([member.name, value]);
    else if (isRequired) return undefined;
  }
  return { kind: "object", entries };
}

/** What a first example shows of what can be left out: nothing old, no tokens, no streams. */
function isWorthwhile({ model }: Making, member: Member): boolean {
  const target = findShape(model, member.target);
  const isOld = hasTrait(member, "deprecated") || (target && hasTrait(target, "deprecated"));
  if (!target || isOld || hasTrait(member, "required") || hasTrait(member, "idempotencyToken")) return false;
  return !isEventStream(target) && !isStreamingBlob(target);
}

function makeMember(making: Making, member: Member, { entered }: Place): Literal | undefined {
  const target = findShape(making.model, member.target);
  return target && make(making, target, { member, name: member.name, entered, index: 0 });
}

/** The first alternative that does not lead back; one without a value is an empty structure. */
function makeUnion(making: Making, shape: Shape, place: Place): Literal | undefined {
  if (!isAggregate(shape) || isEventStream(shape)) return undefined;
  for (const member of shape.members) {
    const value: Literal | undefined =
      member.target === UNIT ? { kind: "object", entries: [] } : makeMember(making, member, place);
    if (value) return { kind: "object", entries: [[member.name, value]] };
  }
  return undefined;
}

function makeList(
  making: Making,
  shape: Extract<Shape, { kind: "list" }>,
  place: Place,
): Literal | undefined {
  const [member] = shape.members;
  const target = member && findShape(making.model, member.target);
  const { min = 0, max } = lengthBounds(lengthOf(place.member, shape));
  const count = Math.max(1, Math.min(nearestDouble(min), 100));
  if (!member || !target || (max !== undefined && compareNumbers(max, 0) === 0))
    return { kind: "list", items: [] };
  if (count > MOST_ITEMS && making.made + count > 4 * making.most) return undefined;
  const name = singular(place.name);
  const entered = [...place.entered, shape.id];
  const items = Array.from({ length: count }, (_, index) =>
    make(making, target, { member, name, entered, index }),
  );
  if (items.every((item) => item !== undefined)) return { kind: "list", items };
  return compareNumbers(min, 0) > 0 ? undefined : { kind: "list", items: [] };
}

function makeMap(making: Making, shape: Extract<Shape, { kind: "map" }>, place: Place): Literal | undefined {
  const [key, value] = shape.members;
  const [keys, values] = [key, value].map((member) => member && findShape(making.model, member.target));
  const { min = 0, max } = lengthBounds(lengthOf(place.member, shape));
  if (!key || !value || !keys || !values || (max !== undefined && compareNumbers(max, 0) === 0))
    return { kind: "object", entries: [] };
  const entered = [...place.entered, shape.id];
  const count = Math.max(1, Math.min(nearestDouble(min), MOST_ITEMS));
  const entries = Array.from({ length: count }, (_, index) => {
    const name = make(making, keys, { member: key, name: "key", entered, index });
    const held = make(making, values, { member: value, name: singular(place.name), entered, index });
    return name?.kind === "text" && held ? ([[name.text, held]] as const) : [];
  }).flat();
  if (entries.length >= nearestDouble(min)) return { kind: "object", entries };
  return undefined;
}

/** A member's own constraint holds before its target's (Smithy 2.0, "Constraint traits"). */
function lengthOf(member: Member | undefined, shape: Shape): Pick<Shape, "traits"> {
  return member && hasTrait(member, "length") ? member : shape;
}

function singular(name: string): string {
  return name
    .replace(/(?<=[a-z])(?:List|Set)$/, "")
    .replace(/ies$/, "y")
    .replace(/(?<=[A-Za-z]{2})s$/, "");
}

function makeNumber(shape: SimpleShape, { member, name, index }: Place): Literal {
  const place = member && bounds(member, "range") ? { kind: shape.kind, traits: member.traits } : shape;
  const range = { ...kindRange(shape.kind), ...statedRange(place) };
  const stated = member && trait(member, "default");
  const wish: NodeNumber = isNodeNumber(stated)
    ? stated
    : /max(?:results|items)|pagesize|limit$/i.test(name)
      ? 10
      : 1 + index;
  const isWhole = shape.kind !== "float" && shape.kind !== "double" && shape.kind !== "bigDecimal";
  const clamped = clamp(wish, range);
  const digits = printNumber(isWhole ? ceiling(clamped) : clamped);
  const big = shape.kind === "bigInteger" || shape.kind === "bigDecimal" ? { big: shape.kind } : {};
  return { kind: "number", digits, ...big };
}

function clamp(
  value: NodeNumber,
  { min, max }: { readonly min?: NodeNumber; readonly max?: NodeNumber },
): NodeNumber {
  if (min !== undefined && compareNumbers(value, min) < 0) return min;
  return max !== undefined && compareNumbers(value, max) > 0 ? max : value;
}
