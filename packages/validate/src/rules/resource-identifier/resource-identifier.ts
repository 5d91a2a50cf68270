import type { Binding, ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

interface Mismatch {
  readonly name: string;
  readonly expected: ShapeId;
  readonly found: ShapeId;
}

type Fault =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "missing"; readonly parent: ShapeId; readonly names: readonly string[] }
  | { readonly kind: "mismatch"; readonly parent: ShapeId; readonly mismatches: readonly Mismatch[] };

/** Identifiers that clash with properties or do not repeat those of the parent (Smithy 2.0, "Resource identifiers"). */
export const resourceIdentifier = defineRule({
  name: "ResourceIdentifier",
  events: {
    ResourceIdentifier: {
      severity: "error",
      message: (d: { resource: ShapeId; fault: Fault }) => `${d.resource} ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const { id, identifiers, properties, resources } of context.ofKind("resource")) {
      const names = new Set(properties.map(({ name }) => name.toLowerCase()));
      for (const { name } of identifiers) {
        if (!names.has(name.toLowerCase())) continue;
        yield event("ResourceIdentifier", { shape: id }, { resource: id, fault: { kind: "property", name } });
      }
      for (const child of resources) {
        const shape = context.shape(child);
        if (shape?.kind !== "resource") continue;
        for (const fault of compareIdentifiers(id, identifiers, shape.identifiers)) {
          yield event("ResourceIdentifier", { shape: child }, { resource: child, fault });
        }
      }
    }
  },
});

function describeFault(fault: Fault): string {
  if (fault.kind === "property")
    return `has "${fault.name}" both as an identifier and as a property. Leave one.`;
  if (fault.kind === "missing") {
    return `is bound to ${fault.parent} and needs its identifiers; missing: ${fault.names.join(", ")}.`;
  }
  const parts = fault.mismatches.map(
    ({ name, expected, found }) => `${name} is ${found}, expected ${expected}`,
  );
  return `is bound to ${fault.parent}, but has other shapes for its identifiers: ${parts.join("; ")}.`;
}

function compareIdentifiers(
  parent: ShapeId,
  parents: readonly Binding[],
  own: readonly Binding[],
): readonly Fault[] {
  const targets = new Map(own.map(({ name, target }) => [name, target]));
  const names = parents.filter(({ name }) => !targets.has(name)).map(({ name }) => name);
  const mismatches = parents.flatMap(({ name, target }) => {
    const found = targets.get(name);
    return found === undefined || found === target ? [] : [{ name, expected: target, found }];
  });
  const faults: Fault[] = [];
  if (names.length > 0) faults.push({ kind: "missing", parent, names });
  if (mismatches.length > 0) faults.push({ kind: "mismatch", parent, mismatches });
  return faults;
}
