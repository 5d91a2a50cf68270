import {
  type AggregateShape,
  type Member,
  memberId,
  NO_TRAITS,
  type Shape,
  type ShapeId,
  type Traits,
  UNIT,
  unreachable,
} from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type {
  AggregateShapeStatement,
  EnumMemberNode,
  EnumShapeStatement,
  IdNode,
  InlineShapeNode,
  MemberNode,
  OperationShapeStatement,
  ShapeStatement,
} from "../idl/syntax.js";
import { fixedMembers } from "../load/check-mixins.js";
import { ELIDED } from "../load/model-part.js";
import { lowerResource, lowerService } from "./lower-body.js";
import { lowerTraits } from "./lower-traits.js";
import { addToShapes, type Base, type Lowering, placeAt, type WrittenShape } from "./lowering.js";
import { inlineStart, memberStart } from "./positions.js";

/** Adds the shape of a statement to the part, and the shapes that are written inside it. */
export function lowerShape(lowering: Lowering, statement: ShapeStatement): void {
  const id = `${lowering.namespace}#${statement.name.name}`;
  const base = lowerBase(lowering, id, statement);
  addToShapes(lowering, lowerKind(lowering, base, statement), statement.typeStart);
}

function lowerKind(lowering: Lowering, base: Base, statement: ShapeStatement): Shape {
  switch (statement.kind) {
    case "simpleShape":
      return { kind: statement.type, ...base };
    case "enumShape":
      return lowerEnum(lowering, base, statement);
    case "aggregateShape":
      return lowerAggregate(lowering, base, statement);
    case "entityShape":
      return statement.type === "service"
        ? lowerService(lowering, base, statement.body)
        : lowerResource(lowering, base, statement.body);
    case "operationShape":
      return lowerOperation(lowering, base, statement);
    default:
      return unreachable(statement);
  }
}

function lowerBase(lowering: Lowering, id: ShapeId, { traits, documentation, mixins }: WrittenShape): Base {
  const lowered = lowerTraits(lowering, { id, traits, documentation });
  return mixins.length === 0
    ? { id, traits: lowered }
    : { id, traits: lowered, mixins: lowerIds(lowering, mixins) };
}

function lowerIds({ scope }: Lowering, ids: readonly IdNode[]): ShapeId[] {
  return ids.map(({ id }) => scope.resolve(id));
}

function withMembers(kind: AggregateShape["kind"], base: Base, members: readonly Member[]): AggregateShape {
  const { id, traits, mixins } = base;
  return mixins === undefined ? { kind, id, traits, members } : { kind, id, traits, mixins, members };
}

function lowerEnum(lowering: Lowering, base: Base, { type, members }: EnumShapeStatement): Shape {
  const lowered = members.map((member) => lowerEnumMember(lowering, base.id, member));
  return withMembers(type, base, lowered);
}

function lowerEnumMember(lowering: Lowering, shape: ShapeId, node: EnumMemberNode): Member {
  const { name } = node.name;
  const { value, traits, documentation } = node;
  const id = memberId(shape, name);
  const assigned = value && { trait: "smithy.api#enumValue", value };
  return {
    name,
    target: UNIT,
    traits: lowerTraits(lowering, { id, traits, documentation, ...(assigned ? { assigned } : {}) }),
  };
}

function lowerAggregate(lowering: Lowering, base: Base, statement: AggregateShapeStatement): Shape {
  const { type, members, forResource } = statement;
  if (forResource) lowering.resources.set(base.id, lowering.scope.resolve(forResource.id));
  const fixed = fixedMembers({ kind: type === "set" ? "list" : type });
  const lowered = members
    .filter((member) => fixed.length === 0 || isExpected(lowering, base.id, member, fixed))
    .map((member) => lowerMember(lowering, base.id, member));
  if (base.mixins === undefined) reportMissing(lowering, base.id, statement, fixed);
  if (type === "set") return lowerSet(lowering, base, lowered, statement.typeStart);
  return withMembers(type, base, type === "map" ? sortMapMembers(lowered) : lowered);
}

/** A set is a list with `@uniqueItems` (Smithy 2.0, "Migrating from IDL 1.0 to 2.0"). */
function lowerSet(lowering: Lowering, base: Base, members: readonly Member[], start: number): Shape {
  const { id } = base;
  if (lowering.version === "1.0") {
    const place = placeAt(lowering, start);
    lowering.diagnostics.push(smithyDiagnostics.create("deprecated-set", place, { id }));
  }
  return withMembers("list", { ...base, traits: { ...base.traits, "smithy.api#uniqueItems": {} } }, members);
}

function isExpected(lowering: Lowering, of: ShapeId, node: MemberNode, expected: readonly string[]): boolean {
  const { name: member } = node.name;
  if (expected.includes(member)) return true;
  const place = placeAt(lowering, memberStart(node));
  lowering.diagnostics.push(smithyDiagnostics.create("unexpected-member", place, { of, member, expected }));
  return false;
}

function reportMissing(
  lowering: Lowering,
  of: ShapeId,
  { members, typeStart }: AggregateShapeStatement,
  expected: readonly string[],
): void {
  for (const field of expected) {
    if (members.some(({ name }) => name.name === field)) continue;
    const place = placeAt(lowering, typeStart);
    lowering.diagnostics.push(smithyDiagnostics.create("missing-field", place, { of, field }));
  }
}

/** The members of a map have one order, however they are written. */
function sortMapMembers(members: readonly Member[]): readonly Member[] {
  return members.length === 2 && members[0]?.name === "value" ? members.toReversed() : members;
}

function lowerMember(lowering: Lowering, shape: ShapeId, node: MemberNode): Member {
  const { name } = node.name;
  const { target, value, traits, documentation } = node;
  if (target === undefined) lowering.elided.add(shape);
  const bare = traits.length === 0 && documentation === undefined && value === undefined;
  return {
    name,
    target: target === undefined ? ELIDED : lowering.scope.resolve(target.id),
    traits: bare ? NO_TRAITS : lowerMemberTraits(lowering, memberId(shape, name), node),
  };
}

function lowerMemberTraits(lowering: Lowering, id: ShapeId, node: MemberNode): Traits {
  const { traits, documentation, value } = node;
  if (value === undefined) return lowerTraits(lowering, { id, traits, documentation });
  const assigned = { trait: "smithy.api#default", value };
  return lowerTraits(lowering, { id, traits, documentation, assigned });
}

function lowerOperation(lowering: Lowering, base: Base, { properties }: OperationShapeStatement): Shape {
  let input = UNIT;
  let output = UNIT;
  let errors: readonly ShapeId[] = [];
  for (const property of properties) {
    if (property.kind === "operationErrors") errors = lowerIds(lowering, property.errors);
    else if (property.name === "input") {
      const { inputSuffix: suffix } = lowering;
      input = lowerTarget(lowering, property.target, {
        operation: base.id,
        suffix,
        trait: "smithy.api#input",
      });
    } else {
      const { outputSuffix: suffix } = lowering;
      output = lowerTarget(lowering, property.target, {
        operation: base.id,
        suffix,
        trait: "smithy.api#output",
      });
    }
  }
  return { kind: "operation", ...base, input, output, errors };
}

/** Returns the input or output of an operation; one that is written inside it becomes a shape of its own. */
function lowerTarget(
  lowering: Lowering,
  target: IdNode | InlineShapeNode,
  { operation, suffix, trait }: { operation: ShapeId; suffix: string; trait: ShapeId },
): ShapeId {
  if (target.kind === "id") return lowering.scope.resolve(target.id);
  const id = `${operation}${suffix}`;
  const base = lowerBase(lowering, id, target);
  const { forResource } = target;
  if (forResource) lowering.resources.set(id, lowering.scope.resolve(forResource.id));
  const members = target.members.map((member) => lowerMember(lowering, id, member));
  const traits = { ...base.traits, [trait]: base.traits[trait] ?? {} };
  addToShapes(
    lowering,
    withMembers("structure", { ...base, traits }, members),
    inlineStart(lowering.text, target),
  );
  return id;
}
