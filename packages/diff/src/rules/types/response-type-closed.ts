import { describeListed } from "../../compare/enum-values.js";
import { createTypeRule } from "../../rule/type-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** A text or number that callers read is one of listed values. */
export const responseTypeClosed = createTypeRule({
  id: "response.type.closed",
  reach: "response",
  wire: "note",
  source: "warning",
  verdict: "safe",
  witness: NOTHING_BREAKS,
  bump: "minor",
  mirror: "response.type.opened",
  relations: ["closed"],
  say: (name, _types, { after }) => ({ message: `${name} is ${describeListed(after)}.` }),
});
