import { xmlText as escapeXml } from "@shapelog/diagnostics";
import { cleanText } from "../doc/inline-text.js";

/** Returns text as XML character data, without what may not be shown. */
export function xmlText(text: string): string {
  return escapeXml(cleanText(text));
}

/** Returns an element with text in it. */
export function xmlElement(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes}>${xmlText(text)}</${name}>`;
}
