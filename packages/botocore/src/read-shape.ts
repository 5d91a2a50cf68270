import { isJsonArray, isJsonObject } from "@shapelog/json";
import type { Shape, ShapeId, SimpleShape, Traits } from "@shapelog/model";
import { type ConstraintContext, constraintRules } from "./constraints.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import {
  deprecationRules,
  type Fields,
  flag,
  mapTraits,
  type Rule,
  type Rules,
  type TraitEntry,
  text,
  toTraits,
  xmlNamespace,
} from "./map-traits.js";
import { readEnumMembers } from "./read-enum.js";
import { isError, isErrorSaid, readError } from "./read-error.js";
import { readFixedMember, readMembers } from "./read-members.js";
import { placeOf, type Reading, shapeIdOf } from "./reading.js";

/** The kinds of botocore's simple types, today's and old ones. */
const KINDS: ReadonlyMap<string, SimpleShape["kind"]> = new Map([
  ["string", "string"],
  ["boolean", "boolean"],
  ["integer", "integer"],
  ["long", "long"],
  ["float", "float"],
  ["double", "double"],
  ["timestamp", "timestamp"],
  ["blob", "blob"],
  ["byte", "byte"],
  ["short", "short"],
  ["biginteger", "bigInteger"],
  ["bigdecimal", "bigDecimal"],
  ["character", "string"],
  ["jsonvalue", "string"],
  ["number", "double"],
]);

const OLD_TYPES: ReadonlySet<string> = new Set(["character", "jsonvalue", "number"]);

/** What the rules for shapes look at. */
interface ShapeContext extends ConstraintContext {
  readonly reading: Reading;
  readonly name: string;
  readonly kind: Shape["kind"];
}

/** Reads one entry of `shapes`. */
export function readShape(reading: Reading, name: string, raw: Fields): Shape {
  const id = shapeIdOf(reading, name);
  const type = typeof raw.type === "string" ? raw.type : "";
  const members = type === "string" ? readEnumMembers(reading, name, id, raw.enum) : undefined;
  const kind = members ? "enum" : findKind(reading, name, raw, type);
  const context: ShapeContext = { reading, name, raw, type, kind };
  const entries = mapTraits(raw, SHAPE_RULES, context);
  if (kind === "structure") for (const each of structureTraits(context)) entries.push(each);
  if (kind === "union" && raw.eventstream === true) entries.push(["smithy.api#streaming", {}]);
  if (type === "blob" && reading.uses.streams.has(name)) entries.push(["smithy.api#streaming", {}]);
  if (type === "jsonvalue") entries.push(["smithy.api#mediaType", "application/json"]);
  const traits = toTraits(entries);
  return members ? { kind: "enum", id, traits, members } : createShape(context, id, traits);
}

function createShape({ reading, name, raw, kind }: ShapeContext, id: ShapeId, traits: Traits): Shape {
  switch (kind) {
    case "structure":
    case "union":
      return { kind, id, traits, members: readMembers(reading, name, raw) };
    case "list":
      return { kind, id, traits, members: readFixedMember(reading, name, raw, "member") };
    case "map": {
      const key = readFixedMember(reading, name, raw, "key");
      return { kind, id, traits, members: [...key, ...readFixedMember(reading, name, raw, "value")] };
    }
    default: {
      const simple: SimpleShape["kind"] = KINDS.get(String(raw.type)) ?? "document";
      return { kind: simple, id, traits };
    }
  }
}

function findKind(reading: Reading, name: string, raw: Fields, type: string): Shape["kind"] {
  if (type === "list" || type === "map") return type;
  if (type === "structure") {
    if (raw.document === true && isEmptyStructure(raw)) return "document";
    return raw.union === true || raw.eventstream === true ? "union" : "structure";
  }
  const kind = KINDS.get(type);
  if (kind !== undefined && !OLD_TYPES.has(type)) return kind;
  const place = placeOf(reading, ["shapes", name, "type"]);
  reading.diagnostics.push(
    kind === undefined
      ? botocoreDiagnostics.create("unknown-type", place, { shape: name, type })
      : botocoreDiagnostics.create("old-type", place, { shape: name, type, kind }),
  );
  return kind ?? "document";
}

function isEmptyStructure(raw: Fields): boolean {
  return raw.members === undefined || (isJsonObject(raw.members) && Object.keys(raw.members).length === 0);
}

function structureTraits({ reading, name, raw }: ShapeContext): TraitEntry[] {
  if (isError(raw)) return readError(raw);
  if (reading.uses.inputs.has(name)) return [["smithy.api#input", {}]];
  return reading.uses.outputs.has(name) ? [["smithy.api#output", {}]] : [];
}

/** A key that has a place of its own in shapes of one kind. */
function partOf(...kinds: readonly Shape["kind"][]): Rule<ShapeContext> {
  return (_, { kind }) => (kinds.includes(kind) ? [] : undefined);
}

const required: Rule<ShapeContext> = (value, { reading, name, raw, kind }) => {
  if (!isJsonArray(value) || (kind !== "structure" && kind !== "union")) return undefined;
  const { members } = raw;
  const unknown = value.filter(
    (member) => typeof member !== "string" || !isJsonObject(members) || !Object.hasOwn(members, member),
  );
  if (unknown.length === 0) return [];
  const data = { shape: name, members: unknown.map((member) => String(member)) };
  const place = placeOf(reading, ["shapes", name, "required"]);
  reading.diagnostics.push(botocoreDiagnostics.create("unknown-required-member", place, data));
  return [["shapelog.botocore#required", unknown]];
};

const payload: Rule<ShapeContext> = (value, { reading, raw }) =>
  reading.protocol.rest &&
  typeof value === "string" &&
  isJsonObject(raw.members) &&
  Object.hasOwn(raw.members, value)
    ? []
    : undefined;

const SHAPE_RULES: Rules<ShapeContext> = new Map<string, Rule<ShapeContext>>([
  ["type", (value) => (typeof value === "string" && !OLD_TYPES.has(value) ? [] : undefined)],
  ["documentation", text("smithy.api#documentation")],
  ...deprecationRules<ShapeContext>(),
  ...constraintRules<ShapeContext>(),
  [
    "members",
    (_, { kind, raw }) => {
      const said = kind === "structure" || kind === "union" || (kind === "document" && isEmptyStructure(raw));
      return said ? [] : undefined;
    },
  ],
  ["member", partOf("list")],
  ["key", partOf("map")],
  ["value", partOf("map")],
  ["enum", partOf("enum")],
  ["required", required],
  ["payload", payload],
  ["exception", (value, { kind }) => (value === true && kind === "structure" ? [] : undefined)],
  ["fault", (value, { kind }) => (value === true && kind === "structure" ? [] : undefined)],
  ["error", (_, { raw, kind }) => (kind === "structure" && isErrorSaid(raw) ? [] : undefined)],
  [
    "retryable",
    (value) => {
      if (!isJsonObject(value) || Object.keys(value).some((key) => key !== "throttling")) return undefined;
      return [["smithy.api#retryable", value.throttling === true ? { throttling: true } : {}]];
    },
  ],
  ["sensitive", flag("smithy.api#sensitive")],
  ["sparse", flag("smithy.api#sparse")],
  ["requiresLength", flag("smithy.api#requiresLength")],
  [
    "streaming",
    (value, { kind }) => (kind === "blob" ? flag("smithy.api#streaming")(value, undefined) : undefined),
  ],
  ["document", (value, { kind }) => (value === true && kind === "document" ? [] : undefined)],
  ["union", (value, { kind }) => (value === true && kind === "union" ? [] : undefined)],
  ["eventstream", (value, { kind }) => (value === true && kind === "union" ? [] : undefined)],
  ["event", (value, { reading, name }) => (value === true && reading.uses.events.has(name) ? [] : undefined)],
  [
    "flattened",
    (value, { reading, name }) => (value === true && reading.uses.targeted.has(name) ? [] : undefined),
  ],
  [
    "locationName",
    (value, { reading, name, raw, kind }) => {
      if (!reading.protocol.xml || typeof value !== "string") return undefined;
      if (kind === "structure" || kind === "union") return [["smithy.api#xmlName", value]];
      // The members that target a flattened list or map say its name.
      return raw.flattened === true && reading.uses.targeted.has(name) ? [] : undefined;
    },
  ],
  ["xmlNamespace", xmlNamespace],
]);
