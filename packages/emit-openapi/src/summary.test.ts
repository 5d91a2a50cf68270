import { documentationText } from "@shapelog/emit";
import { expect, it } from "vitest";
import { summarize } from "./summary.js";

it.each([
  ["<p>Lists the events. There can be many.</p>", "Lists the events."],
  [
    "<p>Adds <code>A_b</code> to <a href='https://example.com'>a list</a> &amp; more</p>",
    "Adds A_b to a list & more",
  ],
  ["Takes 1.5 seconds, e.g. more. Then *ends*.", "Takes 1.5 seconds, e.g. more."],
  ["A *very* **bold** snake_case_name.", "A very bold snake_case_name."],
  ["A <Thing> is made.", "A <Thing> is made."],
  ["<ul><li>One</li></ul>", undefined],
  ["", undefined],
  ["word ".repeat(60), `${"word ".repeat(23).trim()}…`],
])("summarize(%j)", (doc, summary) => {
  expect(summarize(documentationText(doc))).toBe(summary);
});
