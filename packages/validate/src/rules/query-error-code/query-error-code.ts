import { compareCodeUnits, hasTrait, isNodeObject, type ShapeId, shapeName, trait } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { groupBy } from "../../knowledge/group-by.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const PROTOCOLS = ["awsQuery", "awsQueryCompatible", "ec2Query"].map((name) => `aws.protocols#${name}`);

/** Errors that the query protocol cannot tell apart (Smithy 2.0, "aws.protocols#awsQueryError trait"). */
export const queryErrorCode = defineRule({
  name: "QueryErrorCode",
  events: {
    QueryErrorCode: {
      severity: "danger",
      message: (d: { code: string; errors: readonly ShapeId[] }) =>
        `The code "${d.code}" stands for ${d.errors.join(" and ")}; clients cannot tell which was meant. ` +
        "Give each error a code of its own.",
    },
  },
  *validate(context, event) {
    for (const { service, operations } of topDown(context)) {
      if (!PROTOCOLS.some((id) => hasTrait(service, id))) continue;
      const errors = new Set([...service.errors, ...operations.flatMap((operation) => operation.errors)]);
      for (const [code, same] of groupBy(errors, (id) => codeOf(context, id))) {
        if (same.length === 1) continue;
        yield event(
          "QueryErrorCode",
          { shape: service.id },
          { code, errors: [...same].sort(compareCodeUnits) },
        );
      }
    }
  },
});

function codeOf(context: ValidationContext, id: ShapeId): string {
  const error = context.shape(id);
  const value = error && trait(error, "aws.protocols#awsQueryError");
  return isNodeObject(value) && typeof value.code === "string" ? value.code : shapeName(id);
}
