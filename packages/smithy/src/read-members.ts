import { isJsonObject, type JsonValue } from "@shapelog/json";
import { isIdentifier, type Member, memberId, NO_TRAITS, type ShapeId, UNIT } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import { readTarget } from "./read-references.js";
import { findTraits, readTraits, withFields } from "./read-traits.js";
import {
  findId,
  type Owner,
  type Path,
  placeOf,
  type Reading,
  reportMissing,
  reportType,
} from "./reading.js";

/** Reads the `members` of a structure, union, enum or intEnum. Members without a target are reported and left out. */
export function readMembers(reading: Reading, id: ShapeId, raw: JsonValue | undefined): readonly Member[] {
  if (raw === undefined) return [];
  if (!isJsonObject(raw)) {
    reportType(reading, ["shapes", id, "members"], {
      what: `"members" of ${id}`,
      expected: "an object",
      value: raw,
    });
    return [];
  }
  const from: MembersOf = { shape: id, raw, named: true };
  const members: Member[] = [];
  for (const name in raw) {
    if (!isIdentifier(name)) {
      reportName(reading, ["shapes", id, "members", name], { id, name });
      continue;
    }
    const member = readMember(reading, from, name);
    if (member) members.push(member);
  }
  return members;
}

/** Reads the members of an enum or intEnum, which all target `smithy.api#Unit`. */
export function readEnumMembers(
  reading: Reading,
  id: ShapeId,
  raw: JsonValue | undefined,
): readonly Member[] {
  const members = readMembers(reading, id, raw);
  if (members.every(({ target }) => target === UNIT)) return members;
  return members.map((member) => {
    if (member.target === UNIT) return member;
    const place = placeOf(reading, ["shapes", id, "members", member.name, "target"]);
    const data = { member: memberId(id, member.name), target: member.target };
    reading.diagnostics.push(smithyDiagnostics.create("wrong-enum-target", place, data));
    return { ...member, target: UNIT };
  });
}

/** Reads the `member` of a list, or `key` and `value` of a map. They may be missing where mixins give them. */
export function readFixedMembers(
  reading: Reading,
  { id, raw }: { readonly id: ShapeId; readonly raw: { readonly [key: string]: JsonValue } },
  names: readonly string[],
): readonly Member[] {
  const from: MembersOf = { shape: id, raw, named: false };
  const members: Member[] = [];
  for (const name of names) {
    if (raw[name] === undefined) {
      if (raw.mixins === undefined) reportMissing(reading, ["shapes", id], { of: id, field: name });
      continue;
    }
    const member = readMember(reading, from, name);
    if (member) members.push(member);
  }
  return members;
}

/** Reports a name that is not an identifier. */
function reportName(
  reading: Reading,
  path: Path,
  data: { readonly id: ShapeId; readonly name: string },
): void {
  reading.diagnostics.push(smithyDiagnostics.create("malformed-name", placeOf(reading, path), data));
}

/** The members of a shape by name: all of its `members`, or the fields of a list or map that are members. */
interface MembersOf {
  readonly shape: ShapeId;
  readonly raw: { readonly [name: string]: JsonValue };
  readonly named: boolean;
}

/** Where a member stands, for diagnostics. */
function placeOfMember({ shape, named }: MembersOf, name: string): Owner {
  return {
    id: () => memberId(shape, name),
    path: () => (named ? ["shapes", shape, "members", name] : ["shapes", shape, name]),
  };
}

function readMember(reading: Reading, from: MembersOf, name: string): Member | undefined {
  const raw = from.raw[name];
  if (!isJsonObject(raw)) return reportMember(reading, placeOfMember(from, name), raw);
  // Nearly all members pass here, so a place to report at is made only for the others.
  let target = typeof raw.target === "string" ? findId(reading, raw.target) : undefined;
  let traits = raw.traits === undefined ? NO_TRAITS : findTraits(reading, raw.traits);
  let known = 0;
  let all = 0;
  for (const field in raw) {
    all++;
    if (field === "target" || field === "traits") known++;
  }
  if (target === undefined || traits === undefined || known < all) {
    const place = placeOfMember(from, name);
    target ??= readTarget(reading, raw.target, place);
    traits ??= readTraits(reading, raw.traits, place);
    traits = withFields(reading, traits, readFields(reading, raw, place));
  }
  return target === undefined ? undefined : { name, target, traits };
}

function reportMember(reading: Reading, place: Owner, raw: JsonValue | undefined): undefined {
  reportType(reading, place.path(), { what: place.id(), expected: "an object", value: raw });
  return undefined;
}

/** Returns the fields of a member that Smithy does not define, and reports them. */
function readFields(reading: Reading, raw: { readonly [key: string]: JsonValue }, place: Owner) {
  const fields = Object.entries(raw).filter(([field]) => field !== "target" && field !== "traits");
  if (fields.length > 0) {
    const data = { id: place.id(), fields: fields.map(([field]) => field) };
    reading.diagnostics.push(smithyDiagnostics.create("unknown-field", placeOf(reading, place.path()), data));
  }
  return fields;
}
