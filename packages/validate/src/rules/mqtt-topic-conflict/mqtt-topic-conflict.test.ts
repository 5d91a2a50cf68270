import { createModel, type Shape } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing/expect-linear";
import { expect, it } from "vitest";
import { createContext } from "../../context.js";
import { mqttTopicConflict } from "./mqtt-topic-conflict.js";

function conflicts(topics: readonly (readonly [topic: string, input: string])[]) {
  const shapes = topics.map(([topic, input], index): Shape => {
    const traits = { "smithy.mqtt#publish": topic };
    return { kind: "operation", id: `a#O${index}`, traits, input, output: "smithy.api#Unit", errors: [] };
  });
  const context = createContext(createModel(shapes), createModel([]));
  return [...mqttTopicConflict.validate(context)].map(({ shape }) => shape);
}

it.each<[string, string, boolean]>([
  ["a/b", "a/b", true],
  ["a/{x}", "a/{y}", true],
  ["a/{x}", "a/b", false],
  ["a/b", "a/b/c", false],
  ["a", "b", false],
])("compares %s with %s", (one, other, isConflict) => {
  const found = conflicts([
    [one, "a#One"],
    [other, "a#Other"],
  ]);
  expect(found).toEqual(isConflict ? ["a#O0", "a#O1"] : []);
});

it("lets one payload go to a topic twice", () => {
  expect(
    conflicts([
      ["a", "a#One"],
      ["a", "a#One"],
    ]),
  ).toEqual([]);
});

it("takes time that grows with the topics alone", () => {
  const topics = (count: number) =>
    Array.from({ length: count }, (_, index) => ["a/{x}", `a#I${index}`] as const);
  expectLinear((count) => expect(conflicts(topics(count))).toHaveLength(count), { size: 16_000 });
});
