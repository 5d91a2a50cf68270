import { shapeName } from "@shapelog/model";
import { defineLinter } from "../../rule.js";

/** The older name of RepeatedShapeName, without options (Smithy 2.0, "Model linters", StutteredShapeName). */
export const stutteredShapeName = defineLinter({
  name: "StutteredShapeName",
  events: {
    StutteredShapeName: {
      severity: "warning",
      message: (d: { shape: string; kind: string; member: string }) =>
        `The member "${d.member}" begins with the name of its ${d.kind} "${d.shape}". Leave the repetition out.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, member } of context.subjects()) {
      if (!member || (shape.kind !== "structure" && shape.kind !== "union")) continue;
      const name = shapeName(shape.id);
      if (!member.name.toLowerCase().startsWith(name.toLowerCase())) continue;
      yield event(
        "StutteredShapeName",
        { shape: id },
        { shape: name, kind: shape.kind, member: member.name },
      );
    }
  },
});
