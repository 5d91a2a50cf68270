import { compareModels } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing/model-of";
import { expect, it } from "vitest";
import { writeNote } from "./write-note.js";

const model = (...members: readonly string[]) => {
  const fields = members.map((name) => `${name}: String`).join("\n");
  return modelOf(
    `$version: "2"\nnamespace a\nservice S { version: "1", operations: [Get] }\noperation Get { output := { ${fields} } }`,
  );
};
const note = (before: readonly string[], after: readonly string[]) =>
  writeNote(
    compareModels({ label: "before", model: model(...before) }, { label: "after", model: model(...after) }),
  );

it("says the first changes in words, and how many there are more", () => {
  expect(note(["A"], ["A", "B"])).toMatch(/^[^.]*`?B`?[^.]*\.$/);
  expect(note(["A"], ["A", "B", "C", "D", "E"])).toMatch(/ And 1 more change\.$/);
  expect(note(["A"], ["A", "B", "C", "D", "E", "F"])).toMatch(/ And 2 more changes\.$/);
});

it("says nothing where nothing changed", () => {
  expect(note(["A"], ["A"])).toBe("");
});
