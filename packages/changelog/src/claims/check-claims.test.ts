import { compareModels, describeBump } from "@shapelog/diff";
import type { Model } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing";
import { modelOf } from "@shapelog/testing/model-of";
import { describe, expect, it } from "vitest";
import { checkClaims } from "./check-claims.js";
import type { ToldChange } from "./told-change.js";

function events(response: string, type: string, most = 60): Model {
  return modelOf(`$version: "2"
namespace a
service Events { version: "1", operations: [ListEvents] }
operation ListEvents {
    input := { @length(max: ${most}) Token: String }
    output := { Events: EventList }
}
list EventList { member: Event }
structure Event { EventType: EventType, EventResponse: EventResponseType, Challenge: ChallengeResponse }
enum EventType { ${type} }
enum EventResponseType { ${response} }
enum ChallengeResponse { Success, Failure }`);
}

function tell(before: Model, after: Model): ToldChange {
  const comparison = compareModels({ label: "before", model: before }, { label: "after", model: after });
  const bump = describeBump(comparison)?.bump ?? "patch";
  return { before, after, changes: comparison.changes, findings: comparison.findings, bump };
}

const OLD = events("Success, Failure", "SignIn");
const STORY = tell(OLD, events("Pass, Fail, InProgress", "SignIn, PasswordChange, ResendCode"));
const TRUE_NOTE =
  "`EventResponseType` lost `Success` and `Failure` and gained `Pass`, `Fail` and `InProgress`; `EventType` gained `PasswordChange` and `ResendCode`. `ChallengeResponse` keeps its own `Success` and `Failure`.";

/** Returns what is said of a text: the code, and the words that it stands at. */
function claimsOf(text: string, told: readonly ToldChange[] = [STORY]): readonly string[] {
  const found = checkClaims({
    service: "events",
    text,
    told,
    locate: (offset) => ({ file: "note", offset }),
  });
  return found.map(({ code, location }) => {
    const word = /^`?[\w.,-]+/.exec(text.slice(location?.offset))?.[0].replaceAll("`", "");
    return `${code.replace("changelog/", "")} ${word ?? ""}`.trim();
  });
}

it("takes the paths of places for neither claims nor names", () => {
  const paths = "`Success/Failure/EventResponseType/removed.ts:1` breaks, `src/ResendCod:2` is dead";
  const places = `Places in this repository: ${paths}.`;
  expect(claimsOf(`${TRUE_NOTE}\n\n${places}`)).toEqual([]);
  const silent = claimsOf("Words changed.");
  expect(silent).not.toEqual([]);
  expect(claimsOf(`Words changed.\n\n${places}`)).toEqual(silent);
  expect(claimsOf(`Words changed.\n\n${places} Success was removed.`)).not.toEqual(silent);
});

describe("the change of 2022-08-18", () => {
  it.each([
    TRUE_NOTE,
    "Removed Success and Failure from EventResponseType and added Pass, Fail and InProgress.",
    "EventResponse no longer returns `Success` or `Failure`.",
    "`Success` was renamed to `Pass` and `Failure` to `Fail`.",
    "",
  ])("is told truly: %s", (text) => {
    expect(claimsOf(text)).toEqual([]);
  });

  it.each([
    ["We have removed the Success and Failure status.", ["unclear-place Success", "unclear-place Failure"]],
    [
      "Success and Failure were removed from ChallengeResponse.",
      ["wrong-place Success", "wrong-place Failure"],
    ],
    [TRUE_NOTE.replace("`Success`", "`Pass`"), ["false-claim Pass"]],
    [
      TRUE_NOTE.replace("`EventType` gained", "`EventType` lost"),
      ["false-claim PasswordChange", "false-claim ResendCode"],
    ],
    [
      TRUE_NOTE.replace("`EventType` gained", "`ChallengeResponse` gained"),
      ["wrong-place PasswordChange", "wrong-place ResendCode"],
    ],
    [
      TRUE_NOTE.replace("`ChallengeResponse` keeps", "`EventType` keeps"),
      ["false-claim Success", "false-claim Failure"],
    ],
    [`${TRUE_NOTE} No breaking changes.`, ["broken-promise No"]],
    [`${TRUE_NOTE} This is a minor release.`, ["broken-promise This"]],
    [`Documentation-only update. ${TRUE_NOTE}`, ["broken-promise Documentation-only"]],
    [
      "`EventType` gained `PasswordChange` and `ResendCode`; `Pass`, `Fail` and `InProgress` are new.",
      ["untold-break EventType"],
    ],
    ["Fixed typos.", ["untold-break Fixed"]],
    ["`SignIn` is deprecated. Success and Failure left EventResponseType.", ["false-claim SignIn"]],
    [
      "`Success` was renamed to `InProgress` and `Failure` to `SignIn` in EventResponseType.",
      ["false-claim SignIn"],
    ],
  ])("is told wrongly: %s", (text, found) => {
    expect(claimsOf(text)).toEqual(found);
  });
});

it("holds the numbers of limits", () => {
  const told = [tell(OLD, events("Success, Failure", "SignIn", 40))];
  expect(claimsOf("The greatest length of `Token` went from 60 to 40 characters.", told)).toEqual([]);
  expect(claimsOf("The greatest length of `Token` went from 60 to 41 characters.", told)).toEqual([
    "wrong-number 41",
  ]);
  expect(claimsOf("`Token` has a limit of 40; version 7 of the console shows it.", told)).toEqual([]);
});

it("lets through what is waived with a reason", () => {
  const untrue = "`Pass` was removed from `EventResponseType`, like `Success` and `Failure`.";
  expect(claimsOf(untrue)).toEqual(["false-claim Pass"]);
  expect(claimsOf(`${untrue}\n<!-- shapelog:waive Pass because of the console -->`)).toEqual([]);
  expect(claimsOf(`${untrue}\n<!-- shapelog:waive Pass -->`)).toEqual([
    "false-claim Pass",
    "waiver-without-reason",
  ]);
  expect(claimsOf(`${TRUE_NOTE}\n<!-- shapelog:waive Pass because of the console -->`)).toEqual([
    "idle-waiver",
  ]);
});

it("says nothing of a vendor's words, of code and of names that no model has", () => {
  const quotation =
    "> The vendor's note, quoted from botocore 1.27.55:\n>\n> Removed Pass from EventResponseType.";
  expect(claimsOf(`${TRUE_NOTE}\n\n${quotation}`)).toEqual([]);
  expect(claimsOf(`${TRUE_NOTE} Removed \`Other\`.\n\n\`\`\`\nremoved \`Pass\`\n\`\`\``)).toEqual([]);
});

it("is content with a text that counts what it leaves out", () => {
  expect(claimsOf("Values changed. And 1 more change.")).toEqual([]);
});

it.each([
  ...["a ", "new ", "Success, ", "removed `Pass` and ", "ξένη γλώσσα ", "`", "<", "<!--", "](", "“"],
  "> The vendor's note, quoted from a\n",
])("reads a long text once: %j", (part) => {
  expectLinear((size) => claimsOf(part.repeat(size)), { size: 40_000 });
});

it("reads a list of thousands of names", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `\`Name${index}\``);
  expect(claimsOf(`Removed ${names.join(", ")} and \`Event\`.`)).not.toContain("false-claim Name1");
});
