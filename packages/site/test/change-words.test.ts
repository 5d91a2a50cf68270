import { describe, expect, it } from "vitest";
import { diffDocs, docText } from "../src/doc/diff-docs.js";
import { readDoc } from "../src/doc/read-doc.js";
import { shortenLists } from "../src/views/shorten-lists.js";
import { nearestAnchor } from "../src/views/shown-anchors.js";

const between = (before: string, after: string) => diffDocs(readDoc(before), readDoc(after));

describe("what differs between two texts", () => {
  it("is told by words, as readers see them", () => {
    expect(between("<p>Kept for <b>one</b> day.</p>", "<p>Kept for <i>two</i> days.</p>")).toEqual([
      { kind: "same", text: "Kept for " },
      { kind: "removed", text: "one day" },
      { kind: "added", text: "two days" },
      { kind: "same", text: "." },
    ]);
  });

  it("is nothing where only markup does", () => {
    expect(between("<p>The <b>same</b>.</p>", "<p>The <code>same</code>.</p>")).toEqual([]);
  });

  it("leaves out most of what is the same", () => {
    const long = "word ".repeat(200);
    const [start, , , end] = between(`${long}old ${long}`, `${long}new ${long}`);
    expect(start?.text.length).toBeLessThan(80);
    expect(start?.text).toMatch(/ … .*word $/);
    expect(end?.text).toMatch(/^ word .* … $/);
  });

  it("is bounded where all is new", () => {
    const words = (seed: number) => Array.from({ length: 4000 }, (_, index) => `w${index * seed}`).join(" ");
    const parts = between(words(3), words(7));
    expect(parts.length).toBeLessThan(30);
    expect(parts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(25_000);
  });

  it("reads lists and notes as words", () => {
    expect(docText(readDoc("<ul><li>One</li><li>Two</li></ul><note><p>Three</p></note>"))).toBe(
      "• One\n• Two\nNote\nThree",
    );
  });
});

describe("long lists in sentences", () => {
  it.each([
    ["`A` can now be `a`, `b` or `c`.", "`A` can now be `a`, `b` or `c`."],
    ["Add `a`, `b`, `c`, `d`, `e` and 88 more.", "Add `a`, `b`, `c` and 90 more."],
    ["It is `a`, `b`, `c`, `d`, `e` or `f` now.", "It is `a`, `b`, `c` or 3 more now."],
    ["`a`, `b`, `c`, `d`, `e` and 1,200 more", "`a`, `b`, `c` and 1,202 more"],
  ])("cuts %s", (message, cut) => {
    expect(shortenLists(message)).toBe(cut);
  });
});

describe("what an anchor is shown by", () => {
  const shown = new Set(["request", "request.Items", "request.Items.item.Name"]);

  it.each([
    ["request.Items.item.Name", "request.Items.item.Name"],
    ["request.Items.item", "request.Items"],
    ["request.Items.item.Kind=c5.large", "request.Items"],
    ["request.Deep.value.Cut", "request"],
    ["response.Other", undefined],
  ])("finds for %s %s", (anchor, nearest) => {
    expect(nearestAnchor(shown, anchor)).toBe(nearest);
  });
});
