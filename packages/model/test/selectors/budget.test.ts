import { describe, expect, it } from "vitest";
import { createModel } from "../../src/create-model.js";
import {
  createSelection,
  matchSelector,
  parseMessageTemplate,
  parseSelector,
  printMessage,
  SelectorTooCostly,
  selectShapes,
} from "../../src/selectors/index.js";

/** Structures in a ring: each reaches every other. */
const ring = Array.from({ length: 200 }, (_, index) => ({
  kind: "structure" as const,
  id: `a#S${index}`,
  traits: { "smithy.api#tags": ["a", "b"] },
  members: [{ name: "next", target: `a#S${(index + 1) % 200}`, traits: {} }],
}));
const selection = createSelection(createModel(ring));

function parse(text: string) {
  const { selector } = parseSelector(text);
  if (!selector) throw new Error(text);
  return selector;
}

describe("a selector that takes too many steps", () => {
  it.each([
    ["variables", "$a(:root(*)) $b(:root(*)) ".repeat(20)],
    [
      "values of all shapes compared with each other",
      "$a(:root(*)) [@: @{var|a|id} = @{var|a|trait|(keys)}]",
    ],
    ["branches", `$a(*) ${":is($b(>), $b(<)) ".repeat(30)}`],
    ["recursion with variables", "$a(~> *) :recursive($b(>) >)"],
  ])("is given up: %s", (_, text) => {
    const budget = { left: 200_000 };
    expect(() => selectShapes(selection, parse(text), { budget })).toThrow(SelectorTooCostly);
  });

  it("is given up by itself, without a budget that is given", () => {
    const text = "$a(:root(*)) [@: @{var|a|id} = @{var|a|trait|(keys)}]";
    expect(() => selectShapes(selection, parse(text))).toThrow(SelectorTooCostly);
  });

  it("takes the same steps each time, of a budget that others share", () => {
    const costOf = (text: string) => {
      const budget = { left: 100_000_000 };
      selectShapes(selection, parse(text), { budget });
      return 100_000_000 - budget.left;
    };
    const text = "structure $a(> *) ~> [@: @{var|a|id} = @{id}]";
    expect(costOf(text)).toBeGreaterThan(1000);
    expect(costOf(text)).toBe(costOf(text));
  });

  it("keeps matches, and messages about them, within the budget", () => {
    const selector = parse("structure $a(~> *)");
    expect(() => matchSelector(selection, selector, { budget: { left: 10_000 } })).toThrow(SelectorTooCostly);
    const [match] = matchSelector(selection, selector);
    const { template } = parseMessageTemplate("@{var|a|trait|(values)}".repeat(100));
    if (!match || !template) throw new Error("no match");
    expect(() => printMessage(selection, match, { template, budget: { left: 500 } })).toThrow(
      SelectorTooCostly,
    );
  });
});

it("costs no more for a long list of names", () => {
  const budget = { left: 100_000 };
  const names = Array.from({ length: 50_000 }, (_, index) => `S${index}`).join(", ");
  expect(selectShapes(selection, parse(`[id|name = ${names}]`), { budget })).toHaveLength(400);
});

it("reads no path of any length", () => {
  const { selector, diagnostics } = parseSelector(`[trait|a${"|(values)".repeat(100_000)}]`);
  expect(selector).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["selector/too-deep"]);
});
