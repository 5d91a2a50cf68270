import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { jsonDiagnostics } from "./diagnostics.js";
import { findDuplicateKeys } from "./find-duplicate-keys.js";
import { explainTooDeep, isTooDeep } from "./is-too-deep.js";
import type { JsonSource } from "./json-source.js";
import type { JsonValue } from "./json-value.js";
import { mayHaveDuplicateKeys } from "./may-have-duplicate-keys.js";
import { parseJson } from "./parse-json.js";
import { type JsonProblem, MAX_DEPTH, visitJson } from "./visit-json.js";

/**
 * The length in characters from which a text is walked before `JSON.parse` sees it: tens of millions of
 * open brackets take it many seconds and much memory.
 */
const LARGE_TEXT = 8_000_000;

export interface ReadJsonOptions {
  /** Whether to look for keys given twice in one object; counts all keys, and looks closer where they differ. Default: false. */
  readonly duplicates?: boolean;
  /**
   * Whether to look at every value for nesting. Who sets it to false does that for the values he keeps, with
   * `isTooDeep` and `explainTooDeep`. Default: true.
   */
  readonly inspect?: boolean;
}

export interface ReadJsonResult extends WithDiagnostics {
  /** `undefined` where the text is not JSON or nested too deeply. */
  readonly value: JsonValue | undefined;
}

/**
 * Reads JSON text (RFC 8259). Numbers that no double stands for keep their digits. A byte order mark at the start is
 * skipped. Text that is not JSON gives exactly one diagnostic with its offset. No value is nested deeper than 1,000
 * levels, so callers may recurse.
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
  const parsed = parseJson(text);
  if ("problem" in parsed) return { value: undefined, diagnostics: [explain(file, parsed.problem)] };
  const { value } = parsed;
  if (options.inspect !== false && isTooDeep(value))
    return { value: undefined, diagnostics: [explainTooDeep(source)] };
  const diagnostics: Diagnostic[] = [];
  if (options.duplicates && mayHaveDuplicateKeys(text, value))
    for (const each of findDuplicateKeys(source)) diagnostics.push(each);
  return { value, diagnostics };
}

function explain(file: string, problem: JsonProblem): Diagnostic {
  const location = { file, offset: problem.offset };
  return problem.kind === "too-deep"
    ? jsonDiagnostics.create("too-deep", location, { limit: MAX_DEPTH })
    : jsonDiagnostics.create("syntax", location, { reason: problem.reason });
}
