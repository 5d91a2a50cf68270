import { isNodeObject, type ShapeId, trait } from "@shapelog/model";
import { closureOf } from "../../knowledge/closures.js";
import { protocolsOf } from "../../knowledge/service-schemes.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

/** Documents in services whose protocol has none (Smithy 2.0, "protocolDefinition trait"). */
export const noInlineDocumentSupport = defineRule({
  name: "NoInlineDocumentSupport",
  events: {
    NoInlineDocumentSupport: {
      severity: "error",
      message: (d: { service: ShapeId; protocol: ShapeId; documents: readonly ShapeId[] }) =>
        `Protocol ${d.protocol} cannot send documents, but ${d.service} uses ${listNames(d.documents)}.`,
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      for (const protocol of protocolsOf(context, service)) {
        const definition = trait(protocol, "protocolDefinition");
        if (!isNodeObject(definition) || definition.noInlineDocumentSupport !== true) continue;
        const closure = closureOf(context, service.id);
        const documents = [...closure].filter((id) => context.shape(id)?.kind === "document").sort();
        if (documents.length === 0) continue;
        const place = { shape: service.id, trait: protocol.id };
        yield event("NoInlineDocumentSupport", place, {
          service: service.id,
          protocol: protocol.id,
          documents,
        });
      }
    }
  },
});
