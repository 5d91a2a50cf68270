import type { ShapeId } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { defineRule } from "../../rule.js";

/** Services whose event source was named before the rule. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["cloudwatch.amazonaws.com", "monitoring.amazonaws.com"],
]);

/** Event sources of CloudTrail that are not as agreed (Smithy 2.0, "aws.api#service trait", cloudTrailEventSource). */
export const eventSource = defineRule({
  name: "EventSource",
  events: {
    EventSource: {
      severity: "warning",
      message: (d: { service: ShapeId; found: string; expected: string; isPlaceholder: boolean }) =>
        `cloudTrailEventSource of ${d.service} is ${d.isPlaceholder ? "the placeholder " : ""}"${d.found}"; ` +
        `expected "${d.expected}".`,
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      const aws = awsServiceOf(service);
      if (!aws) continue;
      const found = aws.cloudTrailEventSource;
      const expected = `${aws.arnNamespace}.amazonaws.com`;
      if (found === expected || found === EXCEPTIONS.get(expected)) continue;
      const isPlaceholder = found.includes("REPLACE") || found === found.toUpperCase();
      const place = { shape: service.id, trait: "aws.api#service" };
      yield event("EventSource", place, { service: service.id, found, expected, isPlaceholder });
    }
  },
});
