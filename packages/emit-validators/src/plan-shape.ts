import { type DataShape, isDataShape, isOpenStructure, restPrefix, textPlace } from "@shapelog/emit";
import {
  enumValue,
  findBlobPayload,
  findShape,
  hasTrait,
  isAggregate,
  isDemanded,
  isEventStream,
  jsonName,
  lengthBounds,
  type Member,
  memberId,
  placeTimes,
  type Shape,
  type ShapeId,
  type StructureShape,
  type Traits,
  unreachable,
} from "@shapelog/model";
import {
  type Check,
  HIDDEN,
  type MemberCheck,
  NULL_IS_ABSENT,
  type StreamTakes,
  type StructureCheck,
} from "./check.js";
import type { Place, PlanContext } from "./plan-context.js";
import { planSimple } from "./plan-simple.js";
import { planText } from "./plan-text.js";

/** Structures and unions of at most this many simple members are written in place of a call. */
const INLINE_MEMBERS = 8;

/** Lists and maps are written in place to this depth; then they are called, unless a member changes their traits. */
const INLINE_NESTING = 4;

/** Traits of a member that hold in place of its target's (Smithy 2.0, "Constraint traits"). */
const MEMBER_TRAITS = ["length", "range", "pattern"].map((name) => `smithy.api#${name}`);

/** Plans the check of a shape on its own, as its compiled function has it. */
export function planShape(context: PlanContext, shape: DataShape): Check {
  const name = context.names.of(shape.id);
  const { id } = shape;
  return planInPlace(context, shape, {
    id,
    shape: id,
    name,
    root: id,
    flags: hiddenBy(shape),
    below: 0,
    nesting: 0,
  });
}

/** Plans the check of what a member targets. `outer` is its container's place. */
function planTarget(context: PlanContext, member: Member, outer: Place): Check {
  const check = planPlaced(context, member, outer);
  return (outer.flags & HIDDEN) === 0 ? check : { ...check, below: outer.below + 1 };
}

/** Plans a check with the member's traits over the target's. */
function planPlaced(context: PlanContext, member: Member, outer: Place): Check {
  const target =
    context.shapes.get(member.target) ??
    context.known.get(member.target) ??
    findShape(context.model, member.target);
  if (!target || !isDataShape(target)) return { kind: "any", flags: 0 };
  if (isEventStream(target)) return { kind: context.form === "sdk" ? "events" : "any", flags: 0 };
  const own = MEMBER_TRAITS.filter((id) => member.traits[id] !== undefined);
  const timed = placeTimes(context.model, target, { member, service: context.service });
  const isOwn = own.length > 0 || timed !== target;
  const place: Place = {
    id: isOwn ? memberId(outer.shape, member.name) : target.id,
    shape: target.id,
    name: isOwn ? `${outer.name}_${member.name}` : nameOf(context, target.id),
    root: outer.root,
    flags: (outer.flags & HIDDEN) | hiddenBy(target) | hiddenBy(member),
    below: (outer.flags & HIDDEN) === 0 ? 0 : outer.below + 1,
    nesting: outer.nesting,
    takes: takesOf(context, member, outer),
  };
  const text = textPlace(member);
  if (text === undefined && isCalled(context, target, place)) {
    const group = context.cycles.get(target.id);
    const counted = group !== undefined && group === context.cycles.get(place.root);
    return { kind: "call", name: nameOf(context, target.id), counted, flags: place.flags };
  }
  const traits: Traits = { ...timed.traits, ...pickTraits(member.traits, own) };
  const placed = { ...timed, traits };
  if (text === undefined) return planInPlace(context, placed, place);
  return planText(
    { place: text, flags: place.flags, plan: (inner) => planInPlace(context, inner, place) },
    placed,
  );
}

/** Returns what commands take in place of a blob's bytes: they take more in the one that is the body. */
function takesOf(
  { form, model, shapes, inputs }: PlanContext,
  member: Member,
  { shape }: Place,
): StreamTakes | undefined {
  const container = shapes.get(shape);
  if (form === "wire" || !inputs.has(shape) || container?.kind !== "structure") return undefined;
  const payload = findBlobPayload(model, container);
  if (payload?.member.name !== member.name) return undefined;
  return payload.kind === "stream" ? "streamed" : "body";
}

function isCalled(context: PlanContext, target: DataShape, place: Place): boolean {
  if (!context.shapes.has(target.id) || !isAggregate(target)) return false;
  switch (target.kind) {
    case "structure":
    case "union":
      if (!context.known.has(target.id)) return true; // a piece has functions of its own
      return target.members.length > INLINE_MEMBERS || !target.members.every((m) => isPlain(context, m));
    case "list":
    case "map":
      // A member's traits cannot be passed to a call. Without the second limit a list of itself would never end.
      return place.nesting >= (place.id === place.shape ? INLINE_NESTING : 2 * INLINE_NESTING);
    default:
      return false;
  }
}

function isPlain(context: PlanContext, member: Member): boolean {
  const target = findShape(context.model, member.target);
  return !target || !isAggregate(target) || target.kind === "enum" || target.kind === "intEnum";
}

function planInPlace(context: PlanContext, shape: DataShape, place: Place): Check {
  const { flags } = place;
  switch (shape.kind) {
    case "structure":
      return {
        kind: "structure",
        name: place.name,
        members: namedMembers(shape).map((member) => planMember(context, member, place)),
        isError: hasTrait(shape, "error"),
        ...(isOpenStructure(shape) ? { isOpen: true } : {}),
        ...planRest(context, shape, place),
        ...envelopeOf(context, shape),
        flags,
      };
    case "union":
      return {
        kind: "union",
        name: place.name,
        members: shape.members.map((member) => planAlternative(context, member, place)),
        flags,
      };
    case "list":
      return planList(context, shape, place);
    case "map":
      return planMap(context, shape, place);
    case "enum":
      return planEnum(shape.members.map(enumValue), "string", place);
    case "intEnum":
      return planEnum(shape.members.map(enumValue), "number", place);
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
      return planSimple(context, shape, place);
    default:
      return unreachable(shape);
  }
}

function namedMembers({ members }: StructureShape): readonly Member[] {
  return members.filter((member) => restPrefix(member) === undefined);
}

/** What is left beside the members is a map whose keys are what follows the prefix. */
function planRest(
  context: PlanContext,
  { members }: StructureShape,
  place: Place,
): Pick<StructureCheck, "rest"> {
  const member = members.find((each) => restPrefix(each) !== undefined);
  if (!member) return {};
  const prefix = restPrefix(member) ?? "";
  const check = planTarget(context, member, { ...place, nesting: 0 });
  return check.kind === "map" ? { rest: { prefix, check: { ...check, prefix } } } : {};
}

/** In the program form outputs and errors are what clients return and throw. */
function envelopeOf({ form, outputs }: PlanContext, shape: Shape) {
  if (form === "wire") return {};
  if (hasTrait(shape, "error")) return { envelope: "error" } as const;
  return outputs.has(shape.id) ? ({ envelope: "output" } as const) : {};
}

function planMember(context: PlanContext, member: Member, place: Place): MemberCheck {
  const required = isDemanded(member, context.demands);
  const check = planTarget(context, member, { ...place, nesting: 0 });
  return {
    name: propertyName(context, member),
    required,
    check: required ? check : allowNull(check),
  };
}

/** No member of a union has to be set, whatever its traits say: another one can be (Smithy 2.0, "Union"). */
function planAlternative(context: PlanContext, member: Member, place: Place): MemberCheck {
  const { name, check } = planMember(context, member, place);
  return { name, required: false, check: allowNull(check) };
}

function propertyName({ form, service }: PlanContext, member: Member): string {
  return form === "wire" ? jsonName(member, service) : member.name;
}

function planList(context: PlanContext, shape: Extract<Shape, { kind: "list" }>, place: Place): Check {
  const [member] = shape.members;
  const sparse = hasTrait(shape, "sparse");
  const item = planItem(context, member, place);
  return {
    kind: "list",
    item: sparse ? item : allowNull(item),
    sparse,
    unique: hasTrait(shape, "uniqueItems"),
    length: lengthBounds(shape),
    flags: place.flags,
  };
}

function planMap(context: PlanContext, shape: Extract<Shape, { kind: "map" }>, place: Place): Check {
  const [key, value] = ["key", "value"].map((name) => shape.members.find((member) => member.name === name));
  const sparse = hasTrait(shape, "sparse");
  const check = planItem(context, value, place);
  return {
    kind: "map",
    key: planItem(context, key, place),
    value: sparse ? check : allowNull(check),
    sparse,
    length: lengthBounds(shape),
    flags: place.flags,
  };
}

function planItem(context: PlanContext, member: Member | undefined, place: Place): Check {
  if (!member) return { kind: "any", flags: 0 };
  return planTarget(context, member, { ...place, nesting: place.nesting + 1 });
}

function planEnum(
  declared: readonly (string | number)[],
  type: "string" | "number",
  { name, flags }: Place,
): Check {
  const values = [...new Set(declared.filter((value) => typeof value === type))];
  if (values.length > 0) return { kind: "enum", name, values, flags };
  if (type === "string") return { kind: "string", length: {}, flags };
  return { kind: "number", type: "integer", range: {}, flags };
}

function allowNull(check: Check): Check {
  return { ...check, flags: check.flags | NULL_IS_ABSENT };
}

function hiddenBy(of: Shape | Member): number {
  return hasTrait(of, "sensitive") ? HIDDEN : 0;
}

function nameOf(context: PlanContext, id: ShapeId): string {
  return context.names.all.get(id) ?? "Prelude";
}

function pickTraits(traits: Traits, ids: readonly string[]): Traits {
  return Object.fromEntries(ids.map((id) => [id, traits[id] ?? null]));
}
