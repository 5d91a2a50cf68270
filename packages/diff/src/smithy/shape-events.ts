import type { MetadataChange } from "@shapelog/changes";
import { unreachable } from "@shapelog/model";
import { type ChangedSide, type Differences, has, type Side, typeOf } from "./differences.js";
import { printNode, type SmithyEvent } from "./smithy-event.js";

const SCALARS = new Set([
  "bigDecimal",
  "bigInteger",
  "blob",
  "boolean",
  "byte",
  "double",
  "float",
  "short",
  "timestamp",
  "long",
  "integer",
]);

/** AddedShape, AddedTraitDefinition. */
export function addedShapes({ added, before }: Differences): SmithyEvent[] {
  return added.flatMap((side): SmithyEvent[] => {
    const container = before.shapes.get(side.shape.id);
    const wasEnumString = container?.kind === "string" && has(container, "enum");
    if (side.member && wasEnumString && side.shape.kind === "enum") return [];
    const { id } = side;
    return [
      { id: "AddedShape", severity: "NOTE", shape: id, message: `Added ${typeOf(side)} \`${id}\`` },
      ...(has(side, "trait")
        ? [
            {
              id: "AddedTraitDefinition",
              severity: "NOTE",
              shape: id,
              message: `Trait definition \`${id}\` was added`,
            } as const,
          ]
        : []),
    ];
  });
}

/** RemovedShape, RemovedTraitDefinition. */
export function removedShapes({ removed }: Differences): SmithyEvent[] {
  return removed.flatMap((side): SmithyEvent[] => {
    const { id } = side;
    const message = `Removed ${typeOf(side)} \`${id}\``;
    const definition: SmithyEvent[] = has(side, "trait")
      ? [
          {
            id: "RemovedTraitDefinition",
            severity: "ERROR",
            shape: id,
            message: `Trait definition \`${id}\` was removed`,
          },
        ]
      : [];
    if (has(side, "private")) return definition;
    const event: SmithyEvent = isScalar(side)
      ? { id: "RemovedShape.ScalarShape", severity: "WARNING", shape: id, message }
      : { id: "RemovedShape", severity: "ERROR", shape: id, message };
    return [event, ...definition];
  });
}

function isScalar(side: Side): boolean {
  const type = typeOf(side);
  return SCALARS.has(type) || (type === "string" && !has(side, "enum"));
}

/** AddedMetadata, ChangedMetadata, RemovedMetadata. */
export function metadataEvents({ metadata }: Differences): SmithyEvent[] {
  return metadata.map(describeMetadata);
}

function describeMetadata(change: MetadataChange): SmithyEvent {
  const start = `Metadata key \`${change.key}\` was`;
  switch (change.kind) {
    case "metadata.added":
      return {
        id: "AddedMetadata",
        severity: "NOTE",
        message: `${start} added with the following value: ${printNode(change.after)}`,
      };
    case "metadata.removed":
      return {
        id: `RemovedMetadata.${change.key}`,
        severity: "DANGER",
        message: `${start} removed with the following value: ${printNode(change.before)}`,
      };
    case "metadata.changed":
      return {
        id: "ChangedMetadata",
        severity: "WARNING",
        message: `${start} changed from ${printNode(change.before)} to ${printNode(change.after)}`,
      };
    default:
      return unreachable(change);
  }
}

/** ChangedShapeType. */
export function shapeTypes({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [from, to] = [typeOf(before), typeOf(after)];
    if (from === to || (has(before, "enum") && to === "enum")) return [];
    const message = `Shape \`${after.id}\` type was changed from \`${from}\` to \`${to}\`.`;
    return [{ id: "ChangedShapeType", severity: "ERROR", shape: after.id, message }];
  });
}

/** AddedRequiredMember. */
export function requiredMembers({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }: ChangedSide): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (after.member || left.kind !== "structure" || right.kind !== "structure") return [];
    const known = new Set(left.members.map((member) => member.name));
    return right.members
      .filter(
        (member) =>
          !known.has(member.name) &&
          has(member, "required") &&
          !has(member, "default") &&
          !has(member, "clientOptional"),
      )
      .map((member) => ({
        id: "AddedRequiredMember",
        severity: "ERROR",
        shape: `${right.id}$${member.name}`,
        message:
          "Adding a new member with the `required` trait but not the `default` trait is backwards-incompatible.",
      }));
  });
}

/** ChangedMemberOrder. */
export function memberOrder({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (after.member || left.kind !== right.kind) return [];
    if ((left.kind !== "structure" && left.kind !== "union") || !("members" in right)) return [];
    const shared = Math.min(left.members.length, right.members.length);
    const names = right.members.map((member) => member.name);
    if (left.members.slice(0, shared).every((member, index) => member.name === names[index])) return [];
    const message = `${left.kind} shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ where the layout and alignment of a data structure matters.`;
    return [{ id: "ChangedMemberOrder", severity: "DANGER", shape: right.id, message }];
  });
}
