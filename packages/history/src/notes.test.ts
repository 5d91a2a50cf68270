import { describe, expect, it } from "vitest";
import { findNote, isPlaceholder, parseNotes } from "./notes.js";

describe("isPlaceholder", () => {
  it.each<[string, boolean]>([
    ["Update events client to latest version", true],
    ["Update events command to latest version.", true],
    ["Update to latest version", true],
    ["The Event Store client has been updated to the latest version.", true],
    ["Update events client to latest version\n\nUpdate old-events client to latest version", true],
    ["Update events client to latest version\n\nAdds Kind.", false],
    ["Update the runtime of events to latest version", false],
    ["The events client has been updated to the latest version of the API, without Kind.", false],
    ["This release is a documentation update", false],
    ["", false],
  ])("knows %j: %j", (note, expected) => {
    expect(isPlaceholder(note)).toBe(expected);
  });
});

describe("parseNotes and findNote", () => {
  it("reads a list and a single entry, and takes backticks off", () => {
    expect(parseNotes([{ category: "``s3``", description: "x", type: "api-change" }, 1, null])).toEqual([
      { category: "s3", text: "x" },
    ]);
    expect(parseNotes({ category: "s3", description: "x" })).toHaveLength(1);
    expect(parseNotes(undefined)).toEqual([]);
  });

  it("joins what is said about a service under any of its names", () => {
    const notes = parseNotes([
      { category: "S3", description: "one" },
      { category: "old", description: "two" },
      { category: "s3", description: "one" },
      { category: "ec2", description: "three" },
    ]);
    expect(findNote(notes, ["s3", "old"])).toBe("one\n\ntwo");
    expect(findNote(notes, ["sqs"])).toBeUndefined();
  });
});
