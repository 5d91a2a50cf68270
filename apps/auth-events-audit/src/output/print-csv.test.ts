import { describe, expect, it } from "vitest";
import type { Value } from "./answer.js";
import { printCsv } from "./print-csv.js";

async function print(...values: readonly Value[]): Promise<string> {
  async function* rows() {
    for (const value of values) yield [value];
  }
  let text = "";
  for await (const part of printCsv({
    name: "",
    columns: [{ name: "column", isNumber: false }],
    rows: rows(),
  })) {
    text += part;
  }
  return text.replace(/^column\r\n/, "");
}

describe("printCsv", () => {
  it.each([
    ["a formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["a plus", "+1", "'+1"],
    ["a minus", "-1+1", "'-1+1"],
    ["an at sign", "@SUM(1)", "'@SUM(1)"],
    ["a formula behind a space", " =1", "' =1"],
    ["a formula behind a tab", "\t=1", "'\\u{9}=1"],
    ["a formula behind what nobody sees", "\u200b=1", "'\\u{200b}=1"],
    ["a wide equals sign", "＝1", "'＝1"],
    ["a list that holds one", ["=1"], '"[""=1""]"'],
  ])("lets a spreadsheet take %s for text", async (_, value, cell) => {
    expect(await print(value)).toBe(`${cell}\r\n`);
  });

  it.each([
    ["text", 'a, "b"', '"a, ""b"""'],
    ["a negative number", -1.5, "-1.5"],
    ["a boolean", true, "true"],
    ["nothing", null, ""],
    ["letters of all languages", "東京", "東京"],
    ["lines and terminal commands", "a\r\n\u001b[2J", "a\\u{d}\\u{a}\\u{1b}[2J"],
    ["a lone surrogate", "\ud800", "\\u{d800}"],
    ["text that turns its direction", "\u202eabc", "\\u{202e}abc"],
  ])("prints %s", async (_, value, cell) => {
    expect(await print(value)).toBe(`${cell}\r\n`);
  });
});
