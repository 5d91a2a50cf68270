import { compareModels, describeBump } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing/model-of";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { checkClaims } from "../src/claims/check-claims.js";
import { maskProse } from "../src/claims/mask-prose.js";
import type { ToldChange } from "../src/claims/told-change.js";
import { quoteNote } from "../src/quote-note.js";

const events = (values: string, most: number) =>
  modelOf(`service Events { version: "1", operations: [ListEvents] }
operation ListEvents { input := { @length(max: ${most}) Token: String }, output := { Kind: Kind, Former: Former } }
enum Kind { ${values} }
enum Former { Success, Failure }`);

const TOLD = tell();

function tell(): ToldChange {
  const [before, after] = [events("Success, Failure", 60), events("Pass, Fail", 40)];
  const comparison = compareModels({ label: "before", model: before }, { label: "after", model: after });
  const bump = describeBump(comparison)?.bump ?? "patch";
  return { before, after, changes: comparison.changes, findings: comparison.findings, bump };
}

function check(text: string) {
  const locate = (offset: number) => ({ file: "note", offset });
  return checkClaims({ service: "events", text, told: [TOLD], locate });
}

const PIECES = [
  ...["Success", "`Pass`", "Failure", "Kind", "Former", "Kind.Fail", "Token", "`Success`", "Gone"],
  ...["removed ", "added ", "Renamed ", " to ", " from ", " in ", " and ", ", ", ". ", "is ", "no longer "],
  ...["new ", "required ", "the length of ", "is 50 characters", "No breaking changes", "A minor release"],
  ...[
    " ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "`",
    "```\n",
    "<!-- ",
    " -->",
    "\\",
    "<b>",
    "[",
    "](a)",
    '"',
    "“",
    "’s ",
  ],
  ...["<!-- shapelog:waive Pass because it is so -->", "<!-- shapelog:waive Pass -->"],
  ...[
    "\u0301",
    "\u200b",
    "\u202e",
    "\u2067",
    "\ufeff",
    "\ud800",
    "👨‍👩‍👧",
    "İ",
    "ß",
    "日本",
    "ערך ",
    "\u2028",
    "\0",
  ],
];
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));

describe("whatever stands in prose", () => {
  it("is told of at the words that are wrong", () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { location, data } of check(text)) {
          const offset = location?.offset ?? -1;
          expect(offset >= 0 && offset < text.length).toBe(true);
          const rest = text.slice(offset).replace(/\s+/g, " ");
          const told = { ...(data as object) } as { number?: string; words?: string; claim?: string };
          if (told.number !== undefined) expect(rest.startsWith(told.number)).toBe(true);
          else if (told.words !== undefined) expect(rest.startsWith(told.words)).toBe(true);
          else if (told.claim !== undefined) expect(rest).toMatch(/^[`"“‘']{0,3}(?:\w|\.)/);
        }
      }),
    );
  });

  it("says the same with other ends of lines", () => {
    fc.assert(
      fc.property(prose, (text) => {
        const windows = text.replaceAll("\n", "\r\n");
        const told = (of: string) =>
          check(of).map(({ code, location }) => [
            code,
            of.slice(0, location?.offset).replaceAll("\r\n", "\n").length,
          ]);
        expect(told(windows)).toEqual(told(text));
      }),
    );
  });

  it("is no HTML once it is quoted, save what lets claims through", () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(prose, (text) => {
        const blocks = markdown.parse(quoteNote(text), {});
        const html = [...blocks, ...blocks.flatMap(({ children }) => children ?? [])].filter(({ type }) =>
          type.startsWith("html"),
        );
        expect(html.filter(({ content }) => !/^\s*<!-- shapelog:waive [^<>]*-->/.test(content))).toEqual([]);
      }),
    );
  });

  it("is let through after it is quoted where it was before", () => {
    const waived = (text: string) => maskProse(text).waivers.filter(({ reason }) => reason !== "").length;
    fc.assert(
      fc.property(prose, (text) => {
        if (waived(text) > 0) expect(waived(quoteNote(text))).toBeGreaterThan(0);
      }),
    );
  });
});

it.each([
  "Les valeurs Success et Failure de Kind sont remplacées par Pass et Fail. La longueur de Token est réduite.",
  "Kind: Success und Failure entfallen, Pass und Fail sind neu. Token ist kürzer.",
  "Kind の Success と Failure を削除し、Pass と Fail を追加しました。Token の最大長を変更。",
  "Из Kind удалены Success и Failure, добавлены Pass и Fail. Изменена длина Token.",
  "הערכים Success ו Failure הוסרו מתוך Kind, נוספו Pass ו Fail. Token קצר יותר.",
])("raises no false alarm for a note in another language: %s", (text) => {
  expect(check(text).filter(({ code }) => code !== "changelog/untold-break")).toEqual([]);
});
