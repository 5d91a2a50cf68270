import { describe, expect, it } from "vitest";
import { readPage, writeBlocks } from "./page.js";

const PAGE = `# \`enum.value-removed\`

Words.

## Meets the rule

\`\`\`smithy before
# no heading
enum E { A }
\`\`\`

~~~~ findings
\`\`\`
~~~
~~~~

### Reversed ###

\`\`\`
\`\`\`
`;

describe("readPage", () => {
  it("gives the title and each block with its info, its text and the heading above it", () => {
    const { title, blocks } = readPage(PAGE);
    expect(title).toBe("`enum.value-removed`");
    expect(blocks.map(({ info, text, heading }) => [info, text, heading])).toEqual([
      ["smithy before", "# no heading\nenum E { A }\n", "Meets the rule"],
      ["findings", "```\n~~~\n", "Meets the rule"],
      ["", "", "Reversed"],
    ]);
  });

  it("says where each text stands", () => {
    for (const { text, start, end } of readPage(PAGE).blocks) expect(PAGE.slice(start, end)).toBe(text);
  });

  it("ends a block that is not closed with the page", () => {
    expect(readPage("```a\nb").blocks).toEqual([{ info: "a", text: "b", start: 5, end: 6, heading: "" }]);
  });

  it("takes inline code of three backticks for no fence", () => {
    expect(readPage("```a``` b\n").blocks).toEqual([]);
  });
});

describe("writeBlocks", () => {
  it("changes the blocks that are given a text, in any order, and nothing else", () => {
    const [first, second, third] = readPage(PAGE).blocks;
    const written = writeBlocks(PAGE, [
      { block: third!, text: "last" },
      { block: first!, text: "" },
    ]);
    expect(readPage(written).blocks.map(({ text }) => text)).toEqual(["", second!.text, "last\n"]);
    expect(written.replace("last\n", "")).toBe(PAGE.replace(first!.text, ""));
  });

  it("gives the page back where nothing is replaced", () => {
    expect(writeBlocks(PAGE, [])).toBe(PAGE);
  });

  it("refuses two texts for one block", () => {
    const [block] = readPage(PAGE).blocks;
    const twice = [
      { block: block!, text: "a\n" },
      { block: block!, text: "b\n" },
    ];
    expect(() => writeBlocks(PAGE, twice)).toThrow('the block "smithy before" is given two texts');
  });
});
