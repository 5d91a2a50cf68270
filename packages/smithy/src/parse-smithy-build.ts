import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue, jsonType, printPointer, readJson } from "@shapelog/json";
import type { SourceText } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";

/** What a `smithy-build.json` says about the files of a model. */
export interface SmithyBuild extends WithDiagnostics {
  /** Files and folders of the model itself, as written: relative to the folder of the file. */
  readonly sources: readonly string[];
  /** Files and folders that the model needs, as written. */
  readonly imports: readonly string[];
}

/**
 * Returns which files a `smithy-build.json` makes a model of (Smithy 2.0, "smithy-build"): its `sources` and `imports`.
 * All the rest, projections and plugins among it, is not looked at. `//` comments are allowed, as Smithy allows them.
 * Reads no file: the paths are the caller's to resolve, and to refuse.
 *
 * @example
 * parseSmithyBuild({ file: "smithy-build.json", text: '{"version": "1.0", "sources": ["model"]}' }).sources; // ["model"]
 */
export function parseSmithyBuild({ file, text }: SourceText): SmithyBuild {
  const { value, diagnostics } = readJson({ file, text: blankComments(text) });
  const found = [...diagnostics];
  if (value !== undefined && !isJsonObject(value)) {
    const data = { what: "smithy-build.json", expected: "an object", found: jsonType(value) };
    found.push(smithyDiagnostics.create("wrong-json-type", { file }, data));
  }
  const fields = isJsonObject(value) ? value : {};
  const read = (key: "sources" | "imports") => readPaths(fields[key], key, { file, diagnostics: found });
  return { sources: read("sources"), imports: read("imports"), diagnostics: found };
}

function readPaths(
  value: JsonValue | undefined,
  key: string,
  { file, diagnostics }: { readonly file: string; readonly diagnostics: Diagnostic[] },
): readonly string[] {
  if (value === undefined) return [];
  const report = (path: (string | number)[], data: { what: string; expected: string; found: string }) => {
    const location = { file, pointer: printPointer(...path) };
    diagnostics.push(smithyDiagnostics.create("wrong-json-type", location, data));
  };
  if (!isJsonArray(value)) {
    report([key], { what: `"${key}"`, expected: "an array of paths", found: jsonType(value) });
    return [];
  }
  return value.flatMap((path, index) => {
    if (typeof path === "string") return [path];
    report([key, index], { what: `A path in "${key}"`, expected: "a string", found: jsonType(path) });
    return [];
  });
}

const MARK = /["\n]|\\.|\/\//g;

/** Puts spaces in the place of comments, so that all else stays where it is. A string ends with its line at the latest. */
function blankComments(text: string): string {
  const marks = new RegExp(MARK);
  const parts: string[] = [];
  let start = 0;
  let isInString = false;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') isInString = !isInString;
    else if (mark[0] === "\n") isInString = false;
    else if (mark[0] === "//" && !isInString) {
      const lineEnd = text.indexOf("\n", mark.index);
      const end = lineEnd === -1 ? text.length : lineEnd;
      parts.push(text.slice(start, mark.index), " ".repeat(end - mark.index));
      start = end;
      marks.lastIndex = end;
    }
  }
  return parts.join("") + text.slice(start);
}
