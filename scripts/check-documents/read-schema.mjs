import { printJson } from "../../packages/model/dist/index.js";

/**
 * @typedef {null | boolean | number | string | Json[] | { [name: string]: Json }} Json
 * @typedef {Readonly<Record<string, any>>} Schema Parsed JSON Schema: any keyword.
 * @typedef {ReadonlyMap<string, Schema>} Schemas By name.
 */

export const PREFIX = "#/$defs/";

/** What is said of a schema that no document shows. */
const NOTES = /^(\$comment|description|title|deprecated|default|x-shapelog-(?!slow-pattern)[\w-]*)$/;

/** Keywords that hold a schema for each of some names. */
const NAMED = new Set(["properties", "$defs"]);

/**
 * Returns schemas as they are read from their text, without what only describes.
 * @param {ReadonlyMap<string, object>} emitted
 * @returns {Schemas}
 */
export function readSchemas(emitted) {
  return new Map(
    [...emitted].map(([name, schema]) => [name, withoutNotes(JSON.parse(printJson(schema, 0)))]),
  );
}

/**
 * @param {Schema} schema
 * @returns {Schema}
 */
function withoutNotes(schema) {
  const entries = Object.entries(schema).filter(([keyword]) => !NOTES.test(keyword));
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, innerWithoutNotes(keyword, value)]));
}

/**
 * @param {string} keyword
 * @param {any} value
 */
function innerWithoutNotes(keyword, value) {
  if (NAMED.has(keyword)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, withoutNotes(/** @type {Schema} */ (inner))]),
    );
  }
  if (Array.isArray(value)) return value.map((each) => (isSchema(each) ? withoutNotes(each) : each));
  return isSchema(value) ? withoutNotes(value) : value;
}

/**
 * @param {unknown} value
 * @returns {value is Schema}
 */
export function isSchema(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Limits of which the tighter one holds where a reference has its own beside it. */
const LEAST = ["minLength", "minItems", "minProperties", "minimum"];
const GREATEST = ["maxLength", "maxItems", "maxProperties", "maximum"];

/**
 * Returns what a schema says with its references followed: the keywords of all of them, `patterns` that all have to match.
 * @param {Schemas} schemas
 * @param {Schema} schema
 * @returns {Schema}
 */
export function resolve(schemas, schema) {
  const { $ref, pattern, ...own } = schema;
  const patterns = pattern === undefined ? [] : [pattern];
  const target = $ref === undefined ? undefined : schemas.get($ref.slice(PREFIX.length));
  if (!target) return { ...own, patterns };
  const base = resolve(schemas, target);
  /** @type {Record<string, any>} */
  const joined = { ...base, ...own, patterns: [...new Set([...base.patterns, ...patterns])] };
  for (const [names, choose] of /** @type {const} */ ([
    [LEAST, Math.max],
    [GREATEST, Math.min],
  ])) {
    for (const name of names) {
      const both = [base[name], own[name]].filter((limit) => limit !== undefined);
      if (both.length > 0) joined[name] = choose(...both);
    }
  }
  return joined;
}

/**
 * Returns the names of schemas that are not the same text on both sides, or lead to one that is not.
 * @param {Schemas} before
 * @param {Schemas} after
 * @returns {ReadonlySet<string>}
 */
export function findChanged(before, after) {
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const schemas of [before, after]) {
    for (const [name, schema] of schemas) {
      for (const used of findReferences(schema)) {
        const known = users.get(used);
        if (known) known.push(name);
        else users.set(used, [name]);
      }
    }
  }
  const names = new Set([...before.keys(), ...after.keys()]);
  const isSame = (/** @type {string} */ name) =>
    JSON.stringify(before.get(name)) === JSON.stringify(after.get(name));
  const changed = new Set([...names].filter((name) => !isSame(name)));
  for (const name of changed) for (const user of users.get(name) ?? []) changed.add(user);
  return changed;
}

/**
 * @param {unknown} value
 * @param {Set<string>} [found]
 * @returns {ReadonlySet<string>}
 */
export function findReferences(value, found = new Set()) {
  if (Array.isArray(value)) for (const item of value) findReferences(item, found);
  else if (isSchema(value)) {
    for (const [keyword, inner] of Object.entries(value)) {
      if (keyword === "$ref" && typeof inner === "string") found.add(inner.slice(PREFIX.length));
      else findReferences(inner, found);
    }
  }
  return found;
}
