import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.js";

function split(chunks: readonly Uint8Array[], limit?: number) {
  const splitter = new LineSplitter(limit);
  const lines = chunks.flatMap((chunk) => [...splitter.push(chunk)]);
  return [...lines, ...splitter.end()].map(({ number, bytes }) => [number, bytes?.toString("utf8")]);
}

const text = (...parts: string[]) => parts.map((part) => Buffer.from(part));

describe("LineSplitter", () => {
  it("cuts lines wherever chunks end, in the middle of characters too", () => {
    const bytes = Buffer.from("Zürich\n東京 🗼\n\nend");
    const whole = split([bytes]);
    expect(whole).toEqual([
      [1, "Zürich"],
      [2, "東京 🗼"],
      [3, ""],
      [4, "end"],
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(split(chunks)).toEqual(whole);
      }),
    );
  });

  it.each([
    ["nothing at all", text(""), []],
    ["no chunk", [], []],
    ["a line feed at the end", text("a\n"), [[1, "a"]]],
    [
      "line feeds alone",
      text("\n\n"),
      [
        [1, ""],
        [2, ""],
      ],
    ],
    [
      "a byte order mark",
      text("\ufeffa\n\ufeffb"),
      [
        [1, "a"],
        [2, "\ufeffb"],
      ],
    ],
    ["a byte order mark in pieces", [Buffer.of(0xef), Buffer.of(0xbb), Buffer.of(0xbf, 0x61)], [[1, "a"]]],
  ])("reads %s", (_, chunks, lines) => {
    expect(split(chunks)).toEqual(lines);
  });

  it("gives up a line over the limit, keeps its number, and goes on", () => {
    expect(split(text("abcd\nabc", "de", "f\nxyz\nabcde"), 4)).toEqual([
      [1, "abcd"],
      [2, undefined],
      [3, "xyz"],
      [4, undefined],
    ]);
  });
});
