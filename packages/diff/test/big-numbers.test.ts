import { type NodeValue, requireNumber } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { compareModels } from "../src/comparison.js";
import { createSmithyEvents } from "../src/smithy/index.js";
import { printComparisonJson } from "../src/views/json.js";

/** Compares two models that differ in one limit or default of a request, and nothing else. */
function compare(before: string, after: string) {
  const side = (member: string) => ({
    label: member,
    model: modelOf(`structure Input {\n${member}\n}`, { impliedService: true }),
  });
  return compareModels(side(before), side(after));
}

const range = (bound: string) => `@range(${bound}) n: BigInteger`;

describe("limits beyond a double", () => {
  it.each([
    ["max: 9223372036854775807", "max: 9223372036854775806", "request.limit.tightened"],
    ["max: 9223372036854775806", "max: 9223372036854775807", "request.limit.loosened"],
    ["min: 9007199254740992", "min: 9007199254740993", "request.limit.tightened"],
    ["max: 1e400", "max: 1e401", "request.limit.loosened"],
  ])("that go from %s to %s are told of", (before, after, rule) => {
    expect(compare(range(before), range(after)).findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it.each([
    ["max: 9223372036854775807", "max: 9223372036854775807.0"],
    ["max: 1e400", "max: 10E+399"],
    ["max: 100", "max: 1e2"],
  ])("that go from %s to %s did not move", (before, after) => {
    expect(compare(range(before), range(after)).changes).toEqual([]);
  });

  it("are shown with all their digits", () => {
    const [finding] = compare(range("max: 9223372036854775807"), range("max: 9223372036854775806")).findings;
    expect(finding?.message).toContain("9,223,372,036,854,775,807 → 9,223,372,036,854,775,806");
  });

  it("are told of in the smithy view, too", () => {
    const events = createSmithyEvents(
      compare(range("max: 9223372036854775807"), range("max: 9223372036854775806")),
    );
    expect(events.map(({ id }) => id)).toContain("ChangedRangeTrait");
  });
});

it("tells of a default whose last digit changed, and prints it as a JSON number", () => {
  const comparison = compare("n: Long = 9223372036854775807", "n: Long = 9223372036854775806");
  expect(comparison.findings.map(({ rule }) => rule)).toEqual(["request.default.changed"]);
  const json = printComparisonJson(comparison);
  expect(json).toContain('"before": 9223372036854775807,');
  expect(json).toContain('"after": 9223372036854775806');
});

it("keeps enum values apart that have the same double next to them", () => {
  const value = (of: NodeValue) => ({
    name: "A",
    target: "smithy.api#Unit",
    traits: { "smithy.api#enumValue": of },
  });
  const side = (digits: string) => ({
    label: digits,
    model: {
      metadata: new Map(),
      shapes: new Map([
        ["a#E", { kind: "intEnum", id: "a#E", traits: {}, members: [value(requireNumber(digits))] } as const],
      ]),
    },
  });
  const { changes } = compareModels(side("9223372036854775807"), side("9223372036854775806"));
  expect(changes.map(({ kind }) => kind)).toEqual(["enum.value.removed", "enum.value.added"]);
});
