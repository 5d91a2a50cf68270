import { memberId, type ResourceShape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { findIdentifierBindings } from "../../knowledge/identifier-bindings.js";
import { findPropertyBindings, type PropertyBindings } from "../../knowledge/property-bindings.js";
import { defineRule } from "../../rule.js";

type Fault =
  | { readonly kind: "unused"; readonly property: string }
  | { readonly kind: "target"; readonly property: string; readonly expected: ShapeId }
  | { readonly kind: "unbound" }
  | { readonly kind: "conflict"; readonly property: string; readonly members: readonly string[] };

/** Inputs and outputs that do not fit the properties of their resource (Smithy 2.0, "Resource properties"). */
export const resourceOperationInputOutput = defineRule({
  name: "ResourceOperationInputOutput",
  events: {
    ResourceOperationInputOutput: {
      severity: "error",
      message: (d: { shape: ShapeId; resource: ShapeId; fault: Fault }) =>
        `${d.shape} ${describeFault(d.resource, d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const resource of context.ofKind("resource")) {
      if (resource.properties.length === 0) continue;
      for (const { shape, fault } of checkResource(context, resource)) {
        yield event("ResourceOperationInputOutput", { shape }, { shape, resource: resource.id, fault });
      }
    }
  },
});

function describeFault(resource: ShapeId, fault: Fault): string {
  switch (fault.kind) {
    case "unused":
      return `has the property "${fault.property}", which no create or instance operation takes or gives.`;
    case "target":
      return `stands for the property "${fault.property}" of ${resource}, so it has to target ${fault.expected}.`;
    case "unbound":
      return `is neither a property nor an identifier of ${resource}. Add @property, @resourceIdentifier or @notProperty.`;
    default:
      return `has several members for the property "${fault.property}" of ${resource}: ${fault.members.join(", ")}.`;
  }
}

interface Found {
  readonly shape: ShapeId;
  readonly fault: Fault;
}

function checkResource(context: ValidationContext, resource: ResourceShape): readonly Found[] {
  const found: Found[] = [];
  const used = new Set<string>();
  const slots = resource.lifecycle.filter(({ name }) => name !== "list").map(({ target }) => target);
  for (const id of new Set([...slots, ...resource.operations])) {
    const operation = context.shape(id);
    if (operation?.kind !== "operation") continue;
    const identifiers = new Set(findIdentifierBindings(context, resource, operation.output).values());
    for (const side of ["input", "output"] as const) {
      const bindings = findPropertyBindings(context, resource, operation[side]);
      for (const { property } of bindings?.bindings ?? []) used.add(property);
      if (bindings) for (const each of checkBindings(resource, identifiers, bindings)) found.push(each);
    }
  }
  for (const { name } of resource.properties) {
    if (!used.has(name)) found.push({ shape: resource.id, fault: { kind: "unused", property: name } });
  }
  return found;
}

function checkBindings(
  resource: ResourceShape,
  identifiers: ReadonlySet<string>,
  { structure, bindings }: PropertyBindings,
): readonly Found[] {
  const found: Found[] = [];
  const properties = new Map(resource.properties.map(({ name, target }) => [name, target]));
  const members = new Map<string, string[]>();
  for (const { member, property } of bindings) {
    addToList(members, property, member.name);
    const shape = memberId(structure.id, member.name);
    const expected = properties.get(property);
    if (expected === undefined) {
      if (!identifiers.has(member.name)) found.push({ shape, fault: { kind: "unbound" } });
    } else if (expected !== member.target)
      found.push({ shape, fault: { kind: "target", property, expected } });
  }
  for (const [property, names] of members) {
    if (names.length < 2) continue;
    found.push({ shape: structure.id, fault: { kind: "conflict", property, members: names } });
  }
  return found;
}
