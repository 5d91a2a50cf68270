import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { parseLine } from "./parse-line.js";
import { LINE_LIMIT } from "./read-blocks.js";

const parse = (text: string | readonly number[]) =>
  parseLine(typeof text === "string" ? Buffer.from(text) : Buffer.from([...text]));

describe("parseLine", () => {
  it.each(["", "\r", " \t\r"])("passes over an empty line: %j", (line) => {
    expect(parse(line)).toEqual({ kind: "empty" });
  });

  it("reads a line that ends in a carriage return", () => {
    expect(parse('{"a":1}\r')).toEqual({ kind: "value", value: { a: 1 } });
  });

  it.each([
    ["a broken object", '{"a":1', "not JSON (column 7)"],
    ["a word", "hello", "not JSON"],
    ["a NUL", '{"a":1}\0', "not JSON (column 8)"],
    ["NULs alone", "\0\0", "not JSON"],
    ["a NUL in a string", '{"a":"\0"}', "not JSON (column 7)"],
    ["pretty-printed JSON", "{", "not JSON (column 2); `jq -c .` puts a value that spans lines on one line"],
    ["bytes that are not UTF-8", [0x22, 0xff, 0x22], "not UTF-8 text"],
    ["a character cut short", [0x22, 0xe6, 0x9d, 0x22], "not UTF-8 text"],
    ["UTF-16", [0xff, 0xfe, 0x7b, 0x00], "UTF-16 text; expected UTF-8"],
  ])("says what is wrong with %s", (_, line, message) => {
    expect(parse(line)).toEqual({ kind: "broken", message });
  });

  it("says that a line is too long", () => {
    expect(parseLine(Buffer.alloc(LINE_LIMIT + 1))).toEqual({
      kind: "broken",
      message: "longer than 16 MiB; put each event on its own line",
    });
  });

  it("never repeats the line, which may hold what is sensitive", () => {
    for (const line of ["jane.doe", '{"Username":jane.doe}', '{"Username":"jane.doe', "[1] jane.doe"]) {
      expect(JSON.stringify(parse(line))).not.toContain("jane");
    }
  });
});
