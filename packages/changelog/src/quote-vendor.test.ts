import { describe, expect, it } from "vitest";
import { quoteNote } from "./quote-note.js";
import { findVendorQuotations, quoteVendor } from "./quote-vendor.js";

const NOTE = { source: "botocore", version: "1.27.55", file: ".changes/1.27.55.json" };
const ADDRESS = "https://github.com/boto/botocore/blob/1.27.55/.changes/1.27.55.json";

const find = (text: string) =>
  findVendorQuotations({ file: "x.md", text }).map(({ offset, end }) => text.slice(offset, end));

describe("what a vendor says", () => {
  it("is a quotation that names the source, the release and the file", () => {
    expect(quoteVendor({ ...NOTE, text: "Adds Kind.\n\nRemoves Name." })).toBe(
      [
        `> The vendor's note, quoted from botocore 1.27.55, [\`.changes/1.27.55.json\`](<${ADDRESS}>):`,
        ">",
        "> Adds Kind.",
        ">",
        "> Removes Name.",
      ].join("\n"),
    );
    expect(quoteVendor({ source: "events", text: "x" })).toBe(
      "> The vendor's note, quoted from events:\n>\n> x",
    );
  });

  it("is where to read it, without its words", () => {
    const place = `botocore 1.27.55, [\`.changes/1.27.55.json\`](<${ADDRESS}>)`;
    expect(quoteVendor(NOTE)).toBe(`The vendor's note stands in ${place}.`);
    expect(quoteVendor({ ...NOTE, text: " \n" })).toBe(`The vendor's note stands in ${place}.`);
    expect(quoteVendor({ source: "events", version: "2", file: "CHANGELOG.md" })).toBe(
      "The vendor's note stands in events 2, `CHANGELOG.md`.",
    );
  });

  it.each<[string, string]>([
    ["a heading", "# a"],
    ["a heading by its underline", "a\n==="],
    ["an item", "- a"],
    ["a numbered item", "1. a"],
    ["a rule", "---"],
    ["code", "```\na"],
    ["HTML", "<b>a</b>"],
    ["a link", "[a](https://example.com/)"],
    ["a quotation that begins anew", "> The vendor's note, quoted from me:\n> a"],
    ["facts", "<!-- shapelog:facts x y -->\n<!-- /shapelog:facts -->"],
  ])("is no %s", (_, text) => {
    const quoted = quoteVendor({ source: "x", text });
    expect(quoted.split("\n").every((line) => line.startsWith(">"))).toBe(true);
    expect(quoted).not.toMatch(/^> (?:#|=|-|\d\.|`|<|\[|>)/m);
    expect(find(quoted)).toEqual([quoted]);
  });
});

describe("quotations of vendors", () => {
  const QUOTED = quoteVendor({ source: "x", text: "One.\n\nTwo." });

  it("are found between other texts, indented and as items, each as a whole", () => {
    expect(find(`Ours.\n\n${QUOTED}\n\nOurs.`)).toEqual([QUOTED]);
    const indented = QUOTED.replaceAll("\n", "\n  ");
    expect(find(`- 1234567: Ours.\n\n  ${indented}\n\n  Ours.`)).toEqual([indented]);
    expect(find(`- ${indented}\n`)).toEqual([indented]);
    expect(find(`${QUOTED}\n${QUOTED}`)).toEqual([QUOTED, QUOTED]);
    expect(find(QUOTED.replaceAll("\n", "\r\n"))).toEqual([QUOTED.replaceAll("\n", "\r\n")]);
  });

  it("are no other quotations, and nothing that only speaks of one", () => {
    expect(find("> One.\n> Two.")).toEqual([]);
    expect(find("The vendor's note, quoted from x:\nOne.")).toEqual([]);
    expect(find(quoteVendor({ source: "x" }))).toEqual([]);
  });

  it("are none in a note of ours that looks like one", () => {
    for (const note of [QUOTED, `- ${QUOTED}`, `\`\`\`\n${QUOTED}\n\`\`\``])
      expect(find(quoteNote(note))).toEqual([]);
  });
});
