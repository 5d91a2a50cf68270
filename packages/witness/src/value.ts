import { isIdentifierName, stringLiteral } from "@shapelog/emit";

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A property of a value: the member's name, and the one it has in JSON. */
export interface Entry {
  readonly name: string;
  readonly jsonName: string;
  readonly value: Value;
}

/** A value of a shape, which can be printed as JSON and as TypeScript. */
export type Value =
  /** `isEvent`: programs hold it in a stream of such objects. */
  | { readonly kind: "object"; readonly entries: readonly Entry[]; readonly isEvent?: boolean }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  /** `code` is there where programs hold another thing than the wire: bytes, dates and big numbers. */
  | { readonly kind: "leaf"; readonly json: Json; readonly code?: string };

export const leaf = (json: Json, code?: string): Value => ({
  kind: "leaf",
  json,
  ...(code === undefined ? {} : { code }),
});

/** Returns a value as JSON has it. */
export function toJson(value: Value): Json {
  switch (value.kind) {
    case "leaf":
      return value.json;
    case "list":
      return value.items.map(toJson);
    case "object":
      return Object.fromEntries(value.entries.map(({ jsonName, value: inner }) => [jsonName, toJson(inner)]));
  }
}

const LINE = 80;

/** Returns a value as TypeScript, as programs hold it or as JSON has it, on one line where there is room. */
export function toCode(value: Value, form: "sdk" | "wire", indent = ""): string {
  if (value.kind === "leaf") return leafCode(value, form);
  if (value.kind === "object" && value.isEvent && form === "sdk") {
    const below = `${indent}  `;
    const event = toCode({ ...value, isEvent: false }, form, `${below}  `);
    return `{\n${below}async *[Symbol.asyncIterator]() {\n${below}  yield ${event};\n${below}},\n${indent}}`;
  }
  const [open, close] = value.kind === "list" ? ["[", "]"] : ["{", "}"];
  const below = `${indent}  `;
  const parts = (at: string) =>
    value.kind === "list"
      ? value.items.map((item) => toCode(item, form, at))
      : value.entries.map((entry) => `${keyOf(entry, form)}: ${toCode(entry.value, form, at)}`);
  const flat = parts("");
  if (flat.length === 0) return `${open}${close}`;
  const gap = value.kind === "list" ? "" : " ";
  const line = `${open}${gap}${flat.join(", ")}${gap}${close}`;
  if (!line.includes("\n") && indent.length + line.length <= LINE) return line;
  return `${open}\n${parts(below)
    .map((part) => `${below}${part},\n`)
    .join("")}${indent}${close}`;
}

function leafCode({ json, code }: Extract<Value, { kind: "leaf" }>, form: "sdk" | "wire"): string {
  if (form === "sdk" && code !== undefined) return code;
  return typeof json === "string" ? stringLiteral(json) : JSON.stringify(json);
}

function keyOf({ name, jsonName }: Entry, form: "sdk" | "wire"): string {
  const key = form === "sdk" ? name : jsonName;
  return isIdentifierName(key) ? key : stringLiteral(key);
}

const LONGEST_TEXT = 120;
const MOST_ITEMS = 5;

/** Returns a document as JSON text for readers: long texts and lists are shortened, and `isCut` says so. */
export function printDocument(document: Json): { readonly text: string; readonly isCut: boolean } {
  let isCut = false;
  const shorten = (value: Json): Json => {
    if (typeof value === "string" && value.length > LONGEST_TEXT) {
      isCut = true;
      return `${value.slice(0, LONGEST_TEXT / 4)}… (${[...value].length} characters)`;
    }
    if (isList(value)) {
      if (value.length <= MOST_ITEMS) return value.map(shorten);
      isCut = true;
      return [...value.slice(0, 2).map(shorten), `… (${value.length} items)`];
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    if (entries.length <= LONGEST_TEXT)
      return Object.fromEntries(entries.map(([key, inner]) => [shortKey(key), shorten(inner)]));
    isCut = true;
    const first = entries.slice(0, 2).map(([key, inner]) => [shortKey(key), shorten(inner)] as const);
    return Object.fromEntries([...first, ["…", `(${entries.length} entries)`]]);
  };
  const shortKey = (key: string) => {
    if (key.length <= LONGEST_TEXT) return key;
    isCut = true;
    return `${key.slice(0, LONGEST_TEXT / 4)}… (${[...key].length} characters)`;
  };
  const shortened = shorten(document);
  return { text: printJson(shortened, ""), isCut };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** JSON on one line where there is room. */
function printJson(value: Json, indent: string): string {
  const line = flatJson(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= LINE) return line;
  const below = `${indent}  `;
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  const parts = isList(value)
    ? value.map((item) => printJson(item, below))
    : Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${printJson(inner, below)}`);
  return `${open}\n${parts.map((part) => below + part).join(",\n")}\n${indent}${close}`;
}

function flatJson(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(flatJson).join(", ")}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${flatJson(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
