import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { type BlockOptions, readBlocks } from "./read-blocks.js";

async function cut(chunks: readonly string[], options?: BlockOptions) {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const blocks: (readonly [string, number, number])[] = [];
  for await (const { bytes, start, end, isOverlong } of readBlocks(stream(), options)) {
    blocks.push([isOverlong ? "(overlong)" : bytes.toString(), start, end]);
  }
  return blocks;
}

describe("readBlocks", () => {
  it.each([
    ["lines in one chunk", ["a\nb\n"], [["a\nb\n", 0, 4]]],
    ["a line cut in pieces", ["a", "b", "c\nd", "\n"], [["abc\nd\n", 0, 6]]],
    ["a last line without its end", ["a\nb"], [["a\nb", 0, 3]]],
    ["nothing", [], []],
    ["empty chunks", ["", ""], []],
  ])("keeps %s whole", async (_, chunks, blocks) => {
    expect(await cut(chunks)).toEqual(blocks);
  });

  it("ends a block behind a line feed, where a run can go on", async () => {
    const line = `${"x".repeat(300_000)}\n`;
    const blocks = await cut([`${line}ab`, `c\n${line}`, "d"]);
    expect(blocks.map(([text]) => text.length)).toEqual([300_001, 300_005, 1]);
    expect(blocks.map(([, start, end]) => [start, end])).toEqual([
      [0, 300_001],
      [300_001, 600_006],
      [600_006, 600_007],
    ]);
  });

  it("counts from where it starts", async () => {
    expect(await cut(["a\n"], { start: 10 })).toEqual([["a\n", 10, 12]]);
  });

  it.each([
    ["between others", ["a\nbbb", "bbb", "b\nc\n"]],
    ["that ends with a chunk", ["a\nbbb", "bbb", "b\n", "c\n"]],
  ])("passes over a line over the limit %s", async (_, chunks) => {
    expect(await cut(chunks, { limit: 4 })).toEqual([
      ["a\n", 0, 2],
      ["(overlong)", 2, 10],
      ["c\n", 10, 12],
    ]);
  });

  it("passes over a line over the limit at the end", async () => {
    expect(await cut(["a\n", "bbbbbb"], { limit: 4 })).toEqual([
      ["a\n", 0, 2],
      ["(overlong)", 2, 8],
    ]);
  });
});
