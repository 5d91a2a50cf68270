import { encodeBase64 } from "./encode-base64.js";
import type { Literal } from "./literal.js";
import { type Notation, printLiteral, quote } from "./print-literal.js";

/** JSON as documents and tools have it: times are date-times, bytes are Base64. */
export const JSON_NOTATION: Notation = {
  scalar(literal) {
    switch (literal.kind) {
      case "number":
        return literal.digits;
      case "boolean":
        return String(literal.value);
      case "null":
        return "null";
      case "bytes":
        return quote(encodeBase64(literal.text));
      default:
        return quote(literal.text);
    }
  },
  key: (name) => `${quote(name)}: `,
  indent: "  ",
  trails: false,
};

/** Returns a value as JSON. */
export function printJsonLiteral(literal: Literal): string {
  return printLiteral(literal, JSON_NOTATION);
}
