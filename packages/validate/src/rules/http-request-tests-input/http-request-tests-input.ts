import { findHttpTestProblems } from "../../knowledge/http-message-tests.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#httpRequestTests";

/** Tests of requests that do not fit the input (Smithy 2.0, "HTTP protocol compliance tests"). */
export const httpRequestTestsInput = defineRule({
  name: "HttpRequestTestsInput",
  events: {
    HttpRequestTestsInput: { severity: "error", message: (d: { text: string }) => d.text },
  },
  *validate(context, event) {
    const problems = findHttpTestProblems(context, TRAIT, ({ shape }) =>
      shape.kind === "operation" ? shape.input : undefined,
    );
    for (const { text, ...place } of problems) yield event("HttpRequestTestsInput", place, { text });
  },
});
