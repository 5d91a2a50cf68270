import type { ShapeId } from "@shapelog/model";
import { findUnlistedHttp } from "../../knowledge/protocol-http-versions.js";
import { defineRule } from "../../rule.js";

/** Versions of HTTP for event streams that `@rpcv2Cbor` does not list (Smithy 2.0, "rpcv2Cbor trait", eventStreamHttp). */
export const rpcv2CborTrait = defineRule({
  name: "Rpcv2CborTrait",
  events: {
    Rpcv2CborTrait: {
      severity: "error",
      message: (d: { protocol: ShapeId; unlisted: readonly string[] }) =>
        `eventStreamHttp of @${d.protocol} has ${d.unlisted.join(", ")}, which its http does not list. Add it there.`,
    },
  },
  *validate(context, event) {
    for (const { service, protocol, unlisted } of findUnlistedHttp(context, ["smithy.protocols#rpcv2Cbor"])) {
      yield event("Rpcv2CborTrait", { shape: service, trait: protocol }, { protocol, unlisted });
    }
  },
});
