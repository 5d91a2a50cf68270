import { createRenamedMemberRule } from "../../rule/renamed-member-rule.js";

/** A member that callers read has another name in programs and the same on the wire. */
export const responseMemberRenamed = createRenamedMemberRule({
  id: "response.member.renamed",
  reach: "response",
  does: "read",
  stays: "read",
});
