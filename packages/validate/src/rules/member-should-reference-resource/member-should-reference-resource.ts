import { isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { membersOf, type ValidationContext } from "../../context.js";
import { addToList } from "../../knowledge/add-to-list.js";
import { referrersOf } from "../../knowledge/referrers.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Members named like a resource's identifier that do not say they refer to it (Smithy 2.0, "references trait"). */
export const memberShouldReferenceResource = defineRule({
  name: "MemberShouldReferenceResource",
  events: {
    MemberShouldReferenceResource: {
      severity: "warning",
      message: (d: { member: ShapeId; resources: readonly ShapeId[] }) =>
        `${d.member} looks like an identifier of ${listNames(d.resources)}. Say so with @references, or rename it.`,
    },
  },
  *validate(context, event) {
    const resources = findByIdentifier(context);
    if (resources.size === 0) return;
    for (const shape of context.shapes) {
      for (const { id, member, traits } of membersOf(shape)) {
        const candidates = resources.get(`${member.name} ${member.target}`);
        if (!candidates || context.shape(member.target)?.kind !== "string") continue;
        const settled = new Set([
          ...referenced(traits),
          ...referenced(shape.traits),
          ...findBinding(context, shape.id),
        ]);
        const found = candidates.filter((resource) => !settled.has(resource));
        if (found.length === 0) continue;
        yield event("MemberShouldReferenceResource", { shape: id }, { member: id, resources: found });
      }
    }
  },
});

/** Resources by the name and target of their identifiers; neither has a space. */
function findByIdentifier(context: ValidationContext): ReadonlyMap<string, readonly ShapeId[]> {
  const found = new Map<string, ShapeId[]>();
  for (const { id, identifiers } of context.ofKind("resource")) {
    for (const { name, target } of identifiers) {
      const key = `${name} ${target}`;
      addToList(found, key, id);
    }
  }
  return found;
}

function referenced(traits: Readonly<Record<string, NodeValue>>): readonly ShapeId[] {
  const value = traits["smithy.api#references"];
  if (!isNodeArray(value)) return [];
  return value.flatMap((entry) =>
    isNodeObject(entry) && typeof entry.resource === "string" ? [entry.resource] : [],
  );
}

/** Finds the resources from which a shape is reached, and their children. */
function findBinding(context: ValidationContext, id: ShapeId): ReadonlySet<ShapeId> {
  const known = context.know(createBindings);
  const found = known.get(id) ?? walkBack(context, id);
  known.set(id, found);
  return found;
}

function createBindings(): Map<ShapeId, ReadonlySet<ShapeId>> {
  return new Map();
}

function walkBack(context: ValidationContext, id: ShapeId): ReadonlySet<ShapeId> {
  const seen = new Set<ShapeId>([id]);
  const resources = new Set<ShapeId>();
  for (const reached of seen) {
    for (const { from } of referrersOf(context, reached)) {
      seen.add(from.id);
      if (from.kind !== "resource") continue;
      resources.add(from.id);
      for (const child of from.resources) resources.add(child);
    }
  }
  return resources;
}
