import { readNumber } from "@shapelog/model";
import type { JsonValue } from "./json-value.js";
import { type JsonProblem, jsonStart, visitJson } from "./visit-json.js";

/** What {@link parseJson} returns: a value, or what is wrong with the text. */
export type ParsedJson = { readonly value: JsonValue } | { readonly problem: JsonProblem };

/**
 * Returns the value of a JSON text, its numbers with all their digits, or what is wrong with it. `JSON.parse` does the
 * work wherever it can: for nearly every text.
 */
export function parseJson(text: string): ParsedJson {
  if (mayHaveBigNumbers(text) || (MISREADS_ESCAPED_KEYS && mayHaveEscapedKeys(text)))
    return parseByVisiting(text);
  try {
    return { value: JSON.parse(jsonStart(text) === 0 ? text : text.slice(1)) };
  } catch (error) {
    return { problem: findProblem(text, error) };
  }
}

/** `JSON.parse` gives no offset, so the text is walked again. */
function findProblem(text: string, error: unknown): JsonProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return visitJson(text, {}) ?? { kind: "syntax", reason, offset: 0 };
}

/** A quick look for more digits, or a larger power of ten, than every double has. */
const MANY_DIGITS = /\d[\d.]{15}|\d[eE][+-]?\d{3}/;
/** The same where a value may stand. */
const BIG_NUMBER = /(?:^|[:[,\s\uFEFF])-?\d(?:[\d.]{15}|[\d.]*[eE][+-]?\d{3})/;

/** Returns whether a text may have a number that no double stands for. Takes time in step with the text. */
function mayHaveBigNumbers(text: string): boolean {
  return MANY_DIGITS.test(text) && BIG_NUMBER.test(text);
}

/**
 * Whether this engine's `JSON.parse` misreads keys with escapes: V8 of Node 24 to 26 can give `\` for `\"`, `\n` and
 * others once it has seen such a key (nodejs/node issue 63785).
 */
const MISREADS_ESCAPED_KEYS: boolean = readsBackslashForQuote();

function readsBackslashForQuote(): boolean {
  JSON.parse('{"h":[],"\\\\":0}');
  return Object.keys(JSON.parse('{"h":1,"\\"":2}'))[1] !== '"';
}

const ESCAPED_KEY = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*"\s*:/;

/** Returns whether a text may have a key with an escape in it. Takes time in step with the text. */
export function mayHaveEscapedKeys(text: string): boolean {
  return ESCAPED_KEY.test(text);
}

/** Returns the value of a JSON text without `JSON.parse` seeing its numbers, or its keys as keys. */
export function parseByVisiting(text: string): ParsedJson {
  const builder = new ValueBuilder();
  const problem = visitJson(text, {
    open: (kind) => builder.open(kind === "object" ? {} : []),
    close: () => builder.close(),
    key: (start, end) => builder.key(JSON.parse(text.slice(start, end))),
    scalar(kind, start, end) {
      const literal = text.slice(start, end);
      builder.add((kind === "number" ? readNumber(literal) : undefined) ?? JSON.parse(literal));
    },
  });
  return problem ? { problem } : { value: builder.value };
}

type Container = JsonValue[] | { [key: string]: JsonValue };

/** Puts a value together from what a visitor is told. */
class ValueBuilder {
  value: JsonValue = null;
  readonly #containers: { readonly container: Container; name: string }[] = [];

  open(container: Container): void {
    this.add(container);
    this.#containers.push({ container, name: "" });
  }

  close(): void {
    this.#containers.pop();
  }

  key(name: string): void {
    const top = this.#containers.at(-1);
    if (top) top.name = name;
  }

  add(value: JsonValue): void {
    const top = this.#containers.at(-1);
    if (!top) this.value = value;
    else if (Array.isArray(top.container)) top.container.push(value);
    else if (top.name !== "__proto__") top.container[top.name] = value;
    else {
      // Assigning to this name would set the prototype; `JSON.parse` too makes it an own property.
      const property = { value, enumerable: true, writable: true, configurable: true };
      Object.defineProperty(top.container, top.name, property);
    }
  }
}
