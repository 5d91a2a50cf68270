import { escapeJson } from "@shapelog/diagnostics";
import { unreachable } from "@shapelog/model";
import type { AwsValue } from "./aws-value.js";
import type { AwsDelta } from "./delta.js";

/**
 * Returns a delta as the JSON that awsapichanges keeps: `ops_added`, and `ops_updated` with `request`, `response` or
 * `both` for each operation. Sets are sorted arrays; a type inside itself is an empty array.
 */
export function printAwsJson(delta: AwsDelta): string {
  const updated = delta.updated.map(({ operation, sides }) =>
    field(operation, object(sides.map(({ side, gained }) => field(side, printValue(gained))))),
  );
  const fields = [field("ops_added", JSON.stringify(delta.added)), field("ops_updated", object(updated))];
  return escapeJson(`${object(fields)}\n`);
}

/** Objects are printed by hand: as properties, some names (`__proto__`, `1`) would be lost or change places. */
function printValue(value: AwsValue): string {
  switch (value.kind) {
    case "word":
      return JSON.stringify(value.text);
    case "set":
      return JSON.stringify(value.values);
    case "dict":
      return object(value.entries.map((entry) => field(entry.key, printValue(entry.value))));
    case "list":
      return `[${printValue(value.item)}]`;
    case "recursion":
      return "[]";
    default:
      return unreachable(value);
  }
}

function object(fields: readonly string[]): string {
  return `{${fields.join(",")}}`;
}

function field(name: string, printed: string): string {
  return `${JSON.stringify(name)}:${printed}`;
}
