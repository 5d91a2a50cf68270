import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { validateModel } from "../../src/validate-model.js";

function run(name: string, configuration: NodeValue, shapes: readonly Shape[] = []) {
  const metadata = new Map<string, NodeValue>([["validators", [{ name, configuration }]]]);
  const { events } = validateModel({ model: createModel(shapes, metadata), definitions: createModel([]) });
  return events.map(({ code, shape, message }) => [code, shape, message] as const);
}

describe("configuration", () => {
  it.each<[string, NodeValue, string]>([
    ["AbbreviationName", { allowedAbbreviations: "ID" }, "a list of strings"],
    ["CamelCase", { memberNames: "snake" }, "upper"],
    ["MissingSensitiveTrait", { excludeDefaults: true }, "terms"],
    ["MissingSensitiveTrait", { terms: ["a-b"] }, "a-b"],
    ["NoninclusiveTerms", { excludeDefaults: true, terms: {} }, "terms"],
    ["NoninclusiveTerms", { terms: { a: "b" } }, "lists of strings"],
    ["ReservedWords", { reserved: [{ words: ["*"] }] }, "*"],
    ["ReservedWords", { reserved: [{ words: ["a"], selector: "[[[" }] }, "selector"],
    ["ReservedWords", { reserved: ["a"] }, "words"],
    ["ShouldHaveUsedTimestamp", { additionalPatterns: ["("] }, "pattern"],
    ["StandardOperationVerb", {}, "verbs"],
  ])("%s says what is wrong with %j", (name, configuration, reason) => {
    const events = run(name, configuration);
    expect(events).toHaveLength(1);
    expect(events[0]?.[0]).toBe("Model");
    expect(events[0]?.[2]).toContain(reason);
  });

  it.each(["AbbreviationName", "CamelCase", "NoninclusiveTerms", "ReservedWords", "RepeatedShapeName"])(
    "%s takes keys and names that JavaScript has too",
    (name) => {
      const member = { name: "__proto__", target: "smithy.api#String", traits: { "a#constructor": {} } };
      const shapes: Shape[] = [
        { kind: "structure", id: "a#constructor", traits: { "smithy.api#trait": {} }, members: [member] },
      ];
      expect(run(name, JSON.parse('{"__proto__": 1, "toString": 2}'), shapes)).not.toContainEqual(
        expect.arrayContaining(["Model"]),
      );
    },
  );

  it("NoninclusiveTerms walks deep values without overflow", () => {
    let deep: NodeValue = "master";
    for (let level = 0; level < 5000; level++) deep = { key: deep };
    const shapes: Shape[] = [
      { kind: "document", id: "a#deep", traits: { "smithy.api#trait": {} } },
      { kind: "string", id: "a#Text", traits: { "a#deep": deep } },
    ];
    const metadata = new Map<string, NodeValue>([["validators", [{ name: "NoninclusiveTerms" }]]]);
    const model = createModel(shapes, metadata);
    const { events } = validateModel({ model, definitions: createModel([]), rules: [] });
    expect(events.map(({ shape }) => shape)).toEqual(["a#Text"]);
  });
});
