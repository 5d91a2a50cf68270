import { findProtocol, findServices, type Model, shapeName } from "@shapelog/model";
import type { Rule } from "../../rule/rule.js";
import { ofKind } from "../../rule/select.js";
import { code } from "../../words.js";

/** Protocols whose calls hold the name of the service. */
const NAMING: ReadonlySet<string> = new Set([
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "smithy.protocols#rpcv2Cbor",
]);

/** Returns whether calls hold the name of the service; where no protocol is known, they may. */
export function isSent(model: Model): boolean {
  return findServices(model).some((service) => {
    const protocol = findProtocol(service);
    return protocol === undefined || Object.keys(service.traits).some((id) => NAMING.has(id));
  });
}

/** A service goes by another name; some protocols put it on the wire. */
export const serviceRenamed: Rule = {
  id: "service.renamed",
  reach: "any",
  wire: "danger",
  source: "note",
  verdict: "check",
  witness: { none: "the name of a service is in no type and in no document" },
  bump: "minor",
  mirror: "service.renamed",
  kinds: ["shape.added", "shape.removed"],
  evaluate(difference, _place, { before }) {
    const [removed] = ofKind(difference, "shape.removed");
    const [added] = ofKind(difference, "shape.added");
    if (removed?.before.kind !== "service" || added?.after.kind !== "service") return [];
    return [
      {
        changes: [removed, added],
        positions: [],
        message: `The service ${code(shapeName(removed.shape))} goes by the name ${code(shapeName(added.shape))}.`,
        ...(isSent(before)
          ? {
              affected:
                "you speak to the service without an updated SDK, over a protocol that names it in each call",
              action: "Update the SDK.",
            }
          : {
              affected: "your code names a client after the service; no call of yours holds the name",
              action: "Adapt imports if the client has another name.",
            }),
      },
    ];
  },
};
