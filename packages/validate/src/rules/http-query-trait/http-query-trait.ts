import type { ShapeId } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { type HttpOperation, httpOperations } from "../../knowledge/http-operations.js";
import { type MemberUse, usesByContainer } from "../../knowledge/uses-by-container.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

type Problem =
  | { readonly kind: "repeated"; readonly parameter: string; readonly members: readonly string[] }
  | {
      readonly kind: "literal";
      readonly parameter: string;
      readonly operation: ShapeId;
      readonly uri: string;
    };

/** Query parameters that are bound twice (Smithy 2.0, "httpQuery trait"). */
export const httpQueryTrait = defineRule({
  name: "HttpQueryTrait",
  events: {
    HttpQueryTrait: {
      severity: "error",
      message: (d: Problem) =>
        d.kind === "repeated"
          ? `The members ${listNames(d.members)} are all bound to the query parameter "${d.parameter}". Give each its own.`
          : `The query parameter "${d.parameter}" is already in the URI "${d.uri}" of ${d.operation}.`,
    },
  },
  *validate(context, event) {
    const users = groupBy(httpOperations(context), ({ operation }) => operation.input);
    for (const [structure, uses] of usesByContainer(context, "httpQuery")) {
      if (structure.kind !== "structure") continue;
      for (const problem of findProblems(uses, users.get(structure.id) ?? [])) {
        yield event("HttpQueryTrait", { shape: structure.id }, problem);
      }
    }
  },
});

function* findProblems(uses: readonly MemberUse[], operations: readonly HttpOperation[]): Iterable<Problem> {
  const bound = groupBy(uses, ({ value }) => String(value));
  for (const [parameter, same] of bound) {
    const members = same.map(({ member }) => member.name);
    if (members.length > 1) yield { kind: "repeated", parameter, members };
  }
  for (const { operation, uri } of operations) {
    for (const parameter of uri.query.keys()) {
      if (bound.has(parameter)) yield { kind: "literal", parameter, operation: operation.id, uri: uri.text };
    }
  }
}
