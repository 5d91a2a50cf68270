import type { Finding } from "@shapelog/diff";
import { describe, expect, it } from "vitest";
import { findNote, isNamed, parseNotes } from "./notes.js";

const finding = (fields: Partial<Finding>): Finding => ({
  ...{ rule: "r", direction: "response", shape: "a#EventType", wire: "error", source: "error" },
  ...{ verdict: "breaking", bump: "major", changes: [], positions: [], operations: [] },
  ...{ message: "", affected: undefined, action: undefined },
  ...fields,
});
const removed: Finding["changes"] = [
  {
    kind: "enum.value.removed",
    shape: "a#EventType",
    member: "us_east_1",
    value: "us-east-1",
    index: 0,
    before: { name: "us_east_1", target: "smithy.api#Unit", traits: {} },
  },
];

describe("isNamed", () => {
  it.each([
    ["the operation", "listevents no longer pages.", true],
    ["the value", "Removed US-EAST-1.", true],
    ["the shape", "EventTypes changed.", true],
    ["a word it is a part of", "ListEventsPage and us-east-12 changed.", false],
    ["something else", "Update client to latest version", false],
  ])("looks for %s", (_, note, expected) => {
    expect(isNamed(finding({ operations: ["a#ListEvents"], changes: removed }), note)).toBe(expected);
  });

  it("looks for the member, and then not for its shape", () => {
    const about = finding({ shape: "a#Page", member: "Token" });
    expect(isNamed(about, "The `Token` is gone.")).toBe(true);
    expect(isNamed(about, "The page is gone.")).toBe(false);
  });

  it("says no where there is no note", () => {
    expect(isNamed(finding({}), undefined)).toBe(false);
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
