import { isNodeObject, type ServiceShape, type ShapeId, trait } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { defineRule } from "../../rule.js";

interface Named {
  readonly key: string;
  readonly name: string | undefined;
}

/** Names for signing that differ where they should not (Smithy 2.0, "aws.auth#sigv4 trait"). */
export const sigV4Traits = defineRule({
  name: "SigV4Traits",
  events: {
    SigV4Traits: {
      severity: "warning",
      message: (d: { service: ShapeId; first: Named; second: Named }) =>
        `${d.service} has the ${d.first.key} "${d.first.name}" and the ${d.second.key} "${d.second.name}". ` +
        "Use the same name for both.",
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      const arn = { key: "arnNamespace", name: awsServiceOf(service)?.arnNamespace };
      const sigv4 = { key: "name of @aws.auth#sigv4", name: signingName(service, "aws.auth#sigv4") };
      const sigv4a = { key: "name of @aws.auth#sigv4a", name: signingName(service, "aws.auth#sigv4a") };
      for (const [first, second] of [
        [arn, sigv4],
        [arn, sigv4a],
        [sigv4, sigv4a],
      ] as const) {
        if (first.name === undefined || second.name === undefined || first.name === second.name) continue;
        yield event("SigV4Traits", { shape: service.id }, { service: service.id, first, second });
      }
    }
  },
});

function signingName(service: ServiceShape, id: ShapeId): string | undefined {
  const value = trait(service, id);
  return isNodeObject(value) && typeof value.name === "string" ? value.name : undefined;
}
