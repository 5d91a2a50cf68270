import type { ShapeId } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { defineRule } from "../../rule.js";

/** Ids that were out before the rules were made. */
const RELEASED: ReadonlySet<string> = new Set([
  ...["ACM PCA", "ApiGatewayManagementApi", "Application Discovery Service", "Config Service"],
  ...[
    "Cost and Usage Report Service",
    "Database Migration Service",
    "Directory Service",
    "Elasticsearch Service",
  ],
  ...["IoT 1Click Devices Service", "IoTAnalytics", "Lex Model Building Service", "Lex Runtime Service"],
  ...["Marketplace Entitlement Service", "Resource Groups Tagging API", "mq"],
]);

/** What an id must not be, and how to say so. */
const RULES: readonly (readonly [breaks: (id: string) => boolean, text: string])[] = [
  [(id) => id.length === 0 || id.length > 50, "have 1 to 50 characters"],
  [
    (id) => !/^[a-zA-Z][a-zA-Z0-9]*(?: [a-zA-Z0-9]+)*$/.test(id),
    "be words of letters and digits with single spaces",
  ],
  [(id) => /AWS|Aws|Amazon/.test(id), 'leave out "AWS" and "Amazon"'],
  [(id) => /(?:service|client|api)$/i.test(id), 'not end with "service", "client" or "api"'],
];

/** SDK ids that break the rules for names of clients (Smithy 2.0, "aws.api#service trait", sdkId). */
export const sdkServiceId = defineRule({
  name: "SdkServiceId",
  events: {
    SdkServiceId: {
      severity: "danger",
      message: (d: { service: ShapeId; id: string; rules: readonly string[] }) =>
        `sdkId of ${d.service} is "${d.id}"; it should ${d.rules.join(" and ")}.`,
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      const id = awsServiceOf(service)?.sdkId;
      if (id === undefined || RELEASED.has(id)) continue;
      const rules = RULES.flatMap(([breaks, text]) => (breaks(id) ? [text] : []));
      if (rules.length === 0) continue;
      yield event(
        "SdkServiceId",
        { shape: service.id, trait: "aws.api#service" },
        { service: service.id, id, rules },
      );
    }
  },
});
