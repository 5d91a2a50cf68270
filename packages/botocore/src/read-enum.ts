import { isJsonArray, type JsonValue, jsonType } from "@shapelog/json";
import { isIdentifier, type Member, type ShapeId, UNIT } from "@shapelog/model";
import { botocoreDiagnostics } from "./diagnostics.js";
import { placeOf, type Reading } from "./reading.js";

/**
 * Returns the members of an enum, one for each value, or `undefined` where there are none. Names are made as Smithy
 * makes them for values without names; no value is lost, however odd. A value listed twice is reported and read once.
 */
export function readEnumMembers(
  reading: Reading,
  name: string,
  id: ShapeId,
  values: JsonValue | undefined,
): Member[] | undefined {
  if (!isJsonArray(values)) return undefined;
  const seen = new Set<string>();
  const names = new Set<string>();
  const members: Member[] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value !== "string") reportType(reading, [name, index], value);
    else if (seen.has(value)) {
      const place = placeOf(reading, ["shapes", name, "enum", index]);
      reading.diagnostics.push(
        botocoreDiagnostics.create("duplicate-enum-value", place, { shape: id, value }),
      );
    } else {
      seen.add(value);
      members.push(createMember(freeName(names, enumMemberName(value)), value));
    }
  }
  return members.length > 0 ? members : undefined;
}

/**
 * Returns the name that Smithy gives an enum value: each run of characters that a name cannot have becomes an
 * underscore. A value with no letter or digit is named for its code points.
 */
export function enumMemberName(value: string): string {
  const name = value.replaceAll(/\W+/g, "_");
  if (isIdentifier(name)) return name;
  if (/[A-Za-z0-9]/.test(name)) return `_${name}`;
  const codes = [...value].slice(0, 8).map((character) => (character.codePointAt(0) ?? 0).toString(16));
  return codes.length === 0 ? "EMPTY" : `U_${codes.join("_").toUpperCase()}`;
}

function freeName(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let index = 2; taken.has(name); index++) name = `${wanted}_${index}`;
  taken.add(name);
  return name;
}

function createMember(name: string, value: string): Member {
  return { name, target: UNIT, traits: { "smithy.api#enumValue": value } };
}

function reportType(reading: Reading, [name, index]: readonly [string, number], value: JsonValue): void {
  const data = { what: `A value of ${name}`, expected: "a string", found: jsonType(value) };
  const place = placeOf(reading, ["shapes", name, "enum", index]);
  reading.diagnostics.push(botocoreDiagnostics.create("wrong-json-type", place, data));
}
