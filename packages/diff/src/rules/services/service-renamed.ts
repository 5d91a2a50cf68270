import { shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { findRenamedService } from "../../service-reach.js";
import { code } from "../../words.js";

/** A service goes by another name; some protocols put it on the wire. */
export const serviceRenamed: Rule = {
  id: "service.renamed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "the name of a service is in no type and in no document" },
  bump: "minor",
  mirror: "service.renamed",
  kinds: ["shape.added", "shape.removed"],
  evaluate(difference, _place, { before, after }) {
    const renamed = findRenamedService(before, after);
    if (renamed?.old !== difference.shape) return [];
    return [
      {
        changes: [...ofKind(difference, "shape.removed"), ...ofKind(difference, "shape.added")],
        positions: [],
        message: `The service ${code(shapeName(renamed.old))} goes by the name ${code(shapeName(renamed.now))}.`,
        affected:
          "you speak to the service without an updated SDK, over a protocol that names it in each call",
        action: "Update the SDK.",
      },
    ];
  },
};
