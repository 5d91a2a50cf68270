import { describeListed } from "../../compare/enum-values.js";
import { createTypeRule } from "../../rule/type-rule.js";

/** A text or number that callers send is limited to listed values. */
export const requestTypeClosed = createTypeRule({
  id: "request.type.closed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.type.opened",
  relations: ["closed"],
  say: (name, _types, { after }) => ({
    message: `${name} takes ${describeListed(after)}; others can be rejected.`,
    affected: `you send other values in ${name}`,
    action: "Send one of the listed values.",
  }),
});
