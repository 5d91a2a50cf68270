import { shapeName } from "@shapelog/model";
import { BINDING_KINDS, ofBinding } from "../../compare/bindings.js";
import { withDeprecation } from "../../compare/deprecation.js";
import type { Rule } from "../../rule/rule.js";
import { findLostServices } from "../../service-reach.js";
import { code, codeList } from "../../words.js";

/** An operation can no longer be reached from its service, whatever took it out. */
export const operationUnbound: Rule = {
  id: "operation.unbound",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "source",
  bump: "major",
  mirror: ["operation.bound", "operation.unbound"],
  kinds: ["shape.removed", "shape.added", ...BINDING_KINDS],
  evaluate(difference, _place, { before, after }) {
    const changes = ofBinding(difference);
    if (changes.length === 0) return [];
    const lost = findLostServices(difference.shape, before, after);
    if (lost.length === 0) return [];
    const name = code(shapeName(difference.shape));
    return [
      {
        changes,
        message: `${name} is no longer an operation of ${codeList(lost.map(shapeName))}.`,
        affected: `you call ${name}`,
        action: withDeprecation("Find another operation; new SDKs do not have this one.", {
          name: name,
          traits: difference.before?.traits,
        }),
      },
    ];
  },
};
