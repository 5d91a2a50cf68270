import { expect, it } from "vitest";
import { createOffsetFinder, offsetInString } from "./offset-in-string.js";

it("finds a code unit behind escapes", () => {
  const value = 'a "b"\n\u00e9 c 🦊 end';
  const text = `{"note": ${JSON.stringify(value).replace("é", "\\u00e9")}}`;
  const start = text.indexOf('"', 8);
  for (const word of ["a", "b", "c", "end"])
    expect(text.slice(offsetInString(text, start, value.indexOf(word)))).toMatch(new RegExp(`^${word}`));
});

it("finds many code units of a long string as one by one", () => {
  const value = "a\n\u0007é".repeat(3_000);
  const text = `  ${JSON.stringify(value)}`;
  const find = createOffsetFinder(text, 2);
  for (const index of [11_999, 0, 4_095, 4_096, 4_097, 8_192, 5, 12_000])
    expect(find(index)).toBe(offsetInString(text, 2, index));
});
