/** @import { Element } from "./read-xml.mjs" */

/**
 * A schema of OpenAPI.
 * @typedef {Readonly<Record<string, any>>} Schema
 */

/**
 * Returns the value that a document holds, as its OpenAPI schema says (OpenAPI Specification 3.1.0, "XML Object"). What the
 * schema does not speak of is left out. Throws where the root is another one.
 * @param {Schema} schema
 * @param {Element} root
 * @param {Readonly<Record<string, Schema>>} components
 */
export function readByRoot(schema, root, components) {
  const { name, namespace } = schema.xml ?? {};
  if (localName(root) !== name) throw new Error(`the root is ${root.name}, not ${name}`);
  const declared = root.attributes[root.name.includes(":") ? `xmlns:${root.name.split(":")[0]}` : "xmlns"];
  if (declared !== undefined && declared !== namespace)
    throw new Error(`the root's namespace is ${declared}, not ${namespace}`);
  return readElement(schema, root, components);
}

/** @param {Element} element */
function localName({ name }) {
  return name.slice(name.indexOf(":") + 1);
}

/**
 * @param {Schema} schema
 * @param {Element} element
 * @param {Readonly<Record<string, Schema>>} components
 * @returns {unknown}
 */
function readElement(schema, element, components) {
  const own = resolve(schema, components);
  if (own.type === "array") {
    const name = itemName(own, undefined, components);
    const items = element.children.filter((child) => localName(child) === name);
    return items.map((item) => readElement(own.items, item, components));
  }
  if (!own.properties) return own.type === "object" ? {} : readText(own, element.text);
  const entries = Object.entries(own.properties).flatMap(([property, inner]) => {
    const value = readProperty(property, inner, { element, components });
    return value === undefined ? [] : [[property, value]];
  });
  return Object.fromEntries(entries);
}

/**
 * @param {string} property
 * @param {Schema} schema
 * @param {{ element: Element, components: Readonly<Record<string, Schema>> }} at
 */
function readProperty(property, schema, { element, components }) {
  const own = resolve(schema, components);
  const { name = property, attribute, prefix, wrapped, namespace } = own.xml ?? {};
  if (attribute) {
    const text = element.attributes[prefix === undefined ? name : `${prefix}:${name}`];
    if (prefix !== undefined && text !== undefined && element.attributes[`xmlns:${prefix}`] !== namespace)
      throw new Error(`the namespace of ${prefix} is not ${namespace}`);
    return text === undefined ? undefined : readText(own, text);
  }
  if (own.type === "array" && !wrapped) {
    const item = itemName(own, name, components);
    const items = element.children.filter((child) => localName(child) === item);
    return items.length === 0 ? undefined : items.map((each) => readElement(own.items, each, components));
  }
  const child = element.children.find((each) => localName(each) === name);
  if (!child) return undefined;
  const declared = child.attributes.xmlns;
  if (declared !== undefined && declared !== namespace)
    throw new Error(`the namespace of ${name} is ${declared}, not ${namespace}`);
  return readElement(schema, child, components);
}

/**
 * @param {Schema} list
 * @param {string | undefined} otherwise
 * @param {Readonly<Record<string, Schema>>} components
 */
function itemName(list, otherwise, components) {
  return list.items.xml?.name ?? resolve(list.items, components).xml?.name ?? otherwise;
}

/**
 * @param {Schema} schema
 * @param {Readonly<Record<string, Schema>>} components
 * @returns {Schema}
 */
function resolve(schema, components) {
  const { $ref, allOf, anyOf, ...own } = schema;
  if ($ref !== undefined) {
    const target = resolve(components[$ref.split("/").at(-1) ?? ""] ?? {}, components);
    return { ...target, ...own, ...(own.xml ? { xml: own.xml } : {}) };
  }
  if (allOf) {
    const all = allOf.map((/** @type {Schema} */ each) => resolve(each, components));
    return {
      ...own,
      type: "object",
      properties: Object.assign({}, ...all.map((/** @type {Schema} */ { properties }) => properties)),
    };
  }
  if (anyOf) return { ...resolve(anyOf[0], components), ...own };
  return schema;
}

/**
 * A leaf as text: times as seconds, bytes as the text that they are.
 * @param {Schema} schema
 * @param {string} text
 */
function readText({ type, format, contentEncoding }, text) {
  if (format === "date-time" || format === "http-date") return String(Date.parse(text) / 1000);
  if (contentEncoding === "base64") return Buffer.from(text.trim(), "base64").toString();
  return type === "string" ? text : String(Number.isNaN(Number(text)) ? text.trim() : Number(text));
}
