import { createRenamedMemberRule } from "../../rule/renamed-member-rule.js";

/** A member that callers send has another name in programs and the same on the wire. */
export const requestMemberRenamed = createRenamedMemberRule({
  id: "request.member.renamed",
  reach: "request",
  does: "set",
  stays: "sent",
});
