import { expect, it } from "vitest";
import { shortenText, showUnseen } from "./visible-text.js";

it.each([
  ["a terminal's escape", "\u001b[31mred", "⟨U+001B⟩[31mred"],
  ["a control of C1", "a\u009bb", "a⟨U+009B⟩b"],
  ["an override of the direction", "\u202egnp.exe", "⟨U+202E⟩gnp.exe"],
  ["a character of no width", "ad\u200bmin", "ad⟨U+200B⟩min"],
  ["half of a surrogate pair", "a\ud800b", "a⟨U+D800⟩b"],
  ["a line break", "a\nb", "a⟨U+000A⟩b"],
  ["a filler that looks like nothing", "\u3164", "⟨U+3164⟩"],
  ["letters of any script, and a whole pair", "Köln 東京 حيفا 🦊", "Köln 東京 حيفا 🦊"],
  ["what would be HTML", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
])("shows %s", (_name, text, shown) => {
  expect(showUnseen(text)).toBe(shown);
});

it("cuts a long text, but no surrogate pair in two", () => {
  expect(shortenText("🦊".repeat(100_000), 3)).toBe("🦊…");
  expect(shortenText("abc", 3)).toBe("abc");
});
