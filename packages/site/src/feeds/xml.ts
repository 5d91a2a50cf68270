import { cleanText } from "../doc/inline-text.js";

/** Returns text as XML character data, without the characters that XML 1.0 does not allow ("Char"). */
export function xmlText(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Returns an element with text in it. */
export function xmlElement(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes}>${xmlText(text)}</${name}>`;
}
