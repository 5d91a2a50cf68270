import { isNodeArray, type ShapeId } from "@shapelog/model";
import { objectOf, testCases, textOf } from "../../knowledge/test-cases.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#httpMalformedRequestTests";

/** Parameters of tests that do not pair up (Smithy 2.0, "HTTP malformed request protocol tests"). */
export const httpMalformedRequestTests = defineRule({
  name: "HttpMalformedRequestTests",
  events: {
    HttpMalformedRequestTests: {
      severity: "error",
      message: (d: { operation: ShapeId; name: string; lengths: readonly number[] }) =>
        `The testParameters of test case ${d.name} have ${d.lengths.join(" and ")} values; expected as many in each list.`,
    },
  },
  *validate(context, event) {
    for (const { shape, value } of testCases(context, TRAIT)) {
      const lists = Object.values(objectOf(value, "testParameters") ?? {}).filter(isNodeArray);
      const lengths = [...new Set(lists.map(({ length }) => length))];
      if (lengths.length < 2) continue;
      const data = { operation: shape.id, name: textOf(value, "id") ?? "", lengths };
      yield event("HttpMalformedRequestTests", { shape: shape.id, trait: TRAIT }, data);
    }
  },
});
