import type { ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { checkBody } from "./check-body.js";
import { checkPart, describePart, objectOf, type TestCase, testCases, textOf } from "./test-cases.js";

/** Something wrong with a test of an HTTP request or response. */
export interface HttpTestProblem {
  readonly shape: ShapeId;
  readonly trait: ShapeId;
  readonly severity: "error" | "danger" | "warning" | "note";
  readonly below?: string | undefined;
  readonly text: string;
}

/**
 * Finds what is wrong with the test cases of a trait: parameters that do not fit the structure that `structureOf` names,
 * and bodies that are not of their media type. Shapes for which it names none are left out.
 */
export function* findHttpTestProblems(
  context: ValidationContext,
  trait: ShapeId,
  structureOf: (testCase: TestCase) => ShapeId | undefined,
): Iterable<HttpTestProblem> {
  for (const testCase of testCases(context, trait)) {
    const structure = structureOf(testCase);
    if (structure === undefined) continue;
    const { shape, value } = testCase;
    const name = textOf(value, "id") ?? `${testCase.index}`;
    const place = { shape: shape.id, trait };
    const broken = checkBody(textOf(value, "body") ?? "", textOf(value, "bodyMediaType") ?? "");
    if (broken !== undefined) {
      yield { ...place, severity: "danger", text: `Test case ${name}: the body ${broken}.` };
    }
    const vendor = textOf(value, "vendorParamsShape");
    const vendorParams = objectOf(value, "vendorParams") ?? {};
    if (vendor !== undefined && Object.keys(vendorParams).length === 0) {
      yield {
        ...place,
        severity: "warning",
        text: `Test case ${name} has vendorParamsShape but no vendorParams.`,
      };
    }
    const options = { timestamps: "epoch-seconds" } as const;
    const checked = [
      ...(vendor === undefined || Object.keys(vendorParams).length === 0
        ? []
        : checkPart(context, { shape: vendor, path: "vendorParams", value: vendorParams }, options)),
      ...checkPart(
        context,
        { shape: structure, path: "params", value: objectOf(value, "params") ?? {} },
        options,
      ),
    ];
    for (const part of checked) {
      const { severity, below } = part.problem;
      yield { ...place, severity, below, text: describePart(name, part) };
    }
  }
}
