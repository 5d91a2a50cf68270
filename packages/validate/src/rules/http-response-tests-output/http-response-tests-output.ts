import { findHttpTestProblems } from "../../knowledge/http-message-tests.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#httpResponseTests";

/** Tests of responses that do not fit the output (Smithy 2.0, "HTTP protocol compliance tests"). */
export const httpResponseTestsOutput = defineRule({
  name: "HttpResponseTestsOutput",
  events: {
    HttpResponseTestsOutput: { severity: "error", message: (d: { text: string }) => d.text },
  },
  *validate(context, event) {
    const problems = findHttpTestProblems(context, TRAIT, ({ shape }) =>
      shape.kind === "operation" ? shape.output : undefined,
    );
    for (const { text, ...place } of problems) yield event("HttpResponseTestsOutput", place, { text });
  },
});
