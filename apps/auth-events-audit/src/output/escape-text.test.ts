import { describe, expect, it } from "vitest";
import { escapeJson, escapeText } from "./escape-text.js";

const HOSTILE = "\u001b[2J\r\n\u0007\u009b\u202eabc\u05d0\u200b\u2028東\ud800\u007f🗼";

describe("escapeText", () => {
  it.each([
    ["plain text", "Sign-in {1} \\", "Sign-in {1} \\"],
    ["Western letters", "Évènements ß", "Évènements ß"],
    ["terminal commands", "\u001b[31mred", "\\u{1b}[31mred"],
    ["lines", "a\r\nb\u2028c", "a\\u{d}\\u{a}b\\u{2028}c"],
    ["direction marks and letters from right to left", "\u202eא", "\\u{202e}\\u{5d0}"],
    ["look-alikes", "Раss", "\\u{420}\\u{430}ss"],
    ["a lone surrogate", "\ud800", "\\u{d800}"],
    ["characters two columns wide", "🗼", "\\u{1f5fc}"],
  ])("prints %s", (_, text, printed) => {
    expect(escapeText(text)).toBe(printed);
  });

  it("leaves nothing that acts on a screen", () => {
    expect(escapeText(HOSTILE)).toMatch(/^[ -~]+$/);
  });
});

describe("escapeJson", () => {
  it("is exact, and ASCII alone", () => {
    const json = escapeJson({ [HOSTILE]: [HOSTILE] });
    expect(json).toMatch(/^[\n -~]+$/);
    expect(JSON.parse(json)).toEqual({ [HOSTILE]: [HOSTILE] });
  });
});
