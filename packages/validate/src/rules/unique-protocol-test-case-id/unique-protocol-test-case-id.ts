import type { ShapeId } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { testCases, textOf } from "../../knowledge/test-cases.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** The traits whose test cases share one set of ids. */
const SETS = [["httpRequestTests"], ["httpResponseTests", "httpMalformedRequestTests"], ["eventStreamTests"]];

/** Ids that two protocol tests have (Smithy 2.0, "HTTP protocol compliance tests"). */
export const uniqueProtocolTestCaseId = defineRule({
  name: "UniqueProtocolTestCaseId",
  events: {
    UniqueProtocolTestCaseId: {
      severity: "error",
      message: (d: { id: string; shapes: readonly ShapeId[] }) =>
        `The id "${d.id}" stands for several test cases, of ${listNames(d.shapes)}. Give each an id of its own.`,
    },
  },
  *validate(context, event) {
    for (const traits of SETS) {
      const cases = traits.flatMap((trait) => testCases(context, `smithy.test#${trait}`));
      for (const [id, same] of groupBy(cases, ({ value }) => textOf(value, "id"))) {
        if (id === undefined || same.length === 1) continue;
        const places = new Map(same.map(({ shape, trait }) => [shape.id, trait]));
        const shapes = [...places.keys()];
        for (const [shape, trait] of places) {
          yield event("UniqueProtocolTestCaseId", { shape, trait }, { id, shapes });
        }
      }
    }
  },
});
