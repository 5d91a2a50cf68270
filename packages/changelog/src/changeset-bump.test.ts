import { expect, it } from "vitest";
import { findChangesetBump, setChangesetBump } from "./changeset-bump.js";

const TEXT = `---
"@example/events": major
'@example/other' : minor
plain: patch
---

"@example/events": minor is what this says.
---
`;

it.each([
  ["@example/events", "major"],
  ["@example/other", "minor"],
  ["plain", "patch"],
  ["@example/none", undefined],
])("finds what is asked for %s", (name, bump) => {
  expect(findChangesetBump(TEXT, name)).toBe(bump);
});

it("changes the bump of one package alone, with the reason behind it, and back", () => {
  const none = setChangesetBump(TEXT, "@example/events", { bump: "none", why: "taken back" });
  expect(none).toBe(TEXT.replace('"@example/events": major', '"@example/events": none # taken back'));
  expect(setChangesetBump(none, "@example/events", { bump: "major" })).toBe(TEXT);
});

it.each(["", "no front matter", '---\n"@example/events": huge\n---\n', '---\n"@example/events": major\n'])(
  "leaves a text as it is that asks for nothing: %j",
  (text) => {
    expect(setChangesetBump(text, "@example/events", { bump: "none" })).toBe(text);
  },
);

it("leaves the line breaks of Windows", () => {
  const windows = TEXT.replaceAll("\n", "\r\n");
  expect(setChangesetBump(windows, "plain", { bump: "none" })).toBe(
    windows.replace("plain: patch", "plain: none"),
  );
});
