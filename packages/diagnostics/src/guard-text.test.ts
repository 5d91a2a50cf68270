import { expect, it } from "vitest";
import { guardText } from "./guard-text.js";

it("leaves our own lines, colours and annotations", () => {
  const text = "\u001b[31merror\u001b[0m a::b\n\tc 👨‍👩‍👧\n";
  expect(guardText(text)).toBe(text);
  const annotation = "::error title=a,file=b::c\n";
  expect(guardText(annotation, { annotations: true })).toBe(annotation);
});

it.each([
  ["::error::x", "\\u{3a}:error::x"],
  ["a\n  \u00a0::set-env name=x::y", "a\n  \u00a0\\u{3a}:set-env name=x::y"],
  ["\u001b[1m::error::x\u001b[0m", "\u001b[1m\\u{3a}:error::x\u001b[0m"],
  ["a ##[error]x", "a #\\u{23}[error]x"],
  ["a\r::error::x", "a\\u{d}::error::x"],
  ["\u001b[2J\u001b[8mx\u001b]0;t\u0007", "\\u{1b}[2J\\u{1b}[8mx\\u{1b}]0;t\\u{7}"],
])("takes what acts out of %j", (text, expected) => {
  expect(guardText(text)).toBe(expected);
});

it("takes no other command for an annotation", () => {
  expect(guardText("::add-mask::x\n::error::x\n", { annotations: true })).toBe(
    "\\u{3a}:add-mask::x\n\\u{3a}:error::x\n",
  );
});
