import { isNodeObject, type ShapeId } from "@shapelog/model";
import { parseHostPrefix } from "../../knowledge/host-prefix.js";
import { parseUriPattern } from "../../knowledge/uri-pattern.js";
import { defineRule } from "../../rule.js";

const PARTS = [
  { trait: "smithy.api#http", part: "uri", parse: parseUriPattern },
  { trait: "smithy.api#endpoint", part: "hostPrefix", parse: parseHostPrefix },
] as const;

/** URIs and host prefixes that cannot be taken apart into text and labels (Smithy 2.0, "uri", "endpoint trait"). */
export const malformedUri = defineRule({
  name: "MalformedUri",
  stage: "loading",
  events: {
    "Model.MalformedUri": {
      severity: "error",
      message: (d: { shape: ShapeId; part: string; text: string; problem: string }) =>
        `The ${d.part} "${d.text}" of ${d.shape} ${d.problem}.`,
    },
  },
  *validate(context, event) {
    for (const { trait, part, parse } of PARTS) {
      for (const { id, value } of context.withTrait(trait)) {
        const text = isNodeObject(value) ? value[part] : undefined;
        const problem = typeof text === "string" ? parse(text) : undefined;
        if (typeof text !== "string" || typeof problem !== "string") continue;
        yield event("Model.MalformedUri", { shape: id, trait }, { shape: id, part, text, problem });
      }
    }
  },
});
