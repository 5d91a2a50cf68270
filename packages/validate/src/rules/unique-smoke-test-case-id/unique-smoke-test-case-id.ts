import type { ShapeId } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { type TestCase, testCases, textOf } from "../../knowledge/test-cases.js";
import { topDown } from "../../knowledge/top-down.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#smokeTests";

/** Ids that two smoke tests of a service have (Smithy 2.0, "Smoke tests"). */
export const uniqueSmokeTestCaseId = defineRule({
  name: "UniqueSmokeTestCaseId",
  events: {
    UniqueSmokeTestCaseId: {
      severity: "error",
      message: (d: { id: string; operations: readonly ShapeId[] }) =>
        `The id "${d.id}" stands for several smoke tests, of ${listNames(d.operations)}. Give each an id of its own.`,
    },
  },
  *validate(context, event) {
    const cases = groupBy(testCases(context, TRAIT), ({ shape }) => shape.id);
    const bound = topDown(context).map(({ operations }) => operations);
    const inServices = new Set(bound.flatMap((operations) => operations.map(({ id }) => id)));
    const unbound = [...cases.keys()].filter((id) => !inServices.has(id)).map((id) => [{ id }]);
    for (const operations of [...bound, ...unbound]) {
      const own = operations.flatMap(({ id }) => cases.get(id) ?? []);
      for (const { id, shapes } of findRepeated(own)) {
        for (const shape of shapes) {
          yield event("UniqueSmokeTestCaseId", { shape, trait: TRAIT }, { id, operations: shapes });
        }
      }
    }
  },
});

function findRepeated(cases: readonly TestCase[]): readonly { id: string; shapes: readonly ShapeId[] }[] {
  return [...groupBy(cases, ({ value }) => textOf(value, "id"))].flatMap(([id, same]) =>
    id === undefined || same.length === 1
      ? []
      : [{ id, shapes: [...new Set(same.map(({ shape }) => shape.id))] }],
  );
}
