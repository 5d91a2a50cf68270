/**
 * An element of an XML document.
 * @typedef {object} Element
 * @property {string} name With its prefix.
 * @property {Readonly<Record<string, string>>} attributes Declarations of namespaces among them.
 * @property {Element[]} children
 * @property {string} text All text in it that is in no child.
 */

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Returns the root element of a document as tests have them: without a doctype.
 * @param {string} text
 * @returns {Element}
 */
export function readXml(text) {
  /** @type {Element} */
  const document = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  for (const [, cdata, closing, name, attributes = "", selfClosing, words] of text.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? document;
    if (cdata !== undefined) parent.text += cdata;
    else if (words !== undefined) parent.text += decode(words);
    else if (name === undefined) continue;
    else if (closing) open.pop();
    else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const [root] = document.children;
  if (!root || open.length !== 1) throw new Error("no XML");
  return root;
}

/** @param {string} text */
function readAttributes(text) {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(found.map(([, name, double, single]) => [name, decode(double ?? single ?? "")]));
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
