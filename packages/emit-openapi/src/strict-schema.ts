import type { JsonSchema } from "./json-schema.js";
import { loosePattern } from "./loose-pattern.js";

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const INNER: ReadonlySet<string> = new Set(["items", "additionalProperties", "propertyNames", "not"]);
const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs"]);

/** RFC 3339 as Smithy has it, and the date of RFC 9110, as far as a pattern tells them. */
const TIMES: Readonly<Record<string, string>> = {
  "date-time": "^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[Zz]$",
  "http-date":
    "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} " +
    "\\d\\d:\\d\\d:\\d\\d(\\.\\d+)? GMT$",
};

/** What a keyword that JSON Schema does not have says as a comment; other extensions say nothing that is not said. */
const COMMENTS: Readonly<Record<string, (value: unknown) => string>> = {
  "x-shapelog-since": (date) => `since ${String(date)}`,
  "x-shapelog-slow-pattern": () => "an engine that backtracks can take long on this pattern",
  format: (format) => `format ${String(format)}`,
  externalDocs: (docs) => `see ${String((docs as JsonSchema).url)}`,
};

/** A property of characters in a pattern, which not all readers know. */
const PROPERTY = /\\[pP]\{/;

/**
 * Returns a schema of the vocabulary of JSON Schema 2020-12 alone, which readers take that refuse what they do not know,
 * formats included: ajv does so unless it is told otherwise. What else there is to say is in `$comment`; times have
 * patterns, and patterns are of the part that JavaScript and Python share.
 */
export function strictSchema(schema: JsonSchema): JsonSchema {
  const kept: [string, unknown][] = [];
  const comments: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const comment = COMMENTS[keyword];
    if (keyword === "$comment") comments.unshift(String(value));
    else if (keyword === "format" && TIMES[String(value)]) kept.push(["pattern", TIMES[String(value)]]);
    if (keyword === "pattern" && typeof value === "string" && PROPERTY.test(value)) {
      const loose = loosePattern(value);
      if (loose !== undefined) kept.push(["pattern", loose]);
      comments.push(`the exact pattern is ${value}`);
    } else if (comment) comments.push(comment(value));
    else if (keyword !== "$comment" && !keyword.startsWith("x-"))
      kept.push([keyword, strictPart(keyword, value)]);
  }
  return Object.fromEntries([...kept, ...(comments.length === 0 ? [] : [["$comment", comments.join("; ")]])]);
}

function strictPart(keyword: string, value: unknown): unknown {
  if (LISTS.has(keyword) && Array.isArray(value)) {
    return value.map(withoutExcluded).filter(takesAnything).map(strictSchema);
  }
  if (!isObject(value)) return value;
  if (INNER.has(keyword)) return strictSchema(value);
  if (!MAPS.has(keyword)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isObject(inner) ? strictSchema(inner) : inner]),
  );
}

/** Some readers know no `not`: what an enum does not take is left out of it. */
function withoutExcluded(schema: JsonSchema): JsonSchema {
  const { not, ...rest } = schema;
  if (!isObject(not) || !Array.isArray(not.enum) || !Array.isArray(rest.enum)) return schema;
  const excluded: readonly unknown[] = not.enum;
  return { ...rest, enum: rest.enum.filter((value) => !excluded.includes(value)) };
}

function takesAnything(schema: JsonSchema): boolean {
  return !Array.isArray(schema.enum) || schema.enum.length > 0;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
