import { describe, expect, it } from "vitest";
import { findNote, parseNotes } from "./notes.js";

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
    ]).map((note) => ({ ...note, file: ".changes/1.0.0.json" }));
    expect(findNote(notes, ["s3", "old"])).toEqual({ text: "one\n\ntwo", file: ".changes/1.0.0.json" });
    expect(findNote(notes, ["sqs"])).toBeUndefined();
  });

  it("says which file has all of it, the last one where several have", () => {
    const note = (file: string, text: string) => ({ category: "s3", text, file });
    expect(findNote([note("a", "one"), note("b", "one")], ["s3"])).toEqual({ text: "one", file: "b" });
    expect(findNote([note("a", "one"), note("b", "two")], ["s3"])).toEqual({ text: "one\n\ntwo" });
    const split = [note("a", "one"), note("b", "two"), note("b", "one")];
    expect(findNote(split, ["s3"])?.file).toBe("b");
  });

  it.each<[string, string]>([
    ["<p>Adds <code>Kind</code> &amp; more.</p><ul><li>A</li><li>B</li></ul>", "Adds Kind & more.\n\nA\n\nB"],
    ["a<br/>b", "a\nb"],
    ["<p>Use <region> of `x <https://example.com/>`.</p>", "Use <region> of `x <https://example.com/>`."],
    ["Use <region> &amp; <https://example.com/>.", "Use <region> &amp; <https://example.com/>."],
    ["<p>a</p><script>alert(1)</script>", "a\n\n<script>alert(1)</script>"],
    ['<p onclick="x()">a', "a"],
    ["one\ntwo", "one\ntwo"],
  ])("has %j as plain text", (description, text) => {
    expect(parseNotes({ category: "s3", description })[0]?.text).toBe(text);
  });
});
