import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { type Binding, isIdentifier, isShapeId, type Rename, type ShapeId } from "@shapelog/model";
import { smithyDiagnostics } from "./diagnostics.js";
import {
  findId,
  type Owner,
  type Path,
  placeOf,
  type Reading,
  reportMissing,
  reportType,
} from "./reading.js";

type Fields = { readonly [key: string]: JsonValue };

/** Reads the `target` of a member or a reference: an absolute shape id. */
export function readTarget(reading: Reading, raw: JsonValue | undefined, owner: Owner): ShapeId | undefined {
  if (typeof raw !== "string") {
    if (raw === undefined) reportMissing(reading, owner.path(), { of: owner.id(), field: "target" });
    else {
      const problem = { what: `"target" of ${owner.id()}`, expected: "a shape id", value: raw };
      reportType(reading, [...owner.path(), "target"], problem);
    }
    return undefined;
  }
  // The id of a member cannot be a target. It is well-formed, though, so what it points at is told where targets are.
  const target = findId(reading, raw) ?? (isShapeId(raw) ? raw : undefined);
  if (target !== undefined) return target;
  const place = placeOf(reading, [...owner.path(), "target"]);
  reading.diagnostics.push(smithyDiagnostics.create("malformed-shape-id", place, { id: raw }));
  return undefined;
}

/** Reads a field that holds one reference (Smithy 2.0, "AST shape reference"), or `undefined` where it is not given. */
export function readReference(
  reading: Reading,
  id: ShapeId,
  raw: JsonValue | undefined,
  fields: Path,
): ShapeId | undefined {
  if (raw === undefined) return undefined;
  if (isJsonObject(raw) && typeof raw.target === "string") {
    const target = findId(reading, raw.target);
    if (target !== undefined) return target;
  }
  const path = ["shapes", id, ...fields];
  if (!isJsonObject(raw)) {
    const problem = {
      what: `"${fields.join("/")}" of ${id}`,
      expected: 'an object with "target"',
      value: raw,
    };
    reportType(reading, path, problem);
    return undefined;
  }
  return readTarget(reading, raw.target, { id: () => `"${fields.join("/")}" of ${id}`, path: () => path });
}

/** Reads a field that holds a list of references. */
export function readReferences(reading: Reading, id: ShapeId, raw: Fields, field: string): ShapeId[] {
  const list = raw[field];
  if (list === undefined) return [];
  if (!isJsonArray(list)) {
    const problem = { what: `"${field}" of ${id}`, expected: "an array", value: list };
    reportType(reading, ["shapes", id, field], problem);
    return [];
  }
  const targets: ShapeId[] = [];
  for (let index = 0; index < list.length; index++) {
    const target = readReference(reading, id, list[index] ?? null, [field, index]);
    if (target !== undefined) targets.push(target);
  }
  return targets;
}

/** Reads `identifiers` or `properties` of a resource. */
export function readBindings(reading: Reading, id: ShapeId, raw: Fields, field: string): Binding[] {
  const bindings: Binding[] = [];
  for (const [name, value] of readEntries(reading, id, raw, field)) {
    if (!isIdentifier(name)) {
      const place = placeOf(reading, ["shapes", id, field, name]);
      reading.diagnostics.push(smithyDiagnostics.create("malformed-name", place, { id, name }));
      continue;
    }
    const target = readReference(reading, id, value, [field, name]);
    if (target !== undefined) bindings.push({ name, target });
  }
  return bindings;
}

/** Reads `rename` of a service. */
export function readRename(reading: Reading, id: ShapeId, raw: Fields): Rename[] {
  const renames: Rename[] = [];
  for (const [from, name] of readEntries(reading, id, raw, "rename")) {
    const path = ["shapes", id, "rename", from];
    const shape = findId(reading, from);
    if (shape === undefined) {
      reading.diagnostics.push(
        smithyDiagnostics.create("malformed-shape-id", placeOf(reading, path), { id: from }),
      );
    } else if (typeof name !== "string") {
      reportType(reading, path, { what: `the new name of ${from}`, expected: "a string", value: name });
    } else if (!isIdentifier(name)) {
      reading.diagnostics.push(
        smithyDiagnostics.create("malformed-name", placeOf(reading, path), { id, name }),
      );
    } else renames.push({ shape, name });
  }
  return renames;
}

function readEntries(reading: Reading, id: ShapeId, raw: Fields, field: string): [string, JsonValue][] {
  const value = raw[field];
  if (value === undefined) return [];
  if (isJsonObject(value)) return Object.entries(value);
  reportType(reading, ["shapes", id, field], {
    what: `"${field}" of ${id}`,
    expected: "an object",
    value,
  });
  return [];
}
