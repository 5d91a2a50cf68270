import type { Finding } from "@shapelog/diff";
import { describe, expect, it } from "vitest";
import { isToldInWords } from "./told-in-words.js";

const FINDING: Finding = {
  ...{ id: "0123456789ab", rule: "request.pattern.tightened", direction: "request", shape: "a#ContactName" },
  ...{ wire: "error", source: "note", verdict: "breaking", bump: "major", typesBump: "major" },
  ...{ changes: [], positions: [], operations: ["a#CreateAuditLog"], message: "" },
  ...{ affected: undefined, action: undefined },
};
const at = (path: string) => ({ operation: "a#CreateAuditLog", direction: "request" as const, path });
const errorGone = {
  ...({ kind: "operation.error.removed", shape: "a#CreateAuditLog" } as const),
  ...{ target: "a#PublicPolicyException", index: 0 },
};

const ABOUT = {
  type: FINDING,
  member: { ...FINDING, member: "ContactAlias" },
  word: { ...FINDING, member: "engagements" },
  "short word": { ...FINDING, shape: "a#Tag", member: "Key", positions: [at("Tags[].Key")] },
  "member of a thing": { ...FINDING, shape: "a#Request", member: "Name", positions: [at("AuditLog.Name")] },
  form: { ...FINDING, rule: "request.wire-format.changed", shape: "a#Request", member: "Page" },
  operation: { ...FINDING, rule: "operation.removed", shape: "a#ImportMediaFile" },
  error: { ...FINDING, rule: "operation.error.removed", shape: "a#CreateAuditLog", changes: [errorGone] },
  member_gone: { ...FINDING, rule: "request.member.removed", member: "ContactAlias" },
} satisfies Record<string, Finding>;

describe("isToldInWords", () => {
  it.each<[keyof typeof ABOUT, string]>([
    ["type", "Updates the regular expression for contact names."],
    ["type", "Restricts backslashes in the names of a contact."],
    ["type", "Fixed the validation of names."],
    ["member", "Length limits of contact aliases are shorter."],
    ["word", "Updating validation pattern for engagements."],
    ["member of a thing", "New constraints for the audit log's name."],
    ["member of a thing", "AuditLog name validation fixes"],
    ["form", "Fixed the HTTP binding of CreateAuditLog."],
    ["form", "CreateAuditLog sends query parameters."],
    ["operation", "Deletes the APIs for files of media."],
    ["error", "Reverting public resource policies."],
  ])("says yes of a %s: %s", (about, sentence) => {
    expect(isToldInWords(ABOUT[about], [sentence])).toBe(true);
  });

  it.each<[keyof typeof ABOUT, string]>([
    ["type", "Contact names can be searched."],
    ["type", "A contact has more limits."],
    ["word", "Engagements are shown."],
    [
      "short word",
      "A new limit of keys and tags can be asked for in the console by all of the users that have the rights.",
    ],
    ["member of a thing", "New constraints for the audit log."],
    ["form", "CreateAuditLog is new."],
    ["form", "The HTTP binding of ListAuditLogs."],
    ["operation", "Adds media files."],
    ["operation", "Removes media."],
    ["error", "Reverting the policy."],
    ["member_gone", "Removes the alias of a contact."],
  ])("says no of a %s: %s", (about, sentence) => {
    expect(isToldInWords(ABOUT[about], [sentence])).toBe(false);
  });

  it("does not put two sentences together", () => {
    expect(
      isToldInWords(ABOUT.type, ["The regular expression is another.", "Contact names are shown."]),
    ).toBe(false);
  });
});
