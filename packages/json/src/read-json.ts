import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { jsonDiagnostics } from "./diagnostics.js";
import { findDuplicateKeys } from "./find-duplicate-keys.js";
import { explainInspection, inspectJson, PLAIN, TOO_DEEP } from "./inspect-json.js";
import type { JsonSource } from "./json-source.js";
import type { JsonValue } from "./json-value.js";
import { mayHaveDuplicateKeys } from "./may-have-duplicate-keys.js";
import { MISREADS_ESCAPED_KEYS, mayHaveEscapedKeys, parseEscapedKeys } from "./parse-escaped-keys.js";
import { type JsonProblem, jsonStart, MAX_DEPTH, visitJson } from "./visit-json.js";

/**
 * The length in characters from which a text is walked before `JSON.parse` sees it: tens of millions of
 * open brackets take it many seconds and much memory.
 */
const LARGE_TEXT = 8_000_000;

export interface ReadJsonOptions {
  /** Whether to look for keys given twice in one object; counts all keys, and looks closer where they differ. Default: false. */
  readonly duplicates?: boolean;
  /**
   * Whether to look at every value for nesting and for numbers that lost digits. Who sets it to false does
   * that for the values he keeps, with `inspectJson` and `explainInspection`. Default: true.
   */
  readonly inspect?: boolean;
}

export interface ReadJsonResult extends WithDiagnostics {
  /** `undefined` where the text is not JSON or nested too deeply. */
  readonly value: JsonValue | undefined;
}

/**
 * Reads JSON text (RFC 8259). A byte order mark at the start is skipped. Text that is not JSON gives exactly one
 * diagnostic with its offset. No value is nested deeper than 1,000 levels, so callers may recurse.
 *
 * @example
 * readJson({ file: "a.json", text: '{"a": 1,}' }).diagnostics[0].message;
 * // The text is not JSON: a comma before "}".
 */
export function readJson(source: JsonSource, options: ReadJsonOptions = {}): ReadJsonResult {
  const { file, text } = source;
  if (text.length > LARGE_TEXT) {
    const problem = visitJson(text, {});
    if (problem) return { value: undefined, diagnostics: [explain(file, problem)] };
  }
  const parsed = parse(text);
  if ("problem" in parsed) return { value: undefined, diagnostics: [explain(file, parsed.problem)] };
  const { value } = parsed;
  const inspection = options.inspect === false ? PLAIN : inspectJson(value);
  const diagnostics = explainInspection(source, inspection);
  if (inspection === TOO_DEEP) return { value: undefined, diagnostics };
  if (options.duplicates && mayHaveDuplicateKeys(text, value))
    for (const each of findDuplicateKeys(source)) diagnostics.push(each);
  return { value, diagnostics };
}

function parse(text: string): { readonly value: JsonValue } | { readonly problem: JsonProblem } {
  if (MISREADS_ESCAPED_KEYS && mayHaveEscapedKeys(text)) return parseEscapedKeys(text);
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

function explain(file: string, problem: JsonProblem): Diagnostic {
  const location = { file, offset: problem.offset };
  return problem.kind === "too-deep"
    ? jsonDiagnostics.create("too-deep", location, { limit: MAX_DEPTH })
    : jsonDiagnostics.create("syntax", location, { reason: problem.reason });
}
