import { hasTrait, memberId, type Shape, type ShapeId, type ShapeKind } from "@shapelog/model";
import { httpBindings } from "../../knowledge/http-bindings.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const PROTOCOLS = ["awsJson1_0", "awsJson1_1", "restJson1", "restXml"].map((name) => `aws.protocols#${name}`);
const KINDS: ReadonlySet<ShapeKind> = new Set<ShapeKind>([
  ...(["structure", "union", "document", "blob", "string", "enum"] as const),
]);

/** Payloads of kinds that AWS protocols cannot send (Smithy 2.0, "httpPayload trait"). */
export const protocolHttpPayload = defineRule({
  name: "ProtocolHttpPayload",
  events: {
    ProtocolHttpPayload: {
      severity: "error",
      message: (d: { member: ShapeId; kind: ShapeKind | "missing shape" }) =>
        `The payload ${d.member} is a ${d.kind}; AWS protocols send a string, enum, blob, structure, union or document.`,
    },
  },
  *validate(context, event) {
    const seen = new Set<Shape>();
    for (const { service, operations } of topDown(context)) {
      if (!PROTOCOLS.some((id) => hasTrait(service, id))) continue;
      for (const { input, output, errors } of operations) {
        for (const id of [input, output, ...errors]) {
          const shape = structureOf(context, id);
          if (!shape || seen.has(shape)) continue;
          seen.add(shape);
          const payload = httpBindings(context, shape, "request").find(
            ({ location }) => location === "payload",
          );
          const kind = payload && (context.shape(payload.member.target)?.kind ?? "missing shape");
          if (!payload || !kind || (kind !== "missing shape" && KINDS.has(kind))) continue;
          const member = memberId(shape.id, payload.member.name);
          yield event("ProtocolHttpPayload", { shape: member }, { member, kind });
        }
      }
    }
  },
});
