import { hasTrait, type ShapeId, shapeName } from "@shapelog/model";
import { defineLinter } from "../../rule.js";

const SIDES = [
  ["input", "InputOutputStructureReuse.Input"],
  ["output", "InputOutputStructureReuse.Output"],
] as const;

interface Side {
  readonly shape: ShapeId;
  readonly operation: ShapeId;
}

/** Inputs and outputs that are not marked as such (Smithy 2.0, "Model linters", InputOutputStructureReuse). */
export const inputOutputStructureReuse = defineLinter({
  name: "InputOutputStructureReuse",
  events: {
    "InputOutputStructureReuse.Input": {
      severity: "warning",
      message: (d: Side) =>
        `${d.shape} is the input of ${d.operation} without @input. ` +
        "With it, no other shape uses the structure, and its members can change freely.",
    },
    "InputOutputStructureReuse.Output": {
      severity: "warning",
      message: (d: Side) =>
        `${d.shape} is the output of ${d.operation} without @output. With it, no other shape uses the structure.`,
    },
  },
  *validate(context, event) {
    for (const operation of context.ofKind("operation")) {
      for (const [side, id] of SIDES) {
        const shape = context.shape(operation[side]);
        // Unit, where there is no input or output, counts as marked.
        if (shape?.kind !== "structure" || hasTrait(shape, side) || hasTrait(shape, "unitType")) continue;
        const place = { shape: shape.id, below: shapeName(operation.id) };
        yield event(id, place, { shape: shape.id, operation: operation.id });
      }
    }
  },
});
