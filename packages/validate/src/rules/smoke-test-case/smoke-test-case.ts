import { hasTrait, type OperationShape, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { structureOf } from "../../knowledge/structure-of.js";
import {
  checkPart,
  describePart,
  objectOf,
  type TestCase,
  testCases,
  textOf,
} from "../../knowledge/test-cases.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#smokeTests";

/** Smoke tests that do not fit the operation (Smithy 2.0, "Smoke tests"). */
export const smokeTestCase = defineRule({
  name: "SmokeTestCase",
  events: {
    SmokeTestCase: { severity: "error", message: (d: { operation: ShapeId; text: string }) => d.text },
  },
  *validate(context, event) {
    for (const testCase of testCases(context, TRAIT)) {
      const { shape, value } = testCase;
      if (shape.kind !== "operation") continue;
      const place = { shape: shape.id, trait: TRAIT };
      const name = textOf(value, "id") ?? `${testCase.index}`;
      const half = findMissingHalf(testCase);
      if (half !== undefined) {
        const data = { operation: shape.id, text: `Test case ${name} has ${half}.` };
        yield event("SmokeTestCase", { ...place, severity: "warning" }, data);
      }
      for (const part of checkParts(context, shape, testCase)) {
        const { severity, below } = part.problem;
        const data = { operation: shape.id, text: describePart(name, part) };
        yield event("SmokeTestCase", { ...place, severity, below }, data);
      }
      const missing = objectOf(value, "params") ? [] : requiredOf(context, shape);
      if (missing.length > 0) {
        const text = `Test case ${name} has no params, but the input requires ${missing.join(", ")}.`;
        yield event("SmokeTestCase", place, { operation: shape.id, text });
      }
    }
  },
});

function findMissingHalf({ value }: TestCase): string | undefined {
  const hasShape = textOf(value, "vendorParamsShape") !== undefined;
  const hasParams = objectOf(value, "vendorParams") !== undefined;
  if (hasShape === hasParams) return undefined;
  return hasShape ? "vendorParamsShape but no vendorParams" : "vendorParams but no vendorParamsShape";
}

function checkParts(context: ValidationContext, { input }: OperationShape, { value }: TestCase) {
  const options = { timestamps: "epoch-seconds" } as const;
  const vendor = textOf(value, "vendorParamsShape");
  const vendorParams = objectOf(value, "vendorParams");
  const params = objectOf(value, "params");
  return [
    ...(vendor !== undefined && vendorParams
      ? checkPart(context, { shape: vendor, path: "vendorParams", value: vendorParams }, options)
      : []),
    ...(params ? checkPart(context, { shape: input, path: "params", value: params }, options) : []),
  ];
}

function requiredOf(context: ValidationContext, { input }: OperationShape): readonly string[] {
  const members = structureOf(context, input)?.members ?? [];
  return members.filter((member) => hasTrait(member, "required")).map(({ name }) => name);
}
