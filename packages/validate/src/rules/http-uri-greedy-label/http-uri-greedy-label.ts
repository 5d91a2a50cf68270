import type { ShapeId } from "@shapelog/model";
import { httpOperations } from "../../knowledge/http-operations.js";
import { labelsOf } from "../../knowledge/pattern-segments.js";
import { defineRule } from "../../rule.js";

interface Data {
  readonly operation: ShapeId;
  readonly uri: string;
  readonly label: string;
}

/** Greedy labels with labels behind them (Smithy 2.0, "Greedy labels"). */
export const httpUriGreedyLabel = defineRule({
  name: "HttpUriGreedyLabel",
  events: {
    "HttpUriGreedyLabel.MultipleGreedyLabels": {
      severity: "danger",
      message: (d: Data) =>
        `The URI "${d.uri}" of ${d.operation} has a second greedy label, {${d.label}+}: ` +
        "it cannot be told where the first ends.",
    },
    "HttpUriGreedyLabel.GreedyLabelIsNotLastLabel": {
      severity: "danger",
      message: (d: Data) =>
        `The URI "${d.uri}" of ${d.operation} has the label ${d.label} behind a greedy one, which takes all that follows.`,
    },
  },
  *validate(context, event) {
    for (const { operation, uri } of httpOperations(context)) {
      const labels = labelsOf(uri.segments);
      const first = labels.findIndex(({ kind }) => kind === "greedy");
      if (first === -1) continue;
      const place = { shape: operation.id, trait: "smithy.api#http" };
      for (const { kind, content: label } of labels.slice(first + 1)) {
        const data = { operation: operation.id, uri: uri.text, label };
        if (kind === "greedy") yield event("HttpUriGreedyLabel.MultipleGreedyLabels", place, data);
        yield event("HttpUriGreedyLabel.GreedyLabelIsNotLastLabel", place, data);
      }
    }
  },
});
