import { diffModels } from "@shapelog/changes";
import { createModel, type NodeValue } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { judge } from "../judge.js";

type Pages = Readonly<Record<string, NodeValue>>;

const MODEL = modelOf(`
  service Things { version: "1", operations: [ListThings] }
  operation ListThings {}
`);

/** Returns the model with these traits on its operation. */
function withTraits(traits: Pages) {
  const shapes = [...MODEL.shapes.values()];
  return createModel(shapes.map((shape) => (shape.kind === "operation" ? { ...shape, traits } : shape)));
}

const judged = (before: Pages, after: Pages) => {
  const [old, now] = [withTraits(before), withTraits(after)];
  const findings = judge(diffModels(old, now), { before: old, after: now });
  return findings.map(({ rule, changes }) => `${rule} ${changes.length}`);
};

const PAGINATED = "smithy.api#paginated";
const PAGINATOR = "shapelog.botocore#paginator";
const pages = { [PAGINATED]: { inputToken: "a", outputToken: "b" } };
const withMore = { ...pages, [PAGINATOR]: { more_results: "More" } };
const withSums = { ...pages, [PAGINATOR]: { non_aggregate_keys: ["Count"] } };
const whole = { [PAGINATOR]: { input_token: ["a", "c"], output_token: ["b", "d"] } };

describe("the pages of an operation", () => {
  it.each<[string, Pages, Pages, string]>([
    ["come with all that is said of them", {}, withMore, "operation.pagination.added 2"],
    ["go with all that is said of them", withMore, {}, "operation.pagination.removed 2"],
    ["stay where a detail of them comes", pages, withMore, "operation.pagination.changed 1"],
    ["stay where a detail of them goes", withMore, pages, "operation.pagination.changed 1"],
    ["stay where they are told in another trait", whole, pages, "operation.pagination.changed 2"],
    ["are where they were when boto3 joins them otherwise", pages, withSums, "vendor-detail.changed 1"],
  ])("%s", (_, before, after, expected) => {
    expect(judged(before, after)).toEqual([expected]);
  });

  it("tells each part once, in whichever trait it stands", () => {
    const lists = { [PAGINATOR]: { result_key: ["Things", "Messages"] } };
    const one = { [PAGINATED]: { inputToken: "a", outputToken: "b", items: "Things" } };
    const [old, now] = [withTraits(one), withTraits({ ...pages, ...lists })];
    const [finding] = judge(diffModels(old, now), { before: old, after: now });
    expect(finding?.message).toBe(
      "`ListThings` has its page tokens, page size or entries elsewhere: the lists of entries `Things` → `Things` and `Messages`.",
    );
    expect(finding?.affected).toMatch(/may miss entries$/);
  });
});
