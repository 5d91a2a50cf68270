import { httpOperations } from "../../knowledge/http-operations.js";
import { findLabelFaults, type MemberFault, type OpenLabels } from "../../knowledge/label-faults.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const HTTP_LABEL = "smithy.api#httpLabel";

/** URI labels without members and members without URI labels (Smithy 2.0, "httpLabel trait"). */
export const httpLabelTrait = defineRule({
  name: "HttpLabelTrait",
  events: {
    HttpLabelTrait: { severity: "error", message: describe },
  },
  *validate(context, event) {
    const uses = httpOperations(context).map(({ operation, uri }) => ({
      operation: operation.id,
      input: operation.input,
      segments: uri.segments,
    }));
    for (const fault of findLabelFaults(context, uses, HTTP_LABEL)) {
      const place =
        fault.kind === "no-member" ? { shape: fault.operation } : { shape: fault.member, trait: HTTP_LABEL };
      yield event("HttpLabelTrait", place, fault);
    }
  },
});

function describe(d: MemberFault | OpenLabels): string {
  switch (d.kind) {
    case "no-label":
      return `${d.member} has @httpLabel, but the URI of ${listNames(d.operations)} has no label of its name.`;
    case "greedy":
      return `${d.member} fills a greedy label of ${listNames(d.operations)}, so it has to target a string, not a ${d.target}.`;
    case "no-member":
      return `The URI has the labels ${listNames(d.labels)}, for which ${d.input} has no member with @httpLabel.`;
  }
}
