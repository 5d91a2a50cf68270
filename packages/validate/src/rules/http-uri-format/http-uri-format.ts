import type { ShapeId } from "@shapelog/model";
import { httpOperations } from "../../knowledge/http-operations.js";
import { defineRule } from "../../rule.js";

const ASCII = /^[\0-\x7f]*$/;

/** URIs with characters that no URI has (Smithy 2.0, "uri"). */
export const httpUriFormat = defineRule({
  name: "HttpUriFormat",
  events: {
    HttpUriFormat: {
      severity: "error",
      message: (d: { operation: ShapeId; uri: string }) =>
        `The URI "${d.uri}" of ${d.operation} has characters outside ASCII. Write them percent-encoded.`,
    },
  },
  *validate(context, event) {
    for (const { operation, uri } of httpOperations(context)) {
      if (ASCII.test(uri.text)) continue;
      const place = { shape: operation.id, trait: "smithy.api#http" };
      yield event("HttpUriFormat", place, { operation: operation.id, uri: uri.text });
    }
  },
});
