import type { Finding } from "@shapelog/diff";
import { describe, expect, it } from "vitest";
import { isNamed } from "./is-named.js";

const finding = (fields: Partial<Finding>): Finding => ({
  ...{
    id: "0123456789ab",
    rule: "r",
    direction: "response",
    shape: "a#EventType",
    wire: "error",
    source: "error",
  },
  ...{
    verdict: "breaking",
    bump: "major",
    typesBump: "major",
    changes: [],
    positions: [],
    operations: ["a#ListEvents"],
  },
  ...{ message: "", affected: undefined, action: undefined },
  ...fields,
});

const valueGone = (value: string): Finding["changes"][number] => ({
  kind: "enum.value.removed",
  shape: "a#EventType",
  member: value.replaceAll("-", "_"),
  value,
  index: 0,
  before: { name: value, target: "smithy.api#Unit", traits: {} },
});
const memberGone = (member: string): Finding["changes"][number] => ({
  ...{ kind: "member.removed", shape: "a#Event", member, index: 0 },
  before: { name: member, target: "smithy.api#String", traits: {} },
});
const operationGone: Finding["changes"][number] = {
  ...{ kind: "shape.removed", shape: "a#ListEvents" },
  before: { kind: "operation", id: "a#ListEvents", traits: {}, input: "a#I", output: "a#O", errors: [] },
};
const httpChanged: Finding["changes"][number] = {
  ...{ kind: "trait.changed", shape: "a#ListEvents", trait: "smithy.api#http" },
  ...{ before: { uri: "/a" }, after: { uri: "/b" } },
};
const at = (path: string) => ({ operation: "a#ListEvents", direction: "response" as const, path });

const ABOUT = {
  member: finding({ shape: "a#Event", member: "NextToken" }),
  "long member": finding({ shape: "a#Event", member: "CustomDomainName" }),
  word: finding({ shape: "a#Event", member: "Status" }),
  "small word": finding({ shape: "a#Event", member: "details" }),
  service: finding({ rule: "service.removed", shape: "a#EventStoreV2" }),
  "shouted value": finding({ changes: [valueGone("FEDERATED")] }),
  value: finding({ changes: [valueGone("us-east-1")] }),
  values: finding({ changes: [valueGone("EVENT_TYPE"), valueGone("EVENT_AGE")] }),
  type: finding({}),
  place: finding({ shape: "a#String1To64", positions: [at("Events[].EventName")] }),
  rename: finding({ shape: "a#Event", member: "NewName", changes: [memberGone("OldName")] }),
  operation: finding({ shape: "a#ListEvents", changes: [operationGone] }),
  call: finding({ shape: "a#ListEvents", changes: [httpChanged] }),
};

describe("isNamed", () => {
  it.each<[keyof typeof ABOUT, string]>([
    ["service", "The events client has been removed, as the service ended."],
    ["service", "EventStoreV2 is gone."],
    ["member", "NextToken is gone."],
    ["member", "nextToken is gone."],
    ["member", "The option `next-token` is gone."],
    ["member", "The next token field is gone."],
    ["member", "The next token is optional now."],
    ["long member", "The custom domain name is gone."],
    ["word", "`Status` is gone."],
    ["word", "Event.Status is gone."],
    ["word", "The status field is gone."],
    ["word", "Make status required for events."],
    ["word", "Deprecated status."],
    ["word", "We corrected the parameters (Status and Age)."],
    ["word", "Updated ListEventsRequest Status to be short."],
    ["small word", "Deprecating details in favor of more."],
    ["shouted value", "Removing FEDERATED from Create/Get APIs"],
    ["value", "Removed US-EAST-1."],
    ["values", "EVENT_TYPE and EVENT_AGE are not valid."],
    ["values", "Removed support for event type events."],
    ["values", "Remove EventTypes that were unused."],
    ["type", "EventTypes changed."],
    ["place", "EventName has at most 64 characters."],
    ["rename", "OldName has another name."],
    ["operation", "ListEvents was removed."],
    ["call", "ListEvents has another URL."],
    ["call", "ListEvents uses POST."],
  ])("says yes of a %s: %s", (about, note) => {
    expect(isNamed(ABOUT[about], note)).toBe(true);
  });

  it.each<[keyof typeof ABOUT, string]>([
    ["service", "The service has a new region."],
    ["service", "Removed Field from Event."],
    ["member", "ListEvents changed."],
    ["member", "The event changed."],
    ["member", "NextTokens and MyNextToken are gone."],
    ["member", "Each next token is a secret."],
    ["long member", "A custom name of a domain is gone."],
    ["word", "Example Status Studio has new pages."],
    ["word", "Status of events can be seen."],
    ["word", "It shows the status of events."],
    ["small word", "See the pages for details."],
    ["shouted value", "Supports federated users."],
    ["value", "us-east-12 changed."],
    ["values", "Adds EVENT_KIND to EventType."],
    ["values", "EVENT_TYPE is documented."],
    ["place", "Adds String1To65."],
    ["rename", "Adds NewName."],
    ["call", "Adds tags to ListEvents. You get them by name."],
    ["operation", "Adds ListEventsPage."],
  ])("says no of a %s: %s", (about, note) => {
    expect(isNamed(ABOUT[about], note)).toBe(false);
  });

  it("takes no member for a type that many hold", () => {
    const names = ["Name", "FullName", "LastName", "FirstName"].map((name) => at(`Event.${name}`));
    expect(isNamed(finding({ shape: "a#Text", positions: names }), "FullName is short.")).toBe(false);
  });

  it.each(["", "*", "…"])("finds nothing of a name without letters: %j", (member) => {
    expect(isNamed(finding({ member }), `There is ${member} in it.`)).toBe(false);
  });
});
