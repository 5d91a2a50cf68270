import { expect, it } from "vitest";
import { compareDecimals } from "./compare-decimals.js";

/** From the least to the greatest; those of one row are equal. */
const ROWS = [
  ["-1e400", `-1${"0".repeat(400)}`],
  ["-2", "-2.0", "-.2e1"],
  ["-1.10", "-1.1"],
  ["-1e-400"],
  ["0", "-0", "0.000", "0e9"],
  ["1e-400"],
  [".5", "0.5", "5e-1"],
  ["0.50000000000000000001"],
  ["9"],
  ["10", "1e+1", "1E1", "010.0"],
  ["9007199254740992"],
  ["9007199254740993"],
  ["1e400"],
];

it("orders numbers of any size by their digits", () => {
  ROWS.forEach((row, index) => {
    for (const first of row) {
      ROWS.forEach((others, place) => {
        for (const second of others)
          expect(Math.sign(compareDecimals(first, second)), `${first} ${second}`).toBe(
            Math.sign(index - place),
          );
      });
    }
  });
});
