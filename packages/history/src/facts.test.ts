import type { Change } from "@shapelog/changes";
import { describe, expect, it } from "vitest";
import { findFacts } from "./facts.js";
import type { HistoryFinding } from "./row.js";

const finding = (fields: Partial<HistoryFinding>): HistoryFinding => ({
  ...{
    id: "0123456789ab",
    rule: "response.member.removed",
    verdict: "breaking",
    wire: "error",
    source: "error",
    bump: "major",
    typesBump: "major",
  },
  ...{ shape: "a#Event", operations: ["ListEvents"], message: "", changes: [], told: "unnamed" },
  ...fields,
});
const gone = (shape: string, member: string, target = "a#Text"): Change => ({
  ...{ kind: "member.removed", shape, member, index: 0 },
  before: { name: member, target, traits: {} },
});
const shortened = (shape: string, before: number, after: number): Change => ({
  ...{ kind: "trait.changed", shape, member: "Token", trait: "smithy.api#length" },
  ...{ before: { max: before }, after: { max: after } },
});
const enumValue = (shape: string, value: string): Change => ({
  ...{ kind: "enum.value.removed", shape, member: value, value, index: 0 },
  before: { name: value, target: "smithy.api#Unit", traits: {} },
});

describe("findFacts", () => {
  it("tells once what both directions lose, with all operations", () => {
    const changes = [enumValue("a#Kind", "OLD")];
    const facts = findFacts({
      changes,
      findings: [
        finding({ rule: "request.enum.value-removed", shape: "a#Kind", changes: [0], operations: ["Put"] }),
        finding({ rule: "response.enum.value-removed", shape: "a#Kind", changes: [0], operations: ["Get"] }),
      ],
    });
    expect(facts).toMatchObject([{ told: "unnamed", operations: ["Get", "Put"], findings: [{}, {}] }]);
  });

  it("tells once what happens to the same name in several shapes", () => {
    const changes = [shortened("a#AIn", 9, 5), shortened("a#BIn", 9, 5), shortened("a#CIn", 9, 4)];
    const rule = "request.limit.tightened";
    const findings = ["a#AIn", "a#BIn", "a#CIn"].map((shape, index) =>
      finding({ rule, shape, member: "Token", changes: [index], operations: [shape] }),
    );
    expect(findFacts({ changes, findings }).map(({ operations }) => operations)).toEqual([
      ["a#AIn", "a#BIn"],
      ["a#CIn"],
    ]);
  });

  it.each<[string, readonly Change[], Partial<HistoryFinding>, Partial<HistoryFinding>]>([
    ["other names", [gone("a#A", "One"), gone("a#A", "Two")], { member: "One" }, { member: "Two" }],
    [
      "members of other types",
      [gone("a#A", "One"), gone("a#B", "One", "a#Other")],
      { member: "One" },
      { member: "One" },
    ],
    [
      "other rules",
      [gone("a#A", "One"), gone("a#B", "One")],
      { member: "One" },
      { member: "One", rule: "x.y" },
    ],
    [
      "what the note says otherwise",
      [gone("a#A", "One"), gone("a#B", "One")],
      { member: "One" },
      { member: "One", told: "named" },
    ],
  ])("keeps apart %s", (_, changes, one, other) => {
    const findings = [finding({ ...one, changes: [0] }), finding({ ...other, changes: [1] })];
    expect(findFacts({ changes, findings })).toHaveLength(2);
  });

  it("has nothing of findings that break nothing", () => {
    expect(findFacts({ changes: [], findings: [finding({ verdict: "safe", told: undefined })] })).toEqual([]);
  });
});
