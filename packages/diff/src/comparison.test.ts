import { diffModels } from "@shapelog/changes";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareModels } from "./comparison.js";
import { createEntries } from "./create-entries.js";
import { judge } from "./judge.js";
import { summarize } from "./summarize.js";
import { printComparisonJson } from "./views/json.js";
import { printComparisonText } from "./views/text.js";

const before = { label: "before", date: "2022-08-17", model: authEventsModel(AUTH_EVENTS_VALUES.before) };
const after = {
  label: "after",
  date: "2022-08-18",
  release: "botocore 1.27.55",
  model: authEventsModel(AUTH_EVENTS_VALUES.after),
};
const comparison = compareModels(before, after);

describe("the change of EventResponseType", () => {
  it("is told as both the values that went and those that came, at the operation's paths", () => {
    const { operations } = JSON.parse(printComparisonJson(comparison));
    expect(operations).toEqual([
      {
        operation: eventsId("ListAuthEvents"),
        changes: [
          {
            direction: "response",
            paths: ["AuthEvents[].EventResponse"],
            shape: eventsId("EventResponseType"),
            verdict: "check",
            rules: ["response.enum.values-replaced"],
            findings: ["605c4fcede10"],
            removed: ["Success", "Failure"],
            added: ["Pass", "Fail", "InProgress"],
          },
          {
            direction: "response",
            paths: ["AuthEvents[].EventType"],
            shape: eventsId("EventType"),
            verdict: "check",
            rules: ["response.enum.value-added"],
            findings: ["05b67a5541f5"],
            added: ["PasswordChange", "ResendCode"],
          },
        ],
      },
    ]);
  });

  it("does not mention the sibling enum in the JSON view, and clears it by its path in the text view", () => {
    expect(printComparisonJson(comparison)).not.toContain("ChallengeResponse");
    expect(printComparisonText(comparison)).toContain(
      "Not affected: AuthEvents[].ChallengeResponses[].ChallengeResponse keeps Success and Failure.",
    );
  });

  it("asks for a major release of the types and breaks nothing on the wire", () => {
    expect(summarize(comparison)).toMatchObject({
      bump: "major",
      wireBreaking: 0,
      operations: 1,
      unclassified: 0,
    });
  });

  it("reads well on a terminal", () => {
    expect(printComparisonText(comparison)).toBe(`Example Events   2022-08-17 → 2022-08-18   botocore 1.27.55

ListAuthEvents  response
  Check your code   AuthEvents[].EventResponse   response.enum.values-replaced
    − Success   − Failure
    + Pass   + Fail   + InProgress
    Affected if you compare AuthEvents[].EventResponse with Success or Failure: those branches may
    never run again.
    Handle Pass, Fail and InProgress and add a default branch, in one edit. Stored records may still
    hold Success or Failure.
    Not affected: AuthEvents[].ChallengeResponses[].ChallengeResponse keeps Success and Failure.
  Check your code   AuthEvents[].EventType   response.enum.value-added
    + PasswordChange   + ResendCode
    Affected if you switch over AuthEvents[].EventType without a default, or parse it strictly.
    Add branches for PasswordChange and ResendCode, and keep a default branch.

1 operation, 2 to check, 0 breaking on the wire.
Release: major, because values left AuthEvents[].EventResponse, which can stop programs from
compiling.
What an id means: shapelog explain ID
`);
  });
});

describe("judge", () => {
  it("puts every change into at least one finding", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (a, b) => {
        const changes = diffModels(a, b);
        const told = new Set(judge(changes, { before: a, after: b }).flatMap((finding) => finding.changes));
        expect(changes.filter((change) => !told.has(change))).toEqual([]);
      }),
    );
  });

  it("judges by direction: what callers send breaks, what they read asks for a look", () => {
    const removedFrom = (direction: "input" | "output") => {
      const [a, b] = [AUTH_EVENTS_VALUES.before, { ...AUTH_EVENTS_VALUES.before, eventType: ["SignIn"] }].map(
        (values) => {
          const model = authEventsModel(values);
          const operation = model.shapes.get(eventsId("ListAuthEvents"));
          if (operation?.kind !== "operation") throw new Error("no operation");
          const swapped = { ...operation, input: operation.output, output: operation.input };
          return direction === "output"
            ? model
            : { ...model, shapes: new Map(model.shapes).set(operation.id, swapped) };
        },
      );
      return judge(diffModels(a!, b!), { before: a!, after: b! }).map(({ rule, verdict, wire }) => ({
        rule,
        verdict,
        wire,
      }));
    };
    expect(removedFrom("output")).toEqual([
      { rule: "response.enum.value-removed", verdict: "check", wire: "danger" },
    ]);
    expect(removedFrom("input")).toEqual([
      { rule: "request.enum.value-removed", verdict: "breaking", wire: "error" },
    ]);
  });
});

describe("createEntries", () => {
  it("is empty for equal models", () => {
    expect(createEntries(compareModels(before, before))).toEqual([]);
    expect(printComparisonText(compareModels(before, before))).toContain("No difference.");
  });
});
