import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import type { Fields } from "./map-traits.js";
import type { Uses } from "./reading.js";

/** Returns how a file uses its shapes. */
export function findUses(shapes: Fields, operations: Fields): Uses {
  const inputs = new Map<string, number>();
  const outputs = new Map<string, number>();
  const others = new Set<string>();
  for (const operation of Object.values(operations)) {
    if (!isJsonObject(operation)) continue;
    count(inputs, shapeOf(operation.input));
    count(outputs, shapeOf(operation.output));
    const errors = isJsonArray(operation.errors) ? operation.errors : [];
    for (const error of errors) add(others, shapeOf(error));
  }
  const members = findMemberUses(shapes);
  for (const name of members.all) others.add(name);
  return {
    inputs: exclusive(inputs, outputs, others),
    outputs: exclusive(outputs, inputs, others),
    events: members.events,
    streams: members.streams,
    partialStreams: members.partialStreams,
    jsonValues: members.jsonValues,
    targeted: members.targeted,
  };
}

/** Uses of shapes by members of other shapes. */
function findMemberUses(shapes: Fields) {
  const all = new Set<string>();
  const targeted = new Set<string>();
  const events = new Set<string>();
  const streams = new Set<string>();
  const plain = new Set<string>();
  const jsonValues = new Set<string>();
  for (const shape of Object.values(shapes)) {
    if (!isJsonObject(shape)) continue;
    const fields = isJsonObject(shape.members) ? Object.values(shape.members) : [];
    for (const member of [...fields, shape.member, shape.key, shape.value]) {
      const name = shapeOf(member);
      if (name === undefined || !isJsonObject(member)) continue;
      all.add(name);
      (member.streaming === true && isBlob(shapes, name) ? streams : plain).add(name);
      if (member.jsonvalue === true) jsonValues.add(name);
    }
    for (const member of fields) {
      add(targeted, shapeOf(member));
      if (shape.eventstream === true) add(events, shapeOf(member));
    }
  }
  const partialStreams = new Set([...streams].filter((name) => plain.has(name)));
  for (const name of partialStreams) streams.delete(name);
  return { all, targeted, events, streams, partialStreams, jsonValues };
}

function isBlob(shapes: Fields, name: string): boolean {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  return isJsonObject(shape) && shape.type === "blob";
}

function exclusive(
  uses: ReadonlyMap<string, number>,
  opposite: ReadonlyMap<string, number>,
  others: ReadonlySet<string>,
): Set<string> {
  const names = [...uses].filter(([name, times]) => times === 1 && !opposite.has(name) && !others.has(name));
  return new Set(names.map(([name]) => name));
}

function shapeOf(reference: JsonValue | undefined): string | undefined {
  return isJsonObject(reference) && typeof reference.shape === "string" ? reference.shape : undefined;
}

function count(counts: Map<string, number>, name: string | undefined): void {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}
