import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loosePattern } from "./loose-pattern.js";

const TAG = "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$";

describe("loosePattern", () => {
  it.each([TAG, "^\\p{Lu}\\p{L}+$", "^[^\\p{C}]+$", "^\\P{L}+$", "^(?=[\\p{L}])[\\w\\u0100-\\uFFFF]{1,3}$"])(
    "takes what %s takes, and in Latin-1 nothing else",
    (source) => {
      const loose = loosePattern(source)!;
      const [exact, made, plain] = [new RegExp(source, "u"), new RegExp(loose, "u"), new RegExp(loose)];
      const character = fc.constantFrom(
        "a",
        "Z",
        "é",
        "\u00a0",
        "1",
        "_",
        "!",
        "\n",
        "Ω",
        "→",
        "漢",
        "😀",
        "𐐀",
      );
      fc.assert(
        fc.property(fc.string({ unit: character, maxLength: 4 }), (text) => {
          const isLatin = /^[\0-\xff]*$/.test(text);
          for (const regex of [made, plain]) {
            if (isLatin) expect(regex.test(text)).toBe(exact.test(text));
            else if (exact.test(text) && !/[😀𐐀]/u.test(text)) expect(regex.test(text)).toBe(true);
          }
          if (exact.test(text)) expect(made.test(text)).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    ["where more in a class is less in a text", "^(?!\\p{L}).*$"],
    ["where an engine that backtracks could take long", "^(\\p{L}+\\p{Z})+$"],
  ])("gives up %s", (_, source) => {
    expect(loosePattern(source)).toBeUndefined();
  });
});
