import { cbor } from "@smithy/core/cbor";
import { SaxesParser } from "saxes";
import { toComparable } from "./to-value.mjs";

/**
 * Returns what two bodies differ in, as their media type reads them; nothing where they say the same.
 * @param {string | undefined} mediaType
 * @param {{ expected: string, actual: Uint8Array }} bodies
 * @returns {string[]}
 */
export function compareBodies(mediaType, { expected, actual }) {
  const text = Buffer.from(actual).toString("utf8");
  if (mediaType === "application/cbor") {
    const want = expected === "" ? "" : describe(cbor.deserialize(Buffer.from(expected, "base64")));
    return compareTexts(want, actual.length === 0 ? "" : describe(cbor.deserialize(actual)));
  }
  if (expected === "" || text === "") return compareTexts(expected, text);
  switch (mediaType) {
    case "application/json":
      return compareTexts(describe(JSON.parse(expected)), describe(JSON.parse(text)));
    case "application/xml":
      return compareTexts(JSON.stringify(readXml(expected)), JSON.stringify(readXml(text)));
    case "application/x-www-form-urlencoded":
      return compareTexts(readForm(expected), readForm(text));
    default:
      return compareTexts(expected, text);
  }
}

/** @param {unknown} value */
const describe = (value) => JSON.stringify(toComparable(value));

/** @param {string} text */
const readForm = (text) =>
  JSON.stringify([...new URLSearchParams(text)].map(([name, value]) => `${name}=${value}`).sort());

/**
 * @param {string} expected
 * @param {string} actual
 */
function compareTexts(expected, actual) {
  return expected === actual ? [] : [`body: expected ${expected}, got ${actual}`];
}

/**
 * An element: its name, attributes sorted, and what is in it: elements sorted by name, without what stands between them.
 * @typedef {{ name: string, attributes: [string, string][], content: (Element | string)[] }} Element
 */

/**
 * @param {string} text
 * @returns {Element | undefined}
 */
function readXml(text) {
  const parser = new SaxesParser();
  /** @type {Element[]} */
  const open = [];
  /** @type {Element | undefined} */
  let root;
  parser.on("opentag", ({ name, attributes }) => {
    const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
    /** @type {Element} */
    const element = { name, attributes: sorted, content: [] };
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("text", (piece) => open.at(-1)?.content.push(piece));
  parser.on("closetag", () => {
    const element = open.pop();
    const elements = element?.content.filter((each) => typeof each !== "string") ?? [];
    // Elements of other names may stand in any order (Smithy 2.0, "XML bindings").
    if (element && elements.length > 0)
      element.content = elements.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
  });
  parser.write(text).close();
  return root;
}
