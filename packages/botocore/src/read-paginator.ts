import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { type Fields, keptTrait, type TraitEntry } from "./map-traits.js";

/**
 * Returns `@paginated` for a paginator with single tokens (Smithy 2.0, "paginated trait"), and whatever it says beyond
 * that, such as several results or `more_results`, as it is.
 */
export function readPaginator(raw: JsonValue): readonly TraitEntry[] {
  if (!isJsonObject(raw)) return [keptTrait("paginator", raw)];
  const inputToken = findPath(raw.input_token, MEMBER);
  const outputToken = findPath(raw.output_token, PATH);
  if (inputToken === undefined || outputToken === undefined) return [keptTrait("paginator", raw)];
  const pageSize = findPath(raw.limit_key, MEMBER);
  const items = findPath(raw.result_key, PATH);
  const said = new Map<string, JsonValue | undefined>([
    ["input_token", inputToken],
    ["output_token", outputToken],
    ["limit_key", pageSize],
    ["result_key", items],
  ]);
  const kept = Object.entries(raw).filter(([key, value]) => said.get(key) !== value);
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

const MEMBER = /^\w+$/;
const PATH = /^\w+(?:\.\w+)*$/;

/** Returns a name or a dotted path of members, alone or as the only one of a list. Other JMESPath expressions are none. */
function findPath(value: JsonValue | undefined, form: RegExp): string | undefined {
  const single = isJsonArray(value) && value.length === 1 ? value[0] : value;
  return typeof single === "string" && form.test(single) ? single : undefined;
}

/** Returns a file of paginators with what its `.sdk-extras` file adds, as botocore merges them: objects key by key. */
export function mergeExtras(paginators: Fields, extras: Fields): Fields {
  const added = Object.entries(extras).map(([key, value]): [string, JsonValue] => {
    const known = Object.hasOwn(paginators, key) ? paginators[key] : undefined;
    return [key, isJsonObject(known) && isJsonObject(value) ? mergeExtras(known, value) : value];
  });
  return Object.fromEntries([...Object.entries(paginators), ...added]);
}
