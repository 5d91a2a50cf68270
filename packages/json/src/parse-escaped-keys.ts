import type { JsonValue } from "./json-value.js";
import { type JsonProblem, visitJson } from "./visit-json.js";

/**
 * Whether this engine's `JSON.parse` misreads keys with escapes: V8 of Node 24 to 26 can give `\` for `\"`, `\n` and
 * others once it has seen such a key (nodejs/node issue 63785).
 */
export const MISREADS_ESCAPED_KEYS: boolean = readsBackslashForQuote();

function readsBackslashForQuote(): boolean {
  JSON.parse('{"h":[],"\\\\":0}');
  return Object.keys(JSON.parse('{"h":1,"\\"":2}'))[1] !== '"';
}

const ESCAPED_KEY = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*"\s*:/;

/** Returns whether a text may have a key with an escape in it. Takes time in step with the text. */
export function mayHaveEscapedKeys(text: string): boolean {
  return ESCAPED_KEY.test(text);
}

/** Returns the value of a JSON text without `JSON.parse` seeing its keys as keys, or what is wrong with it. */
export function parseEscapedKeys(
  text: string,
): { readonly value: JsonValue } | { readonly problem: JsonProblem } {
  const builder = new ValueBuilder();
  const problem = visitJson(text, {
    open: (kind) => builder.open(kind === "object" ? {} : []),
    close: () => builder.close(),
    key: (start, end) => builder.key(JSON.parse(text.slice(start, end))),
    scalar: (_, start, end) => builder.add(JSON.parse(text.slice(start, end))),
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
    else {
      // An own property whatever its name, and the last of two of one name, as `JSON.parse` has it.
      const property = { value, enumerable: true, writable: true, configurable: true };
      Object.defineProperty(top.container, top.name, property);
    }
  }
}
