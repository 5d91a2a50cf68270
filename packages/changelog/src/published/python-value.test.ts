import { describe, expect, it } from "vitest";
import type { PageValue } from "./page.js";
import { placeText } from "./placed-text.js";
import { readPythonValue } from "./python-value.js";

/** Returns a value in a short form, without places. */
function shorten(value: PageValue): unknown {
  switch (value.kind) {
    case "word":
      return value.text;
    case "set":
      return new Set(value.values.map(({ text }) => text));
    case "list":
      return value.items.map(shorten);
    case "dict":
      return Object.fromEntries(value.entries.map(({ key, value: inside }) => [key.text, shorten(inside)]));
    default:
      return null;
  }
}

function read(text: string): unknown {
  const found = readPythonValue(placeText(text), 0);
  return found.ok ? shorten(found.value) : found.reason;
}

describe("what Python prints is read", () => {
  it.each<[string, string, unknown]>([
    [
      "a dict of sets",
      "{'A': {'B': {'X', 'Y'},\n       'C': {'Z'}}}",
      { A: { B: new Set(["X", "Y"]), C: new Set(["Z"]) } },
    ],
    ["a list of a new type", "{'A': [{'B': 'string'}]}", { A: [{ B: "string" }] }],
    ["either quote", `{"it's": 'say "so"'}`, { "it's": 'say "so"' }],
    ["escapes", String.raw`{'a\'b\\c\n\x41\u00e9\U0001F600'}`, new Set(["a'b\\c\nAé😀"])],
    ["a string in pieces", "{'A': 'one | '\n      'two'}", { A: "one | two" }],
    ["a string in pieces in parentheses", "('one | '\n 'two')", "one | two"],
    ["strings of Python 2", "{u'A': {u'X'}}", { A: new Set(["X"]) }],
    ["quotes that a word processor made curly", "{‘A’: {“X”}}", { A: new Set(["X"]) }],
    ["a line that a mail broke inside of a string", "{'two\n   words'}", new Set(["two words"])],
    ["blanks that do not break", "{'A':\u00a0{'X',\u00a0'Y'}}", { A: new Set(["X", "Y"]) }],
    ["a comma behind the last", "{'X', 'Y',}", new Set(["X", "Y"])],
    ["what is empty", "{'A': {}, 'B': set(), 'C': (), 'D': []}", { A: null, B: null, C: null, D: [] }],
    ["names that are special in JavaScript", "{'constructor': 'string'}", { constructor: "string" }],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("with the place of each name", () => {
    const found = readPythonValue(placeText("see {'A': {'X'}}", 100), 4);
    expect(found).toMatchObject({
      ok: true,
      end: 16,
      value: { offset: 104, entries: [{ key: { offset: 105 }, value: { values: [{ offset: 111 }] } }] },
    });
  });
});

describe("what is no value is refused with a reason", () => {
  it.each([
    ["", "the text ends"],
    ["{'A': {'X'", "the text ends within it"],
    ["{'A", "a string does not end"],
    ["{'A' 'B': }", "no value stands here"],
    ["{'A': print('x')}", "no value stands here"],
    ["{['A']}", "a member or a value is a string"],
    ["{'A': 'x', 'B'}", "braces hold members or values, not both"],
    ["('a', 'b')", "there are no tuples of several values"],
    [String.raw`{'\UFFFFFFFF'}`, "there is no such character"],
    ["{'A': ".repeat(100_000), "values stand in each other more than 1000 deep"],
    ["[".repeat(100_000), "values stand in each other more than 1000 deep"],
  ])("%.40j", (text, reason) => {
    expect(read(text)).toBe(reason);
  });
});
