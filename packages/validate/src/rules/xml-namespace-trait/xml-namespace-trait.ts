import { isNodeObject, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** `@xmlNamespace` whose URI is none (Smithy 2.0, "xmlNamespace trait"). */
export const xmlNamespaceTrait = defineRule({
  name: "XmlNamespaceTrait",
  events: {
    XmlNamespaceTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; uri: string }) =>
        `@xmlNamespace of ${d.shape} has "${d.uri}", which is not a URI.`,
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("xmlNamespace")) {
      const uri = isNodeObject(value) ? value.uri : undefined;
      if (typeof uri === "string" && !isUri(uri))
        yield event("XmlNamespaceTrait", { shape: id }, { shape: id, uri });
    }
  },
});

/** Characters of a URI (RFC 3986); letters of other scripts pass, as in an IRI. */
const CHARACTERS = /^(?:[^\s\p{C}"<>\\^`{|}%]|%[0-9A-Fa-f]{2})*$/u;

/** A scheme stands before the first colon, unless a path, query or fragment has begun, and something follows it. */
const SCHEME = /^(?:[A-Za-z][A-Za-z0-9+.-]*:(?!$|#)|[^:]*$|[^:]*[/?#])/;

function isUri(text: string): boolean {
  return CHARACTERS.test(text) && SCHEME.test(text) && text.indexOf("#") === text.lastIndexOf("#");
}
