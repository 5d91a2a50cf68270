import { expect, it } from "vitest";
import { offsetInString } from "./offset-in-string.js";

it("finds a code unit behind escapes", () => {
  const value = 'a "b"\n\u00e9 c 🦊 end';
  const text = `{"note": ${JSON.stringify(value).replace("é", "\\u00e9")}}`;
  const start = text.indexOf('"', 8);
  for (const word of ["a", "b", "c", "end"])
    expect(text.slice(offsetInString(text, start, value.indexOf(word)))).toMatch(new RegExp(`^${word}`));
});
