import { readFileSync, writeFileSync } from "node:fs";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareModels, withAccepted, withOwnOperations, withPolicy } from "../src/comparison.js";
import { POLICY_SCHEMA } from "../src/policy/policy-schema.js";
import { DIFF_SCHEMA } from "../src/views/diff.schema.js";
import { printComparisonJson } from "../src/views/json.js";

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  DIFF_SCHEMA,
);

function problems(text: string): unknown {
  return validate(JSON.parse(text)) ? undefined : validate.errors;
}

describe("the JSON view fits its schema", () => {
  const sides = [AUTH_EVENTS_VALUES.before, AUTH_EVENTS_VALUES.after].map((values) => ({
    label: "model.json",
    date: "2022-08-18",
    release: "botocore 1.27.55",
    model: authEventsModel(values),
  }));
  const comparison = compareModels(sides[0]!, sides[1]!);

  it("for the story", () => {
    expect(problems(printComparisonJson(comparison))).toBeUndefined();
  });

  it("with a policy and one's own operations", () => {
    const policed = withPolicy(comparison, {
      name: "team",
      entries: [
        { rule: "response.enum.value-added", suppress: true, reason: "We read unknown values." },
        { rule: "response.enum.values-replaced", severity: { wire: "error" }, reason: "We store them." },
      ],
    });
    const text = printComparisonJson(withOwnOperations(policed, ["example#Other"]));
    expect(problems(text)).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject({ policy: "team", own: ["example#Other"], suppressed: [{}] });
  });

  it("with what was accepted", () => {
    const finding = comparison.findings[0]?.id ?? "";
    const accepted = withAccepted(comparison, [{ finding, because: "r", by: "Ada", date: "2026-03-01" }]);
    const text = printComparisonJson(accepted);
    expect(problems(text)).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject({
      summary: { accepted: 1 },
      findings: [{ id: finding, accepted: { because: "r", by: "Ada", date: "2026-03-01" } }, {}],
    });
  });

  it("for any two models", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (a, b) => {
        const text = printComparisonJson(compareModels({ label: "a", model: a }, { label: "b", model: b }));
        expect(problems(text)).toBeUndefined();
      }),
    );
  });

  it("and does not fit with a field that the schema does not know", () => {
    const view = JSON.parse(printComparisonJson(comparison));
    expect(problems(JSON.stringify({ ...view, extra: 1 }))).toBeDefined();
  });
});

describe("the published schemas are the exported ones", () => {
  it.each([
    ["diff-1.json", DIFF_SCHEMA],
    ["policy-1.json", POLICY_SCHEMA],
  ])("%s", (name, schema) => {
    const file = new URL(`../schema/${name}`, import.meta.url);
    if (process.env.GOLDEN_UPDATE === "1") writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
  });
});
