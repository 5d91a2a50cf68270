import type { ShapeId } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { defineRule } from "../../rule.js";

/** CloudWatch namespaces that break the convention (Smithy 2.0, "aws.api#service trait", cloudWatchNamespace). */
export const cloudWatchNamespace = defineRule({
  name: "CloudWatchNamespace",
  events: {
    CloudWatchNamespace: {
      severity: "danger",
      message: (d: { service: ShapeId; namespace: string }) =>
        `The CloudWatch namespace of ${d.service} is "${d.namespace}"; expected "AWS/" and a name in PascalCase.`,
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      const namespace = awsServiceOf(service)?.cloudWatchNamespace;
      if (namespace === undefined || /^AWS\/[A-Z][a-zA-Z0-9]*$/.test(namespace)) continue;
      const place = { shape: service.id, trait: "aws.api#service" };
      yield event("CloudWatchNamespace", place, { service: service.id, namespace });
    }
  },
});
