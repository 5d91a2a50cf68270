import type { ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `type/subtype; name=value` (RFC 9110, section 8.3.1). */
const MEDIA_TYPE = createGrammar();

function createGrammar(): RegExp {
  const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
  const quoted = '"(?:\\\\[^]|[^"\\\\])*"';
  const space = "[ \\t\\r\\n]*";
  return new RegExp(`^${token}/${token}${space}(?:;${space}${token}=(?:${token}|${quoted})${space})*$`);
}

/** `@mediaType` that is no media type (Smithy 2.0, "mediaType trait"). */
export const mediaType = defineRule({
  name: "MediaType",
  events: {
    MediaType: {
      severity: "error",
      message: (d: { shape: ShapeId; value: string }) =>
        `"${d.value}" of ${d.shape} is not a media type such as "text/plain; charset=utf-8".`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("mediaType")) {
      if (typeof value !== "string" || MEDIA_TYPE.test(value)) continue;
      yield event("MediaType", { shape: id, trait: "smithy.api#mediaType" }, { shape: id, value });
    }
  },
});
