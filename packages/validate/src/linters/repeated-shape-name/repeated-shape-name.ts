import { shapeName } from "@shapelog/model";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, flag, readOptions } from "../options.js";

const OPTIONS = { exactMatch: flag };

/** Members named after their structure or union (Smithy 2.0, "Model linters", RepeatedShapeName). */
export const repeatedShapeName = defineLinter({
  name: "RepeatedShapeName",
  events: {
    RepeatedShapeName: {
      severity: "warning",
      message: (d: { shape: string; kind: string; member: string }) =>
        `The member "${d.member}" repeats the name of its ${d.kind} "${d.shape}". Leave the repetition out.`,
    },
  },
  check: (configuration) => findOptionProblem(OPTIONS, configuration),
  *validate(context, event, configuration) {
    const { exactMatch } = readOptions(OPTIONS, configuration);
    for (const { id, shape, member } of context.subjects()) {
      if (!member || (shape.kind !== "structure" && shape.kind !== "union")) continue;
      const name = shapeName(shape.id);
      const lower = member.name.toLowerCase();
      const isRepeated = exactMatch ? lower === name.toLowerCase() : lower.startsWith(name.toLowerCase());
      if (!isRepeated) continue;
      yield event("RepeatedShapeName", { shape: id }, { shape: name, kind: shape.kind, member: member.name });
    }
  },
});
