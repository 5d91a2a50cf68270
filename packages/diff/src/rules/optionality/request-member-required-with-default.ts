import { isDemanded } from "@shapelog/model";
import { isNothing } from "../../compare/describe.js";
import { defaultWords } from "../../compare/describe-trait.js";
import { hasDefault } from "../../compare/optionality.js";
import { callWords } from "../../rule/call-words.js";
import { createDemandedMemberRule } from "../../rule/demanded-member-rule.js";

/** Callers have to state a member in code; where requests have none, the service takes a default. */
export const requestMemberRequiredWithDefault = createDemandedMemberRule({
  id: "request.member.required-with-default",
  wire: "note",
  source: "error",
  verdict: "check",
  witness: "source",
  bump: "major",
  mirror: ["request.member.optional", "request.member.removed"],
  isAdded: (member) => isDemanded(member) && hasDefault(member),
  isMoved: ({ demanded, defaultValue }) =>
    !demanded.before && demanded.after && !isNothing(defaultValue.after),
  say: (place, { name, defaultValue }) => {
    const { without, set } = callWords(place, name);
    const value = defaultWords(defaultValue);
    return {
      message: `${place.name(name)} is required, with the default ${value}: requests without it go on, code without it does not compile.`,
      affected: `${without.replace(/^you call/, "you build requests")} against the new package`,
      action: `${set}; ${value} is what the service takes where there is none.`,
    };
  },
});
