import type { ShapeId } from "@shapelog/model";
import { findUnlistedHttp } from "../../knowledge/protocol-http-versions.js";
import { defineRule } from "../../rule.js";

const PROTOCOLS = ["awsJson1_0", "awsJson1_1", "restJson1", "restXml"].map((name) => `aws.protocols#${name}`);

/** Versions of HTTP for event streams that the protocol does not list (Smithy 2.0, "AWS protocols", eventStreamHttp). */
export const protocolHttp = defineRule({
  name: "ProtocolHttp",
  events: {
    ProtocolHttp: {
      severity: "error",
      message: (d: { protocol: ShapeId; unlisted: readonly string[] }) =>
        `eventStreamHttp of @${d.protocol} has ${d.unlisted.join(", ")}, which its http does not list. Add it there.`,
    },
  },
  *validate(context, event) {
    for (const { service, protocol, unlisted } of findUnlistedHttp(context, PROTOCOLS)) {
      yield event("ProtocolHttp", { shape: service, trait: protocol }, { protocol, unlisted });
    }
  },
});
