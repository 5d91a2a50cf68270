import type { JsonValue } from "@shapelog/json";
import {
  type AggregateShape,
  LIFECYCLE_SLOTS,
  type Member,
  NO_TRAITS,
  type ResourceShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  SIMPLE_KINDS,
  type SimpleShape,
  type Traits,
  UNIT,
} from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import { readEnumMembers, readFixedMembers, readMembers } from "./read-members.js";
import { readBindings, readReference, readReferences, readRename } from "./read-references.js";
import { findTraits, readTraits, withFields } from "./read-traits.js";
import { placeOf, type Reading, reportMissing, reportType, reportVersion } from "./reading.js";

type Fields = { readonly [key: string]: JsonValue };

/** What every shape has, whatever its kind. */
interface Base {
  readonly id: ShapeId;
  readonly traits: Traits;
  readonly mixins?: readonly ShapeId[];
}

type ReadKind = (reading: Reading, base: Base, raw: Fields) => Shape;

/** How to read each type, and which fields it has beside `type`, `traits` and `mixins`. */
interface ShapeType {
  readonly fields: ReadonlySet<string>;
  readonly read: ReadKind;
}

const COMMON = ["type", "traits", "mixins"];
const LIST_MEMBERS = ["member"];
const MAP_MEMBERS = ["key", "value"];

const TYPES: ReadonlyMap<string, ShapeType> = new Map([
  ...SIMPLE_KINDS.map((kind) => shapeType(kind, [], (_, base): SimpleShape => ({ kind, ...base }))),
  shapeType("list", ["member"], readList),
  shapeType("set", ["member"], readSet),
  shapeType("map", ["key", "value"], (reading, base, raw) =>
    withMembers("map", base, readFixedMembers(reading, { id: base.id, raw }, MAP_MEMBERS)),
  ),
  shapeType("structure", ["members"], (reading, base, raw) =>
    withMembers("structure", base, readMembers(reading, base.id, raw.members)),
  ),
  shapeType("union", ["members"], (reading, base, raw) =>
    withMembers("union", base, readMembers(reading, base.id, raw.members)),
  ),
  shapeType("enum", ["members"], readEnum("enum")),
  shapeType("intEnum", ["members"], readEnum("intEnum")),
  shapeType("operation", ["input", "output", "errors"], (reading, base, raw) => ({
    kind: "operation",
    ...base,
    input: readReference(reading, base.id, raw.input, ["input"]) ?? UNIT,
    output: readReference(reading, base.id, raw.output, ["output"]) ?? UNIT,
    errors: readReferences(reading, base.id, raw, "errors"),
  })),
  shapeType(
    "resource",
    ["identifiers", "properties", ...LIFECYCLE_SLOTS, "operations", "collectionOperations", "resources"],
    readResource,
  ),
  shapeType("service", ["version", "operations", "resources", "errors", "rename"], readService),
]);

const NO_FIELDS: readonly (readonly [string, JsonValue])[] = [];

/** Reads one entry of `shapes` that is not an `apply`, or returns `undefined` where its type is missing or unknown. */
export function readShape(reading: Reading, id: ShapeId, raw: Fields): Shape | undefined {
  const type = typeof raw.type === "string" ? TYPES.get(raw.type) : undefined;
  if (!type) {
    reportUnknownType(reading, id, raw.type);
    return undefined;
  }
  let fields: readonly (readonly [string, JsonValue])[] = NO_FIELDS;
  for (const field in raw) if (!type.fields.has(field)) fields = [...fields, [field, raw[field] ?? null]];
  if (fields.length > 0) {
    const place = placeOf(reading, ["shapes", id]);
    const data = { id, fields: fields.map(([field]) => field) };
    reading.diagnostics.push(smithyDiagnostics.create("unknown-field", place, data));
  }
  const found = raw.traits === undefined ? NO_TRAITS : findTraits(reading, raw.traits);
  const own = found ?? readTraits(reading, raw.traits, { id: () => id, path: () => ["shapes", id] });
  const traits = withFields(reading, own, fields);
  if (raw.mixins === undefined) return type.read(reading, { id, traits }, raw);
  if (reading.version === "1.0") {
    reportVersion(reading, ["shapes", id, "mixins"], { of: id, what: "mixins", needs: "2.0" });
  }
  const mixins = readReferences(reading, id, raw, "mixins");
  return type.read(reading, mixins.length > 0 ? { id, traits, mixins } : { id, traits }, raw);
}

function shapeType(type: string, fields: readonly string[], read: ReadKind): [string, ShapeType] {
  return [type, { fields: new Set([...COMMON, ...fields]), read }];
}

function reportUnknownType(reading: Reading, id: ShapeId, type: JsonValue | undefined): void {
  if (type === undefined) reportMissing(reading, ["shapes", id], { of: id, field: "type" });
  else if (typeof type !== "string") {
    const problem = { what: `"type" of ${id}`, expected: "a string", value: type };
    reportType(reading, ["shapes", id, "type"], problem);
  } else {
    const place = placeOf(reading, ["shapes", id, "type"]);
    reading.diagnostics.push(smithyDiagnostics.create("unknown-type", place, { id, type }));
  }
}

/** Returns a shape with members. Written out: spreading `base` costs a tenth of the time of reading. */
function withMembers<Kind extends AggregateShape["kind"]>(
  kind: Kind,
  base: Base,
  members: readonly Member[],
) {
  const { id, traits, mixins } = base;
  return mixins === undefined ? { kind, id, traits, members } : { kind, id, traits, mixins, members };
}

function readList(reading: Reading, base: Base, raw: Fields): Shape {
  return withMembers("list", base, readFixedMembers(reading, { id: base.id, raw }, LIST_MEMBERS));
}

/** A set is a list with `@uniqueItems` (Smithy 2.0, "Migrating from IDL 1.0 to 2.0"). */
function readSet(reading: Reading, base: Base, raw: Fields): Shape {
  const { id } = base;
  const path = ["shapes", id, "type"];
  if (reading.version === "1.0") {
    reading.diagnostics.push(smithyDiagnostics.create("deprecated-set", placeOf(reading, path), { id }));
  } else reportVersion(reading, path, { of: id, what: "the type set", needs: "1.0" });
  const traits = { ...base.traits, "smithy.api#uniqueItems": {} };
  return readList(reading, { ...base, traits }, raw);
}

function readEnum(kind: "enum" | "intEnum") {
  return (reading: Reading, base: Base, raw: Fields): Shape => {
    if (reading.version === "1.0") {
      const problem = { of: base.id, what: `the type ${kind}`, needs: "2.0" } as const;
      reportVersion(reading, ["shapes", base.id, "type"], problem);
    }
    return withMembers(kind, base, readEnumMembers(reading, base.id, raw.members));
  };
}

function readResource(reading: Reading, base: Base, raw: Fields): ResourceShape {
  const { id } = base;
  if (reading.version === "1.0" && raw.properties !== undefined) {
    const problem = { of: id, what: "properties", needs: "2.0" } as const;
    reportVersion(reading, ["shapes", id, "properties"], problem);
  }
  return {
    kind: "resource",
    ...base,
    identifiers: readBindings(reading, id, raw, "identifiers"),
    properties: readBindings(reading, id, raw, "properties"),
    lifecycle: LIFECYCLE_SLOTS.flatMap((name) => {
      const target = readReference(reading, id, raw[name], [name]);
      return target === undefined ? [] : [{ name, target }];
    }),
    operations: readReferences(reading, id, raw, "operations"),
    collectionOperations: readReferences(reading, id, raw, "collectionOperations"),
    resources: readReferences(reading, id, raw, "resources"),
  };
}

function readService(reading: Reading, base: Base, raw: Fields): ServiceShape {
  const { id } = base;
  const { version } = raw;
  if (version !== undefined && typeof version !== "string") {
    const problem = { what: `"version" of ${id}`, expected: "a string", value: version };
    reportType(reading, ["shapes", id, "version"], problem);
  }
  return {
    kind: "service",
    ...base,
    version: typeof version === "string" ? version : "",
    operations: readReferences(reading, id, raw, "operations"),
    resources: readReferences(reading, id, raw, "resources"),
    errors: readReferences(reading, id, raw, "errors"),
    rename: readRename(reading, id, raw),
  };
}
