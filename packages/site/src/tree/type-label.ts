import { isAggregate, type Shape, type ShapeId, shapeName, splitShapeId } from "@shapelog/model";
import { shapeAt, type Timeline } from "../record/timeline.js";

/** What a member holds: words, and the shape with a page where there is one. */
export interface TypeLabel {
  /** Such as `list of`; empty for a shape by itself. */
  readonly prefix: string;
  readonly name: string;
  readonly shape: ShapeId;
}

/** Returns what a member that targets a shape holds, as it was at a time. */
export function typeLabel(
  shape: Shape | undefined,
  context: { readonly timeline: Timeline; readonly at: number },
): TypeLabel {
  if (!shape) return { prefix: "", name: "unknown", shape: "" };
  const inner = (name: string) => {
    const member = isAggregate(shape)
      ? shape.members.find((candidate) => candidate.name === name)
      : undefined;
    return member && shapeAt(context.timeline, member.target, context.at);
  };
  if (shape.kind === "list" || shape.kind === "map") {
    const element = inner(shape.kind === "list" ? "member" : "value");
    const own = shape.kind === "list" ? "list of" : `map from ${inner("key")?.kind ?? "string"} to`;
    if (element && element.kind !== "list" && element.kind !== "map") {
      return { ...typeLabel(element, context), prefix: own };
    }
    return { prefix: own, name: element ? `${element.kind}s` : "unknown", shape: element?.id ?? "" };
  }
  const named = hasMembers(shape) || isEnum(shape);
  return {
    prefix: isEnum(shape) ? "enum" : "",
    name: named ? shapeName(shape.id) : kindName(shape),
    shape: shape.id,
  };
}

function kindName(shape: Shape): string {
  const { namespace } = splitShapeId(shape.id);
  return namespace === "" ? shape.id : shape.kind;
}

/** Returns whether a shape has members with names. */
export function hasMembers(shape: Shape): boolean {
  return shape.kind === "structure" || shape.kind === "union";
}

/** Returns whether a shape is a list of values. */
export function isEnum(shape: Shape): boolean {
  return shape.kind === "enum" || shape.kind === "intEnum";
}
