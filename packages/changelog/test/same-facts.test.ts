import { createRequire } from "node:module";
import { appendRevision, type Ledger, replay } from "@shapelog/ledger";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFactsBlock } from "../src/facts-block.js";
import { findFactsBlocks } from "../src/find-facts-blocks.js";
import { findFactsDifference } from "../src/same-facts.js";

/** The release tool brings this version, which has no types. */
const { format }: { format(text: string, options: object): string } = createRequire(import.meta.url)(
  "prettier",
);

/** Returns the facts of a revision that took and brought values, besides the texts of hostile ones. */
function factsOf(values: readonly string[]): string {
  let ledger: Ledger = { service: "events", revisions: [] };
  const after = { eventType: values, eventResponse: [...AUTH_EVENTS_VALUES.after.eventResponse, ...values] };
  for (const [date, each] of [
    ["2017-11-28", AUTH_EVENTS_VALUES.before],
    ["2022-08-18", after],
  ] as const) {
    const source = { name: "botocore", version: "1.27.55" };
    const { revision } = appendRevision(ledger, authEventsModel(each), { date, source });
    ledger = { service: "events", revisions: [...ledger.revisions, revision!] };
  }
  return printFactsBlock("events", replay(ledger).steps[1]!);
}

const FACTS = factsOf(["SignIn", "Re_send", "a*b*c"]);

/** Returns what differs from the facts where a text has them. */
function difference(text: string, facts = FACTS) {
  const { blocks, diagnostics } = findFactsBlocks({ file: "CHANGELOG.md", text });
  expect(diagnostics).toEqual([]);
  expect(blocks).toHaveLength(1);
  return findFactsDifference(blocks[0]!, facts);
}

/** As the release tool moves what a changeset says into a changelog. */
function asItem(text: string): string {
  const [first, ...rest] = `The note.\n\n${text}`.split("\n");
  return `# x\n\n## 1.0.0\n\n### Major Changes\n\n- 1234567: ${first}\n${rest.map((line) => `  ${line}`).join("\n")}\n`;
}

const PRETTIER = [
  {},
  { proseWrap: "always", printWidth: 40 },
  { proseWrap: "never" },
  { tabWidth: 4 },
  { useTabs: true },
  { endOfLine: "crlf" },
] as const;

describe("the same facts", () => {
  it.each(PRETTIER)("are what prettier makes of them, with %j", (options) => {
    for (const text of [FACTS, asItem(FACTS), `# x\n\n${FACTS}\n\nMore.\n`])
      expect(difference(format(text, { parser: "markdown", ...options }))).toBeUndefined();
  });

  it("are what prettier makes of any values", () => {
    const pieces = [
      "_",
      "*",
      "`",
      "\\",
      "<b>",
      "&amp;",
      "[a](b)",
      "#",
      "- ",
      "1. ",
      "|",
      "~",
      "!",
      "@me",
      "日本",
      " ",
      "a",
    ];
    const value = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((list) => `v${list.join("")}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...PRETTIER),
        (values, options) => {
          const facts = factsOf(values);
          for (const text of [facts, asItem(facts)])
            expect(difference(format(text, { parser: "markdown", ...options }), facts)).toBeUndefined();
        },
      ),
    );
  });

  it.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["white space at the ends of lines", (text: string) => text.replaceAll("\n", " \n")],
    ["other bullets", (text: string) => text.replaceAll(/^- /gm, "* ")],
    ["blank lines between all lines", (text: string) => text.replaceAll("\n", "\n\n")],
    ["underscores for stars", (text: string) => text.replaceAll("**", "__")],
    ["indentation", (text: string) => text.replaceAll(/^(?=.)/gm, "\t")],
    [
      "the item of a list, after links",
      (text: string) =>
        text
          .split("\n")
          .map((line, index) =>
            index === 0 ? `- [#12](https://example.com) Thanks! - ${line}` : `  ${line}`,
          )
          .join("\n"),
    ],
  ])("are those with %s", (_, edit) => {
    expect(edit(FACTS)).not.toBe(FACTS);
    expect(difference(edit(FACTS))).toBeUndefined();
  });
});

describe("other facts", () => {
  const [, inner = ""] = /^<!--.*-->\n([\s\S]*)\n<!--/.exec(FACTS) ?? [];
  const withInner = (text: string) => FACTS.replace(inner, () => text);
  const places = (pattern: RegExp) =>
    [...inner.matchAll(pattern)].map(({ index, 0: text }) => ({ index, text }));
  const replaced = ({ index, text }: { index: number; text: string }, by: string) =>
    inner.slice(0, index) + by + inner.slice(index + text.length);

  /** Each edit of a word, number, name or mark of code, of the block as it is and as prettier left it. */
  const edits = [
    ...places(/[\p{L}\p{N}]+/gu).flatMap((word) => [
      ["without a word", replaced(word, "")],
      ["another word", replaced(word, `${word.text}s`)],
      ["a word twice", replaced(word, `${word.text} ${word.text}`)],
    ]),
    ...places(/\p{Lu}/gu).map((letter) => ["a small letter", replaced(letter, letter.text.toLowerCase())]),
    ...places(/\d/g).map((digit) => [
      "another digit",
      replaced(digit, String((Number(digit.text) + 1) % 10)),
    ]),
    ...places(/`[^`]+`/g).map((name) => ["no code", replaced(name, name.text.slice(1, -1))]),
    ...places(/[.:;,()[\]]/g).map((mark) => ["without a mark", replaced(mark, "")]),
    ...places(/^- .*\n?/gm).flatMap((fact) => [
      ["without a fact", replaced(fact, "")],
      ["a fact twice", replaced(fact, `${fact.text.trimEnd()}\n${fact.text}`)],
      ["a fact more", replaced(fact, `- Safe: all.\n${fact.text}`)],
      ["a comment", replaced(fact, `<!-- hidden -->\n${fact.text}`)],
      ["a definition", replaced(fact, `[a]: https://example.com\n\n${fact.text}`)],
      ["a heading", replaced(fact, `# Not true\n\n${fact.text}`)],
      ["code", replaced(fact, `\`\`\`\n${fact.text}\`\`\`\n`)],
      ["a quotation", replaced(fact, `> ${fact.text}`)],
      ["what is struck out", replaced(fact, `- <del>${fact.text.slice(2)}`)],
    ]),
    ...places(/(?<=^- .*\n)^- .*\n?/gm).map((fact) => [
      "a fact below another",
      replaced(fact, `  ${fact.text}`),
    ]),
  ].filter(([, text]) => text !== inner);

  it("are those with any other word, number, name, mark or fact", () => {
    expect(edits.length).toBeGreaterThan(200);
    const missed = edits.filter(([, text = ""]) => difference(withInner(text)) === undefined);
    expect(missed).toEqual([]);
  });

  it("are those after prettier, too", () => {
    const missed = edits.filter(
      ([, text = ""]) => difference(format(asItem(withInner(text)), { parser: "markdown" })) === undefined,
    );
    expect(missed).toEqual([]);
  });

  it("are told at the line of the first that differs", () => {
    const text = format(asItem(FACTS.replace("added `Re_send`", "added `Send`")), { parser: "markdown" });
    const found = difference(text);
    expect(text.slice(found?.offset).split("\n")[0]).toContain("added `Send`");
    expect(found).toMatchObject({
      expected: expect.stringContaining("added `Re_send`"),
      found: expect.stringContaining("added `Send`"),
    });
  });

  it("are not read where they are far too long to be the same", () => {
    const found = difference(withInner(`${inner}\n${"- a\n".repeat(100_000)}`));
    expect(found).toMatchObject({ expected: "<!-- /shapelog:facts -->", found: "- a" });
  });
});
