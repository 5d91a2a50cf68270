import { isJsonObject, type JsonValue } from "@shapelog/json";
import { NO_TRAITS, type Traits } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import { findId, inspect, type Owner, placeOf, type Reading, reportType, reportVersion } from "./reading.js";

/** The trait that keeps fields Smithy does not define, so that nothing is dropped. */
export const FIELDS_TRAIT = "shapelog.smithy#fields";

const NEEDS_VERSION_2: ReadonlySet<string> = new Set(["smithy.api#default", "smithy.api#mixin"]);

/** Returns the value of a `traits` field as it is, or `undefined` where something has to be said about it. */
export function findTraits(reading: Reading, raw: JsonValue): Traits | undefined {
  if (!isJsonObject(raw)) return undefined;
  for (const id in raw) {
    if (findId(reading, id) === undefined) return undefined;
    if (reading.version === "1.0" && NEEDS_VERSION_2.has(id)) return undefined;
    inspect(reading, raw[id]);
  }
  return raw;
}

/**
 * Reads the value of a `traits` field (Smithy 2.0, "AST shapes"). The parsed object is used as it is, unless it has
 * keys that are not trait ids; they are reported and left out.
 */
export function readTraits(reading: Reading, raw: JsonValue | undefined, owner: Owner): Traits {
  if (raw === undefined) return NO_TRAITS;
  const found = findTraits(reading, raw);
  if (found) return found;
  if (!isJsonObject(raw)) {
    const problem = { what: `"traits" of ${owner.id()}`, expected: "an object", value: raw };
    reportType(reading, [...owner.path(), "traits"], problem);
    return NO_TRAITS;
  }
  const kept: [string, JsonValue][] = [];
  for (const [id, value] of Object.entries(raw)) {
    inspect(reading, value);
    if (findId(reading, id) === undefined) reportTraitId(reading, id, owner);
    else kept.push([id, value]);
    if (reading.version === "1.0" && NEEDS_VERSION_2.has(id)) {
      reportVersion(reading, [...owner.path(), "traits", id], { of: owner.id(), what: id, needs: "2.0" });
    }
  }
  return Object.fromEntries(kept);
}

/** Returns traits with the given fields kept in {@link FIELDS_TRAIT}, where there are any. */
export function withFields(
  reading: Reading,
  traits: Traits,
  fields: readonly (readonly [string, JsonValue])[],
): Traits {
  if (fields.length === 0) return traits;
  for (const [, value] of fields) inspect(reading, value);
  // `fromEntries` defines own properties, whatever their names.
  return { ...traits, [FIELDS_TRAIT]: Object.fromEntries(fields) };
}

function reportTraitId(reading: Reading, id: string, owner: Owner): void {
  const place = placeOf(reading, [...owner.path(), "traits", id]);
  reading.diagnostics.push(smithyDiagnostics.create("malformed-trait-id", place, { id, of: owner.id() }));
}
