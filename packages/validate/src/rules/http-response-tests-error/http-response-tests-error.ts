import { findHttpTestProblems } from "../../knowledge/http-message-tests.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#httpResponseTests";

/** Tests of responses that do not fit the error (Smithy 2.0, "HTTP protocol compliance tests"). */
export const httpResponseTestsError = defineRule({
  name: "HttpResponseTestsError",
  events: {
    HttpResponseTestsError: { severity: "error", message: (d: { text: string }) => d.text },
  },
  *validate(context, event) {
    const problems = findHttpTestProblems(context, TRAIT, ({ shape }) =>
      shape.kind === "structure" ? shape.id : undefined,
    );
    for (const { text, ...place } of problems) yield event("HttpResponseTestsError", place, { text });
  },
});
