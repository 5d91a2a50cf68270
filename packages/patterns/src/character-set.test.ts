import { describe, expect, it } from "vitest";
import { type CharacterElement, readCharacters } from "./character-set.js";
import { parsePattern } from "./parse-pattern.js";

const elementOf = (source: string) => {
  const element = parsePattern(source).alternatives[0]?.elements[0];
  return element as CharacterElement;
};

/** Every character but the halves of pairs, of which no text is made. */
function* characters() {
  for (let code = 0; code <= 0x10ffff; code++) if (code < 0xd800 || code > 0xdfff) yield code;
}

describe("readCharacters", () => {
  it.each([
    ...["a", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\n", "\\u{1F600}"],
    ...["[^]", "[]", "[a-z]", "[^a-z]", "[\\w-]", "[^\\s\\d]", "[\\u{10000}-\\u{10FFFF}\\x00]"],
    ...["\\p{L}", "\\P{L}", "[^\\p{Lu}\\P{L}]", "\\p{Script=Han}", "\\p{Any}", "\\p{NChar}"],
  ])("gives the characters that %s takes", (source) => {
    const set = readCharacters(elementOf(source));
    const regular = new RegExp(`^(?:${source})$`, "u");
    const [ranges, different] = [[...set], [] as number[]];
    for (const code of characters()) {
      while (ranges[0] && ranges[0].max < code) ranges.shift();
      const isInside = ranges[0] !== undefined && ranges[0].min <= code;
      if (isInside !== regular.test(String.fromCodePoint(code))) different.push(code);
    }
    expect(different).toEqual([]);
  });
});
