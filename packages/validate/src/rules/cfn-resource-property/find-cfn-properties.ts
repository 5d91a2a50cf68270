import {
  hasTrait,
  isNodeArray,
  type Member,
  memberId,
  type NodeValue,
  type OperationShape,
  type ResourceShape,
  type ShapeId,
  type StructureShape,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { findIdentifierBindings } from "../../knowledge/identifier-bindings.js";
import { findPropertyBindings } from "../../knowledge/property-bindings.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { operationsOf } from "../../knowledge/top-down.js";

type Targets = Map<string, Set<ShapeId>>;

/** The operations that properties come from, and the side of each. */
const SOURCES = [
  ["read", "output"],
  ["put", "input"],
  ["create", "input"],
  ["update", "input"],
] as const;

/**
 * Returns what each property of the CloudFormation resource targets: the identifiers, the members of the lifecycle
 * operations, and those of the additional schemas; without what is excluded.
 */
export function findCfnProperties(
  context: ValidationContext,
  resource: ResourceShape,
  value: Readonly<Record<string, NodeValue>>,
): ReadonlyMap<string, ReadonlySet<ShapeId>> {
  const targets: Targets = new Map(resource.identifiers.map(({ name, target }) => [name, new Set([target])]));
  for (const [slot, side] of SOURCES) {
    const operation = operationOf(context, resource, slot);
    const structure = operation && findPropertyBindings(context, resource, operation[side])?.structure;
    if (!operation || !structure) continue;
    if (slot === "read") addAdditionalIdentifiers(targets, structureOf(context, operation.input));
    const identifiers = new Set(findIdentifierBindings(context, resource, operation.input).values());
    const properties = findProperties(context, structure);
    addTargets(
      targets,
      properties.filter(({ name }) => !identifiers.has(name)),
    );
  }
  for (const id of isNodeArray(value.additionalSchemas) ? value.additionalSchemas : []) {
    const structure = typeof id === "string" ? structureOf(context, id) : undefined;
    if (!structure) continue;
    addAdditionalIdentifiers(targets, structure);
    addTargets(targets, findProperties(context, structure));
  }
  return targets;
}

function operationOf(
  context: ValidationContext,
  { lifecycle }: ResourceShape,
  slot: string,
): OperationShape | undefined {
  const id = lifecycle.find(({ name }) => name === slot)?.target;
  const shape = id === undefined ? undefined : context.shape(id);
  return shape?.kind === "operation" ? shape : undefined;
}

/** An additional identifier takes the place of what had its name. */
function addAdditionalIdentifiers(targets: Targets, structure: StructureShape | undefined): void {
  for (const member of structure?.members ?? []) {
    if (!hasTrait(member, "aws.cloudformation#cfnAdditionalIdentifier")) continue;
    targets.set(member.name, new Set([member.target]));
  }
}

/** Finds the members of a structure that may stand for properties of the CloudFormation resource. */
function findProperties(context: ValidationContext, { id, members }: StructureShape): readonly Member[] {
  const others = context.know(findOtherMembers);
  return members.filter(
    (member) =>
      !hasTrait(member, "aws.cloudformation#cfnExcludeProperty") && !others.has(memberId(id, member.name)),
  );
}

function addTargets(targets: Targets, members: readonly Member[]): void {
  for (const { name, target } of members) {
    const known = targets.get(name) ?? new Set();
    targets.set(name, known.add(target));
  }
}

/** Finds the members of operations of resources that stand for no property of theirs. */
function findOtherMembers(context: ValidationContext): ReadonlySet<ShapeId> {
  const others = new Set<ShapeId>();
  for (const resource of context.ofKind("resource")) {
    for (const id of operationsOf(resource)) {
      const operation = context.shape(id);
      if (operation?.kind !== "operation") continue;
      for (const side of ["input", "output"] as const) {
        const found = findPropertyBindings(context, resource, operation[side]);
        if (!found) continue;
        const bound = new Set(found.bindings.map(({ member }) => member));
        for (const member of found.structure.members) {
          if (!bound.has(member)) others.add(memberId(found.structure.id, member.name));
        }
      }
    }
  }
  return others;
}
