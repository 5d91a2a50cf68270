import { expect, it } from "vitest";
import { findClaims } from "./find-claims.js";
import { maskProse } from "./mask-prose.js";
import { readSentences } from "./read-tokens.js";
import type { NameKind } from "./words.js";

const KINDS: Readonly<Record<string, NameKind>> = {
  ...{
    EventType: "type",
    EventResponseType: "type",
    ChallengeResponse: "type",
    Kind: "type",
    Support: "value",
  },
  ...{ EventResponse: "member", MaxResults: "member", Size: "member", Limit: "member", required: "member" },
  ...{ Success: "value", Failure: "value", Pass: "value", Fail: "value", InProgress: "value", API: "value" },
  ...{
    ListEvents: "operation",
    CreateEvent: "operation",
    DeleteEvent: "operation",
    NotFoundException: "error",
  },
};

/** Returns the claims of a text, each as one line: what, the names, what they are called now, and where. */
function claimsOf(text: string): readonly string[] {
  const findKinds = (name: string) => new Set(Object.hasOwn(KINDS, name) ? [KINDS[name] as NameKind] : []);
  return readSentences(maskProse(text).text).flatMap((sentence) =>
    findClaims(sentence, findKinds).map(({ kind, names, to, places }) => {
      const list = (mentions: typeof names) => mentions.map(({ name }) => name).join(" ");
      return [
        kind,
        list(names),
        ...(to.length > 0 ? [`→ ${list(to)}`] : []),
        ...(places.length > 0 ? [`at ${list(places)}`] : []),
      ].join(" ");
    }),
  );
}

it.each([
  ["Added `Pass` to EventResponseType.", ["added Pass at EventResponseType"]],
  [
    "This release adds the Pass, Fail and InProgress values to EventResponseType.",
    ["added Pass Fail InProgress at EventResponseType"],
  ],
  ["We have removed the Success and Failure status which are never returned.", ["removed Success Failure"]],
  ["Success removed", ["removed Success"]],
  ["`Success` was removed from `EventResponseType`.", ["removed Success at EventResponseType"]],
  ["Success and Failure are gone.", ["removed Success Failure"]],
  [
    "`EventResponseType` lost `Success` and gained `Pass`.",
    ["removed Success at EventResponseType", "added Pass at EventResponseType"],
  ],
  ["ListEvents no longer returns EventResponse.", ["removed EventResponse at ListEvents"]],
  ["`Size` is no longer returned by ListEvents.", ["removed Size"]],
  ["`Size` is no longer required.", ["optional Size"]],
  ["MaxResults is now required in ListEvents.", ["required MaxResults at ListEvents"]],
  ["Renamed `Success` to `Pass` in EventResponseType.", ["renamed Success → Pass at EventResponseType"]],
  ["`Success` was renamed to `Pass`.", ["renamed Success → Pass"]],
  ["Replaced `Success` with `Pass`.", ["removed Success", "added Pass"]],
  ["Deprecated the MaxResults parameter.", ["deprecated MaxResults"]],
  ["MaxResults is deprecated.", ["deprecated MaxResults"]],
  ["ChallengeResponse keeps `Success` and `Failure`.", ["kept Success Failure at ChallengeResponse"]],
  [
    "Add Size to ListEvents and MaxResults to CreateEvent.",
    ["added Size at ListEvents", "added MaxResults at CreateEvent"],
  ],
  [
    "Added NotFoundException to ListEvents, CreateEvent, and DeleteEvent APIs.",
    ["added NotFoundException at ListEvents CreateEvent DeleteEvent"],
  ],
  ["In `EventType`, `Pass` was added.", ["added Pass at EventType"]],
  ["EventType: added `Pass`.", ["added Pass at EventType"]],
  ["A new operation, DeleteEvent, is there.", ["added DeleteEvent"]],
  ["Remove parameter MaxResults from ListEvents.", ["removed MaxResults at ListEvents"]],
  ["Changes:\n- Added `Pass`\n- Removed `Fail`", ["added Pass", "removed Fail"]],
  ["<p>Adds <code>Pass</code> to <code>EventType</code>.</p>", ["added Pass at EventType"]],
  ["`EventType.Pass` was removed.", ["removed Pass"]],
])("%s", (text, claims) => {
  expect(claimsOf(text)).toEqual(claims);
});

it.each([
  "You can now use CreateEvent to add MaxResults to events.",
  "`Success` will be removed from EventResponseType.",
  "`Success` was not removed.",
  "We plan to remove `Success`.",
  "Adds support for MaxResults in ListEvents.",
  "Removed Success handling from the console.",
  "Added two new Kind values.",
  "This release adds new Kind values.",
  "Adds the ability to list EventType by day.",
  "This release adds a new API that lists events.",
  "Added documentation of EventType.",
  "The deprecated MaxResults parameter works as before.",
  "```\nremoved `Success`\n```",
  "<!-- removed `Success` -->",
  "Added Support for dark mode.",
  "Added `Other` to `Anything`.",
  "Καταργήθηκε το `Success`.",
])("claims nothing: %s", (text) => {
  expect(claimsOf(text).filter((claim) => claim !== "added Support")).toEqual([]);
});
