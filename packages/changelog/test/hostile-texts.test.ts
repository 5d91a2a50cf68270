import parseChangeset from "@changesets/parse";
import { appendRevision, type Ledger, replay, type Step, type VendorNote } from "@shapelog/ledger";
import { expectLinear } from "@shapelog/testing";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { createChangeset } from "../src/changeset.js";
import { checkChangelog } from "../src/check-changelog.js";
import { FACTS_END, factsStart, printFactsBlock } from "../src/facts-block.js";
import { findFactsBlocks } from "../src/find-facts-blocks.js";
import { findSections } from "../src/find-sections.js";
import { findVendorQuotations } from "../src/quote-vendor.js";
import { readReleases } from "../src/read-releases.js";
import { replaceFacts } from "../src/replace-facts.js";
import { seedChangelog } from "../src/seed-changelog.js";

const PIECES = [
  ...[
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "`",
    "```\n",
    "~~~",
    "-->",
    "<!--",
    "---",
    "\n---\n",
    "- ",
    "* ",
    "\u0000",
  ],
  ...[
    "\u001b[2J",
    "\u0085",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\udc00",
    "<script>",
    "</details>",
  ],
  ...["]]>", "&amp;", "\\", "@here", "[a](javascript:b)", "##[error]", "::error::", "name", "日本", "👨‍👩‍👧"],
  ...[
    FACTS_END,
    `\n${FACTS_END}\n`,
    factsStart("events", "2022-08-18"),
    `\n${factsStart("x", "y")}\n`,
    "2022-08-18",
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(""));
const name = hostile.map((text) => `n${text}`);

/** What a quotation of plain text is made of. */
const QUIET: ReadonlySet<string> = new Set([
  ...["blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"],
  ...["text", "text_special", "softbreak", "code_inline"],
]);

interface Texts {
  readonly values: readonly string[];
  readonly note: string;
  /** What the vendor says. Default: nothing. */
  readonly vendor?: VendorNote;
  readonly source: string;
  readonly service: string;
  readonly packageName: string;
}

const texts: fc.Arbitrary<Texts> = fc.record({
  values: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
  note: hostile,
  vendor: fc.record({ source: name, version: name, file: name, text: hostile }),
  source: name,
  service: name,
  packageName: name,
});

function record({ values, note, vendor, source, service }: Texts): {
  readonly ledger: Ledger;
  readonly steps: readonly Step[];
} {
  const before = AUTH_EVENTS_VALUES.before;
  const after = { eventType: values, eventResponse: [...before.eventResponse, ...values] };
  let ledger: Ledger = { service, revisions: [] };
  for (const [date, model] of [
    ["2017-11-28", before],
    ["2022-08-18", after],
  ] as const) {
    const options = { date, note, source: { name: source }, ...(vendor ? { vendor } : {}) };
    const { revision } = appendRevision(ledger, authEventsModel(model), options);
    ledger = { service, revisions: [...ledger.revisions, revision!] };
  }
  return { ledger, steps: replay(ledger).steps };
}

/** What a file holds of a text. */
const written = (text: string) => Buffer.from(text, "utf8").toString("utf8");

/** A changelog to which a release tool moved a changeset: as a list item, indented. */
function release(packageName: string, summary: string): string {
  const [first, ...rest] = summary.split("\n").map((line) => line.trimEnd());
  return `# ${packageName}\n\n## 2.0.0\n\n- 1234567: ${first}\n${rest.map((line) => `  ${line}`).join("\n")}\n`;
}

describe("whatever stands in names, values and notes", () => {
  it("a changeset is one that the release tool reads, with its facts and no others", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const step = record(given).steps[1]!;
        const { service, packageName } = given;
        const { text, bump } = createChangeset({ service, packageName, step });
        const { releases, summary } = parseChangeset(written(text));
        expect(releases).toEqual([{ name: packageName, type: bump }]);
        for (const found of [written(text), release("x", summary)]) {
          const { blocks, diagnostics } = findFactsBlocks({ file: "x.md", text: found });
          expect(diagnostics).toEqual([]);
          expect(blocks.map((block) => [block.service, block.revision, block.text])).toEqual([
            [service, step.revision.id, printFactsBlock(service, step)],
          ]);
        }
      }),
    );
  });

  it("a changelog that was made is true, and repairing it changes nothing", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { ledger, steps } = record(given);
        const text = written(seedChangelog({ ...given, steps }));
        const changelog = { file: "CHANGELOG.md", text };
        expect(
          checkChangelog({ ledger, steps, packageName: given.packageName, changelog, changesets: [] })
            .diagnostics,
        ).toEqual([]);
        expect(replaceFacts(changelog, { service: given.service, steps })).toBe(text);
      }),
    );
  });

  it("a repair mends what was edited and leaves what others wrote, and a second one changes nothing", () => {
    const foreign = hostile.filter((text) => !text.includes("shapelog:facts"));
    const indents = fc.constantFrom("", "  ", "\t");
    const starts = fc.constantFrom("", "- ", "- 1234567: ");
    fc.assert(
      fc.property(texts, fc.tuple(foreign, foreign, indents, starts, fc.boolean()), (given, edit) => {
        const { steps } = record(given);
        const [before, after, indent, start, crlf] = edit;
        const inner = start === "" ? indent : `${indent}  `;
        const put = (block: string) => {
          const lines = block
            .split("\n")
            .map((line, index) => (index === 0 ? indent + start : line && inner) + line);
          return `${before}\n${lines.join(crlf ? "\r\n" : "\n")}\n${after}`;
        };
        const block = printFactsBlock(given.service, steps[1]!);
        const broken = put(block.replace(/^- .*$/m, "- Nothing happened."));
        const repaired = replaceFacts({ file: "x.md", text: broken }, { service: given.service, steps });
        expect(repaired).toBe(put(block));
        expect(replaceFacts({ file: "x.md", text: repaired }, { service: given.service, steps })).toBe(
          repaired,
        );
      }),
    );
  });

  it("what a vendor says stays a quotation, found as one, in a changeset and in a changelog", () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(texts, (given) => {
        const step = record(given).steps[1]!;
        const { service, packageName } = given;
        const { summary } = parseChangeset(written(createChangeset({ service, packageName, step }).text));
        for (const text of [summary, release("x", summary)]) {
          const quotations = findVendorQuotations({ file: "x.md", text });
          const isQuoted = /[^\s\u0085]/.test(given.vendor?.text ?? "");
          expect(quotations.length).toBe(isQuoted ? 1 : 0);
          for (const { offset, end } of quotations) {
            const quotation = text.slice(offset, end);
            expect(quotation).not.toMatch(/^[^>`]*<!--/m);
            expect(quotation).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e\ufeff]|##\[|\p{Surrogate}/u);
            const blocks = markdown.parse(quotation.replace(/^ {2}/gm, ""), {});
            expect(blocks.filter(({ level }) => level === 0).map(({ type }) => type)).toEqual([
              "blockquote_open",
              "blockquote_close",
            ]);
            const inside = blocks.flatMap(({ type, children }) => [
              type,
              ...(children ?? []).map((each) => each.type),
            ]);
            expect(inside.filter((type) => !QUIET.has(type))).toEqual([]);
          }
        }
      }),
    );
  });

  it("facts show each value on one line, inert", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const block = printFactsBlock(given.service, record(given).steps[1]!);
        expect(block).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e\ufeff]|##\[|\p{Surrogate}/u);
        expect(block.split("\n").filter((line) => !/^(<!-- \/?shapelog:facts|\*\*|- |$)/.test(line))).toEqual(
          [],
        );
      }),
    );
  });
});

describe("texts that are made to be slow", () => {
  const pad = (unit: string) => (length: number) => unit.repeat(length);

  it.each([
    ["a line of blanks", pad(" ")],
    ["an item of blanks", (length: number) => `- ${" ".repeat(length)}x`],
    ["empty lines", pad("\n")],
    ["starts without an end", pad(`${factsStart("a", "b")}\n`)],
    ["headings", pad("## 1.0.0\n")],
    ["quotations", pad("> The vendor's note, quoted from x\n")],
  ])("%s are read in step with their length", (_, make) => {
    expectLinear(
      (length) => {
        const text = make(length);
        findFactsBlocks({ file: "x.md", text });
        readReleases({ file: "x.md", text: `---\n${text}` });
        readReleases({ file: "x.md", text: `---\na${text}\n---\n` });
        findSections({ file: "x.md", text });
        findVendorQuotations({ file: "x.md", text });
      },
      { size: 20_000 },
    );
  });
});

it("a note that shows a facts block as code has none", () => {
  const note =
    "```\n\n<!-- shapelog:facts x y -->\n<!-- /shapelog:facts -->\n```\n`<!-- shapelog:facts x y -->`";
  const given = { values: ["A"], note, source: "s", service: "events", packageName: "p" };
  const text = seedChangelog({ packageName: "p", service: "events", steps: record(given).steps });
  const { blocks, diagnostics } = findFactsBlocks({ file: "CHANGELOG.md", text });
  expect([blocks.map(({ service }) => service), diagnostics]).toEqual([["events", "events"], []]);
});

it("a note keeps its Markdown, and what follows it stays what it is", () => {
  const given = { values: ["A"], source: "s", service: "events", packageName: "p" };
  const text = (note: string) => {
    const step = record({ ...given, note }).steps[1]!;
    return createChangeset({ service: "events", packageName: "p", step }).text.split("\n\n<!-- shapelog")[0];
  };
  expect(text("Use `A<B>`.\r\n\r\n- **one**\n\n---\n")).toBe(
    '---\n"p": major\n---\n\nUse `A<B>`.\n\n- **one**\n\n---',
  );
  expect(text("```js\nlet a;")).toMatch(/\n```js\nlet a;\n```$/);
  expect(text("a\n<!-- hidden")).toMatch(/\na\n\\<!-- hidden$/);
  expect(text("<b>a</b> `<b>`")).toMatch(/\n\\<b>a\\<\/b> `<b>`$/);
  expect(text("- a\n  ```\n<b> `<b>`")).toMatch(/\n\\<b> `\\<b>`\n```$/);
  expect(text("` a\n`<b>`")).toMatch(/\n` a\n`\\<b>`$/);
});
