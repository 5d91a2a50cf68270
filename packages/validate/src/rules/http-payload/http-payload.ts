import type { Direction, ShapeId, StructureShape } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { httpBindings } from "../../knowledge/http-bindings.js";
import { httpOperations } from "../../knowledge/http-operations.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Members that go nowhere, as another is the whole payload (Smithy 2.0, "httpPayload trait"). */
export const httpPayload = defineRule({
  name: "HttpPayload",
  events: {
    HttpPayload: {
      severity: "error",
      message: (d: { structure: ShapeId; direction: Direction; members: readonly string[] }) =>
        `A member of ${d.structure} is the payload of the ${d.direction} (@httpPayload), which leaves no place for ` +
        `${listNames(d.members)}. Bind to another part of the message.`,
    },
  },
  *validate(context, event) {
    if (context.withTrait("httpPayload").length === 0) return;
    for (const { structure, direction } of findMessages(context)) {
      const bindings = httpBindings(context, structure, direction);
      const unbound = bindings.filter(({ location }) => location === "unbound");
      if (unbound.length === 0) continue;
      const members = unbound.map(({ member }) => member.name);
      yield event("HttpPayload", { shape: structure.id }, { structure: structure.id, direction, members });
    }
  },
});

interface Message {
  readonly structure: StructureShape;
  readonly direction: Direction;
}

/** Each structure is looked at once in each direction, however many operations share it. */
function findMessages(context: ValidationContext): readonly Message[] {
  const found: Readonly<Record<Direction, Set<StructureShape | undefined>>> = {
    request: new Set(),
    response: new Set(),
  };
  for (const { operation } of httpOperations(context)) {
    found.request.add(structureOf(context, operation.input));
    found.response.add(structureOf(context, operation.output));
  }
  for (const { shape } of context.withTrait("error"))
    if (shape.kind === "structure") found.response.add(shape);
  const directions = ["request", "response"] as const;
  return directions.flatMap((direction) =>
    [...found[direction]].flatMap((structure) => (structure ? [{ structure, direction }] : [])),
  );
}
