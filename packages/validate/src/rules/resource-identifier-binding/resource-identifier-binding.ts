import {
  findMember,
  type OperationShape,
  type ResourceShape,
  type Shape,
  type ShapeId,
  stringTrait,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { findIdentifierBindings, isCollectionOperation } from "../../knowledge/identifier-bindings.js";
import { operationsOf } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

type Fault =
  | {
      readonly kind: "overridden" | "conflict";
      readonly identifier: string;
      readonly members: readonly string[];
    }
  | {
      readonly kind: "parent";
      readonly resource: ShapeId;
      readonly parent: ShapeId;
      readonly missing: readonly string[];
    }
  | {
      readonly kind: "collection" | "instance";
      readonly resource: ShapeId;
      readonly missing: readonly string[];
    };

/** Operations of resources that do not bind the right identifiers (Smithy 2.0, "Binding identifiers to operations"). */
export const resourceIdentifierBinding = defineRule({
  name: "ResourceIdentifierBinding",
  events: {
    ResourceIdentifierBinding: {
      severity: "error",
      message: (d: { shape: ShapeId; fault: Fault }) => `${d.shape} ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    const structures = new Map(context.withTrait("resourceIdentifier").map(({ shape }) => [shape.id, shape]));
    for (const shape of structures.values()) {
      for (const fault of findConflicts(shape)) {
        const severity = fault.kind === "overridden" ? ("warning" as const) : undefined;
        yield event("ResourceIdentifierBinding", { shape: shape.id, severity }, { shape: shape.id, fault });
      }
    }
    for (const resource of context.ofKind("resource")) {
      for (const { operation, fault } of findMisbound(context, resource)) {
        yield event("ResourceIdentifierBinding", { shape: operation }, { shape: operation, fault });
      }
    }
  },
});

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "overridden":
      return `has the identifier "${fault.identifier}" by name, but @resourceIdentifier gives it to ${fault.members.join(", ")}.`;
    case "conflict":
      return `gives the identifier "${fault.identifier}" to several members: ${fault.members.join(", ")}. Leave one.`;
    case "parent":
      return `is bound to ${fault.resource}, below ${fault.parent}, and lacks identifiers of the latter in its input: ${fault.missing.join(", ")}.`;
    case "collection":
      return `is bound to all of ${fault.resource}, but its input has every identifier of one. Bind it as an instance operation.`;
    default:
      return `is bound to one ${fault.resource}, but its input lacks required members for: ${fault.missing.join(", ")}.`;
  }
}

function findConflicts(shape: Shape): readonly Fault[] {
  if (shape.kind !== "structure") return [];
  const explicit = new Map<string, string[]>();
  for (const member of shape.members) {
    const identifier = stringTrait(member, "resourceIdentifier");
    if (identifier !== undefined) addToList(explicit, identifier, member.name);
  }
  return [...explicit].flatMap(([identifier, members]) => {
    const faults: Fault[] = [];
    const named = findMember(shape, identifier);
    if (named && stringTrait(named, "resourceIdentifier") === undefined) {
      faults.push({ kind: "overridden", identifier, members });
    }
    if (members.length > 1) faults.push({ kind: "conflict", identifier, members });
    return faults;
  });
}

interface Misbound {
  readonly operation: ShapeId;
  readonly fault: Fault;
}

function findMisbound(context: ValidationContext, resource: ResourceShape): readonly Misbound[] {
  const found: Misbound[] = [];
  for (const id of new Set(operationsOf(resource))) {
    const operation = context.shape(id);
    if (operation?.kind !== "operation") continue;
    const missing = findMissing(context, resource, operation);
    const isCollection = isCollectionOperation(resource, operation);
    if (isCollection && missing.length === 0) {
      found.push({ operation: id, fault: { kind: "collection", resource: resource.id, missing } });
    }
    if (!isCollection && missing.length > 0) {
      found.push({ operation: id, fault: { kind: "instance", resource: resource.id, missing } });
    }
  }
  for (const childId of resource.resources) {
    const child = context.shape(childId);
    if (child?.kind === "resource")
      for (const each of findUnboundBelow(context, resource, child)) found.push(each);
  }
  return found;
}

/** Returns the identifiers that no member of the input gives with the identifier's own shape. */
function findMissing(
  context: ValidationContext,
  resource: ResourceShape,
  operation: OperationShape,
): readonly string[] {
  const bindings = findIdentifierBindings(context, resource, operation.input);
  const input = context.shape(operation.input);
  return resource.identifiers.flatMap(({ name, target }) => {
    const bound = bindings.get(name);
    const member = bound === undefined || !input ? undefined : findMember(input, bound);
    return member?.target === target ? [] : [name];
  });
}

function findUnboundBelow(
  context: ValidationContext,
  parent: ResourceShape,
  child: ResourceShape,
): readonly Misbound[] {
  return [...new Set(operationsOf(child))].flatMap((id) => {
    const operation = context.shape(id);
    if (operation?.kind !== "operation") return [];
    const bindings = findIdentifierBindings(context, child, operation.input);
    const missing = parent.identifiers.map(({ name }) => name).filter((name) => !bindings.has(name));
    if (missing.length === 0) return [];
    return [{ operation: id, fault: { kind: "parent", resource: child.id, parent: parent.id, missing } }];
  });
}
