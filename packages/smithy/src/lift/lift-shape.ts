import {
  type Binding,
  isNodeNumber,
  type Member,
  memberId,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
  unreachable,
} from "@shapelog/model";
import type {
  ApplyStatement,
  EnumMemberNode,
  MemberNode,
  ObjectNode,
  OperationProperty,
  ShapeStatement,
  ValueNode,
} from "../idl/syntax.js";
import { findAppliedMembers } from "./applied-members.js";
import { liftAppliedTraits, liftTraits } from "./lift-traits.js";
import { liftId, liftObject, liftValue, NOWHERE } from "./lift-value.js";
import type { Lifting } from "./lifting.js";

const DEFAULT = "smithy.api#default";
const VALUE = "smithy.api#enumValue";

/** Returns how a shape is written: its statement, and the traits it puts on members that it inherits. */
export function liftShape(lifting: Lifting, shape: Shape): (ShapeStatement | ApplyStatement)[] {
  const head = {
    ...NOWHERE,
    typeStart: 0,
    name: { ...NOWHERE, name: shapeName(shape.id) },
    mixins: liftIds(lifting, shape.mixins ?? []),
    ...liftTraits(lifting, shape.traits),
  };
  switch (shape.kind) {
    case "enum":
    case "intEnum": {
      const { own, applied, inherited } = findAppliedMembers(lifting.model, shape);
      const members = own.map((member) => {
        const isNamed = shape.kind === "enum" && !inherited.has(member.name);
        return liftEnumMember(lifting, member, isNamed);
      });
      const statement = { kind: "enumShape", type: shape.kind, ...head, members } as const;
      return [statement, ...applied.map((member) => liftApply(lifting, shape.id, member))];
    }
    case "list":
    case "map":
    case "structure":
    case "union": {
      const { own, applied } = findAppliedMembers(lifting.model, shape);
      const members = own.map((member) => liftMember(lifting, member));
      const statement = { kind: "aggregateShape", type: shape.kind, ...head, members } as const;
      return [statement, ...applied.map((member) => liftApply(lifting, shape.id, member))];
    }
    case "operation":
      return [{ kind: "operationShape", ...head, properties: liftOperation(lifting, shape) }];
    case "service":
      return [{ kind: "entityShape", type: "service", ...head, body: liftService(lifting, shape) }];
    case "resource":
      return [{ kind: "entityShape", type: "resource", ...head, body: liftResource(lifting, shape) }];
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
      return [{ kind: "simpleShape", type: shape.kind, ...head }];
    default:
      return unreachable(shape);
  }
}

function liftMember(lifting: Lifting, { name, target, traits }: Member): MemberNode {
  const { [DEFAULT]: assigned, ...rest } = traits;
  return {
    kind: "member",
    ...NOWHERE,
    name: { ...NOWHERE, name },
    target: liftId(lifting.naming.write(target)),
    ...liftTraits(lifting, rest),
    ...(assigned === undefined ? {} : { value: liftValue(assigned) }),
  };
}

/**
 * The value of an enum's member is left out where it is the name and `isNamed`, that is, where a member without a value
 * has its name as such: not in an intEnum, nor where a mixin gives the value.
 */
function liftEnumMember(lifting: Lifting, member: Member, isNamed: boolean): EnumMemberNode {
  const { name } = member;
  const { [VALUE]: value, ...rest } = member.traits;
  const isImplied = isNamed && value === name;
  const isAssigned = !isImplied && (typeof value === "string" || isNodeNumber(value));
  return {
    kind: "enumMember",
    ...NOWHERE,
    name: { ...NOWHERE, name },
    ...liftTraits(lifting, isImplied || isAssigned ? rest : member.traits),
    ...(isAssigned ? { value: liftValue(value) } : {}),
  };
}

function liftApply(lifting: Lifting, shape: ShapeId, { name, traits }: Member): ApplyStatement {
  const nodes = liftAppliedTraits(lifting, traits);
  return {
    kind: "apply",
    ...NOWHERE,
    target: liftId(shapeName(shape) + memberId("", name)),
    block: nodes.length > 1,
    traits: nodes,
  };
}

function liftOperation(lifting: Lifting, { input, output, errors }: OperationShape): OperationProperty[] {
  const target = (name: "input" | "output", id: ShapeId): OperationProperty => ({
    kind: "operationTarget",
    ...NOWHERE,
    name,
    target: liftId(lifting.naming.write(id)),
  });
  const properties = [target("input", input), target("output", output)];
  if (errors.length === 0) return properties;
  return [...properties, { kind: "operationErrors", ...NOWHERE, errors: liftIds(lifting, errors) }];
}

function liftService(lifting: Lifting, shape: ServiceShape): ObjectNode {
  const renames = shape.rename.map(({ shape: id, name }) => [id, liftValue(name)] as const);
  return liftObject([
    ...(shape.version === "" ? [] : [["version", liftValue(shape.version)] as const]),
    ...liftList(lifting, "operations", shape.operations),
    ...liftList(lifting, "resources", shape.resources),
    ...liftList(lifting, "errors", shape.errors),
    ...(renames.length === 0 ? [] : [["rename", liftObject(renames)] as const]),
  ]);
}

function liftResource(lifting: Lifting, shape: ResourceShape): ObjectNode {
  return liftObject([
    ...liftBindings(lifting, "identifiers", shape.identifiers),
    ...liftBindings(lifting, "properties", shape.properties),
    ...shape.lifecycle.map(({ name, target }) => [name, liftId(lifting.naming.write(target))] as const),
    ...liftList(lifting, "operations", shape.operations),
    ...liftList(lifting, "collectionOperations", shape.collectionOperations),
    ...liftList(lifting, "resources", shape.resources),
  ]);
}

function liftBindings(
  lifting: Lifting,
  key: string,
  bindings: readonly Binding[],
): (readonly [string, ValueNode])[] {
  if (bindings.length === 0) return [];
  const entries = bindings.map(({ name, target }) => [name, liftId(lifting.naming.write(target))] as const);
  return [[key, liftObject(entries)]];
}

function liftList(lifting: Lifting, key: string, ids: readonly ShapeId[]): (readonly [string, ValueNode])[] {
  return ids.length === 0 ? [] : [[key, { kind: "array", ...NOWHERE, elements: liftIds(lifting, ids) }]];
}

function liftIds({ naming }: Lifting, ids: readonly ShapeId[]) {
  return ids.map((id) => liftId(naming.write(id)));
}
