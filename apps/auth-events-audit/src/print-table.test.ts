import { describe, expect, it } from "vitest";
import { printTable } from "./print-table.js";

describe("printTable", () => {
  it("lines up text at the left and numbers at the right", () => {
    expect(
      printTable(
        [
          ["a", 1, "x"],
          ["long", 1000, ""],
        ],
        undefined,
      ),
    ).toEqual(["  a         1  x", "  long  1,000"]);
  });

  it("makes the widest columns narrower and loses nothing", () => {
    const rows = [
      ["abcdefghijklmnopqrstuvwxyz", 7, "expected a string, got a number"],
      ["b", 12, "short"],
    ];
    const lines = printTable(rows, 40);
    expect(lines).toEqual([
      "  abcdefghijklmnop   7  expected a",
      "  qrstuvwxyz            string, got a",
      "                        number",
      "  b                 12  short",
    ]);
  });

  it("keeps to the width wherever that is possible", () => {
    const rows = [["x".repeat(300), 1, "y".repeat(50), "word ".repeat(20).trim()]];
    for (const width of [40, 80, 200]) {
      const lines = printTable(rows, width);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      expect(lines.join("").replace(/[^x]/g, "")).toHaveLength(300);
    }
  });

  it("prints something on a screen of one column, and nothing for no rows", () => {
    expect(printTable([["abcdefghijkl", 1]], 1)).toEqual(["  abcdefgh  1", "  ijkl"]);
    expect(printTable([], 80)).toEqual([]);
  });
});
