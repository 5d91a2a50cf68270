import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { isIdentifier, type Member } from "@shapelog/model";
import { type ConstraintContext, constraintRules } from "./constraints.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import {
  deprecationRules,
  elsewhere,
  type Fields,
  flag,
  keptTrait,
  mapTraits,
  object,
  type Rule,
  type Rules,
  type TraitEntry,
  text,
  toTraits,
  xmlNamespace,
} from "./map-traits.js";
import { expectObject, findRawShape, type Path, placeOf, type Reading, readReference } from "./reading.js";
import { findVariantId } from "./variants.js";
import { isSameNamespace } from "./xml-namespace.js";

/** What the rules for members look at. */
interface MemberContext extends ConstraintContext {
  readonly reading: Reading;
  /** The name of the member; `member`, `key` or `value` in lists and maps. */
  readonly name: string;
  /** The shape the member targets, as it is written. */
  readonly target: Fields | undefined;
  /** Whether the member belongs to a structure or union. */
  readonly named: boolean;
  /** Whether the member is its container's payload. */
  readonly payload: boolean;
}

/** Reads the members of a structure or union. Members without a shape are reported and left out. */
export function readMembers(reading: Reading, name: string, raw: Fields): Member[] {
  if (raw.members === undefined) return [];
  const members = expectObject(reading, raw.members, ["shapes", name, "members"], `"members" of ${name}`);
  const required = new Set(isJsonArray(raw.required) ? raw.required : []);
  const read: Member[] = [];
  for (const memberName of Object.keys(members ?? {})) {
    const path = ["shapes", name, "members", memberName];
    if (!isIdentifier(memberName)) {
      const data = { name: memberName, of: name };
      reading.diagnostics.push(botocoreDiagnostics.create("malformed-name", placeOf(reading, path), data));
      continue;
    }
    const member = readMember(reading, members?.[memberName], {
      name: memberName,
      path,
      what: `${name}.${memberName}`,
      container: raw,
    });
    if (!member) continue;
    const traits: TraitEntry[] = [];
    if (required.has(memberName)) traits.push(["smithy.api#required", {}]);
    if (raw.payload === memberName && reading.protocol.rest) traits.push(["smithy.api#httpPayload", {}]);
    read.push(
      traits.length === 0 ? member : { ...member, traits: { ...member.traits, ...toTraits(traits) } },
    );
  }
  return read;
}

/** Reads the `member` of a list, or `key` or `value` of a map, where it is there. */
export function readFixedMember(reading: Reading, name: string, raw: Fields, field: string): Member[] {
  const path = ["shapes", name, field];
  if (raw[field] === undefined) {
    const place = placeOf(reading, ["shapes", name]);
    reading.diagnostics.push(botocoreDiagnostics.create("missing-field", place, { of: name, field }));
    return [];
  }
  const what = `"${field}" of ${name}`;
  const member = readMember(reading, raw[field], { name: field, path, what, container: raw });
  return member ? [member] : [];
}

interface MemberPlace {
  readonly name: string;
  readonly path: Path;
  readonly what: string;
  /** The shape that has the member. */
  readonly container: Fields;
}

function readMember(reading: Reading, value: JsonValue | undefined, place: MemberPlace): Member | undefined {
  const target = readReference(reading, value, place.path, place.what);
  if (target === undefined || !isJsonObject(value)) return undefined;
  const raw = findRawShape(reading, value.shape);
  const context: MemberContext = {
    reading,
    name: place.name,
    raw: value,
    target: raw,
    type: typeof raw?.type === "string" ? raw.type : "",
    named: place.path.length === 4,
    payload: place.container.payload === place.name,
  };
  const traits = mapTraits(value, MEMBER_RULES, context);
  if (context.named) for (const each of flattenedTraits(context)) traits.push(each);
  return { name: place.name, target: findVariantId(reading, value) ?? target, traits: toTraits(traits) };
}

/** In botocore a list or map is flattened; in Smithy, the members that target it are. */
function flattenedTraits({ raw, target, reading, name }: MemberContext): TraitEntry[] {
  if (target?.flattened !== true) return [];
  const traits: TraitEntry[] = [["smithy.api#xmlFlattened", {}]];
  const element = flattenedName(target);
  if (typeof element === "string" && reading.protocol.xml && element !== (raw.locationName ?? name)) {
    traits.push(["smithy.api#xmlName", element]);
    if (raw.locationName !== undefined) traits.push(keptTrait("locationName", raw.locationName));
  }
  return traits;
}

/** Returns the name that a flattened list or map gives its elements; it goes before the name of the member. */
function flattenedName(target: Fields): JsonValue | undefined {
  return (isJsonObject(target.member) ? target.member.locationName : undefined) ?? target.locationName;
}

const location: Rule<MemberContext> = (value, { reading, raw, name, type }) => {
  if (!reading.protocol.rest) return undefined;
  const wireName = typeof raw.locationName === "string" ? raw.locationName : name;
  switch (value) {
    case "header":
      return [["smithy.api#httpHeader", wireName]];
    case "headers":
      return [["smithy.api#httpPrefixHeaders", typeof raw.locationName === "string" ? wireName : ""]];
    case "querystring":
      return type === "map" ? [["smithy.api#httpQueryParams", {}]] : [["smithy.api#httpQuery", wireName]];
    case "uri":
      return [["smithy.api#httpLabel", {}]];
    case "statusCode":
      return [["smithy.api#httpResponseCode", {}]];
    default:
      return undefined;
  }
};

const locationName: Rule<MemberContext> = (value, context) => {
  const { reading, raw, name, named } = context;
  if (typeof value !== "string") return undefined;
  if (reading.protocol.rest && raw.location !== undefined) {
    const said = raw.location === "header" || raw.location === "headers" || raw.location === "querystring";
    return said || value === name ? [] : undefined;
  }
  if (reading.protocol.xml) return [["smithy.api#xmlName", value]];
  return named ? [["smithy.api#jsonName", value]] : undefined;
};

/** The namespace of the service is that of its payloads, too. */
const memberNamespace: Rule<MemberContext> = (value, { reading, raw, payload }) =>
  payload && reading.xmlNamespace !== undefined && isSameNamespace(value, reading.xmlNamespace)
    ? []
    : xmlNamespace(value, raw);

const MEMBER_RULES: Rules<MemberContext> = new Map<string, Rule<MemberContext>>([
  ["shape", elsewhere],
  ["documentation", text("smithy.api#documentation")],
  ...deprecationRules<MemberContext>(),
  ...constraintRules<MemberContext>(),
  ["location", location],
  ["locationName", locationName],
  [
    "queryName",
    (value, { reading }) =>
      typeof value === "string" && reading.protocol.ec2 ? [["aws.protocols#ec2QueryName", value]] : undefined,
  ],
  // The blob is streaming, or has a variant that is.
  ["streaming", (value, { type }) => (value === true && type === "blob" ? [] : undefined)],
  ["jsonvalue", (value, { target }) => (value === true && target ? [] : undefined)],
  // A list or map that is flattened itself gives the trait to all its members.
  [
    "flattened",
    (value, { target }) => {
      if (value !== true) return undefined;
      return target?.flattened === true ? [] : [["smithy.api#xmlFlattened", {}]];
    },
  ],
  ["idempotencyToken", flag("smithy.api#idempotencyToken")],
  ["hostLabel", flag("smithy.api#hostLabel")],
  ["xmlAttribute", flag("smithy.api#xmlAttribute")],
  ["xmlNamespace", memberNamespace],
  ["eventpayload", flag("smithy.api#eventPayload")],
  ["eventheader", flag("smithy.api#eventHeader")],
  ["contextParam", object("smithy.rules#contextParam")],
]);
