import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue, printPointer, readJson } from "@shapelog/json";
import type { SourceText } from "@shapelog/model";
import { botocoreDiagnostics } from "./diagnostics.js";
import { keptTrait, type TraitEntry } from "./map-traits.js";
import { expectObject, type Section } from "./reading.js";

/** Returns the traits that a `paginators-1.json` gives operations, by the operations' names. */
export function readPaginators(
  source: SourceText,
  operations: Section,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, readonly TraitEntry[]> {
  const { file } = source;
  const traits = new Map<string, TraitEntry[]>();
  const { value, diagnostics: found } = readJson(source);
  for (const each of found) diagnostics.push(each);
  if (value === undefined) return traits;
  const reading = { file, diagnostics };
  const root = expectObject(reading, value, [], "A file of paginators");
  const paginators = root && expectObject(reading, root.pagination, ["pagination"], '"pagination"');
  for (const [operation, raw] of Object.entries(paginators ?? {})) {
    if (operations.entries.has(operation)) {
      traits.set(operation, readPaginator(raw));
      continue;
    }
    const location = { file, pointer: printPointer("pagination", operation) };
    diagnostics.push(botocoreDiagnostics.create("unknown-operation", location, { operation }));
  }
  return traits;
}

/**
 * Returns `@paginated` for a paginator with single tokens (Smithy 2.0, "paginated trait"), and whatever it says beyond
 * that, such as several results or `more_results`, as it is.
 */
function readPaginator(raw: JsonValue): TraitEntry[] {
  if (!isJsonObject(raw)) return [keptTrait("paginator", raw)];
  const { input_token, output_token, limit_key, result_key, ...rest } = raw;
  const inputToken = findPath(input_token);
  const outputToken = findPath(output_token);
  if (inputToken === undefined || outputToken === undefined) return [keptTrait("paginator", raw)];
  const pageSize = findPath(limit_key);
  const items = findPath(result_key);
  const kept: [string, JsonValue][] = Object.entries(rest);
  if (limit_key !== undefined && pageSize === undefined) kept.push(["limit_key", limit_key]);
  if (result_key !== undefined && items === undefined) kept.push(["result_key", result_key]);
  const trait = {
    inputToken,
    outputToken,
    ...(items === undefined ? {} : { items }),
    ...(pageSize === undefined ? {} : { pageSize }),
  };
  const traits: TraitEntry[] = [["smithy.api#paginated", trait]];
  if (kept.length > 0) traits.push(keptTrait("paginator", Object.fromEntries(kept)));
  return traits;
}

/** Returns a dotted path of members, alone or as the only one of a list. Other JMESPath expressions are none. */
function findPath(value: JsonValue | undefined): string | undefined {
  const single = isJsonArray(value) && value.length === 1 ? value[0] : value;
  return typeof single === "string" && /^\w+(?:\.\w+)*$/.test(single) ? single : undefined;
}
