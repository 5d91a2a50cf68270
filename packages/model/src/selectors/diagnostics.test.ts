import { describe, expect, it } from "vitest";
import type { selectorDiagnostics } from "./diagnostics.js";
import { parseSelector } from "./parse-selector.js";

type Code = keyof typeof selectorDiagnostics.entries;

/** A selector for each code that gives it. */
const EXAMPLES: Readonly<Record<Code, string>> = {
  syntax: "structure ]",
  "unclosed-quote": '[id = "a',
  "unknown-type": "struct",
  "argument-count": ":root(structure, union)",
  "too-deep": ":not(".repeat(1000),
  "too-long": "structure ".repeat(100_000),
  "unknown-attribute": "[colour = red]",
  "unknown-function": ":first(structure)",
  "unknown-relationship": "-[owns]->",
  "renamed-function": ":each(structure)",
};

describe("each diagnostic of a selector", () => {
  it.each(Object.entries(EXAMPLES))("%s is reported, in whole sentences", (code, text) => {
    const { diagnostics } = parseSelector(text);
    const found = diagnostics.find((each) => each.code === `selector/${code}`);
    expect(diagnostics.map((each) => each.code)).toContain(`selector/${code}`);
    expect(found?.message).toMatch(/\.$/);
    expect(found?.message).not.toMatch(/undefined|\[object|\$\{/);
  });
});
