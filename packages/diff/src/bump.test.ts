import { describe, expect, it } from "vitest";
import { bumpOf, bumpsOf, decideBump, isAtLeastBump } from "./bump.js";
import type { Finding } from "./finding.js";
import { RULES } from "./rules/index.js";

const ruleOf = (id: string) => {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};

/** Returns as much of a finding as decides a release. */
const finding = (id: string): Pick<Finding, "rule" | "bump" | "typesBump" | "verdict"> => ({
  rule: id,
  verdict: ruleOf(id).verdict,
  ...bumpsOf(ruleOf(id)),
});

describe("bumpsOf", () => {
  it.each([
    ["operation.http.changed", "major", "patch"],
    ["request.limit.tightened", "major", "minor"],
    ["request.pattern.changed", "major", "minor"],
    ["request.wire-format.changed", "major", "patch"],
    ["response.enum.values-replaced", "major", "major"],
    ["response.enum.value-added", "minor", "minor"],
    ["response.limit.loosened", "minor", "minor"],
    ["response.limit.tightened", "minor", "patch"],
    ["request.limit.loosened", "minor", "patch"],
    ["request.member.added", "minor", "minor"],
    ["documentation.changed", "patch", "patch"],
  ])("%s asks for %s by all, for %s by the types", (id, all, types) => {
    expect(bumpsOf(ruleOf(id))).toEqual({ bump: all, typesBump: types });
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s has releases that go together", (_, rule) => {
    const { bump, typesBump } = bumpsOf(rule);
    expect(isAtLeastBump(bump, typesBump)).toBe(true);
    // What breaks deployed programs breaks those who import what the package ships for the wire.
    if (rule.verdict === "breaking") expect(bump).toBe("major");
    if (rule.verdict === "safe") expect(bump).not.toBe("major");
    // Said only where it does not follow from the rest.
    if (rule.documents !== undefined) expect(bumpsOf({ ...rule, bump: "patch" }).bump).toBe(rule.documents);
    const { documents: _documents, ...rest } = rule;
    if (rule.documents !== undefined) expect(bumpsOf(rest).bump).not.toBe(bump);
  });
});

describe("decideBump", () => {
  const because = (ids: readonly string[], scope?: "types") =>
    decideBump(ids.map(finding), scope)?.because.rule;

  it("is decided by the first of the worst that ask for the biggest", () => {
    const ids = [
      "documentation.changed",
      "response.enum.value-removed",
      "request.limit.tightened",
      "operation.removed",
    ];
    expect(because(ids)).toBe("request.limit.tightened");
    expect(because(ids, "types")).toBe("operation.removed");
    expect(because(["request.limit.tightened", "documentation.changed"], "types")).toBe(
      "request.limit.tightened",
    );
  });

  it("is nothing where nothing changed", () => {
    expect(decideBump([])).toBeUndefined();
    expect(bumpOf(finding("operation.http.changed"), "types")).toBe("patch");
  });
});
