import type { AwsMember } from "./aws-shape.js";
import { createLines, type Lines } from "./page-lines.js";
import { findSpecialType, isEventStream, type Place, type SpecialType } from "./special-types.js";

/** Longer examples are left out, as botocore leaves them out. */
const MAX_LINES = 1494;
const ANY = "{...}|[...]|123|123.4|'string'|True|None";

const SPECIAL: Readonly<Record<SpecialType, string>> = {
  document: ANY,
  "json-header": ANY,
  "streaming-input": "b'bytes'|file",
  "streaming-output": "StreamingBody()",
  "event-stream-output": "EventStream()",
};

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["double", "123.0"],
  ["long", "123"],
  ["integer", "123"],
  ["string", "'string'"],
  ["blob", "b'bytes'"],
  ["boolean", "True|False"],
  ["list", "[...]"],
  ["map", "{...}"],
  ["structure", "{...}"],
  ["timestamp", "datetime(2015, 1, 1)"],
]);

/**
 * Returns an input or output written as Python (botocore, `botocore/docs/example.py`), or `undefined` where it would be
 * too long. A request begins with the opening bracket of the call.
 */
export function printSyntax(place: Place): string | undefined {
  const lines = createLines(MAX_LINES);
  printPlace(lines, place, 0);
  return lines.text();
}

function printPlace(lines: Lines, place: Place, indent: number): void {
  const { shape, above, direction } = place;
  if (lines.isFull()) return;
  if (above.some(({ name }) => name === shape.name)) lines.add("{'... recursive ...'}");
  else if (shape.shape.kind === "document") printDefault(lines, place);
  else if (isEventStream(shape)) {
    if (direction === "request") printDefault(lines, place);
    else {
      lines.add("EventStream(");
      printStructure(lines, place, indent);
      lines.add(")");
    }
  } else if (shape.class === "structure") printStructure(lines, place, indent);
  else if (shape.class === "list") printList(lines, place, indent);
  else if (shape.class === "map") printMap(lines, place, indent);
  else if (shape.values.length > 0) lines.add(shape.values.map((value) => `'${value}'`).join("|"));
  else printDefault(lines, place);
}

function printDefault(lines: Lines, place: Place): void {
  const special = findSpecialType(place);
  lines.add(special ? SPECIAL[special] : (DEFAULTS.get(place.shape.type) ?? "..."));
}

function printStructure(lines: Lines, place: Place, indent: number): void {
  const { shape, above, direction } = place;
  const isCall = direction === "request" && above.length === 0;
  const [start, end] = isCall ? ["(", ")"] : ["{", "}"];
  if (shape.members.length === 0) {
    lines.add(start + end);
    // botocore breaks the line there.
    if (direction === "request") lines.break(indent);
    return;
  }
  lines.add(start);
  for (const [index, member] of shape.members.entries()) {
    if (index > 0) lines.add(",");
    lines.break(indent + 4);
    lines.add(isCall ? `${member.name}=` : `'${member.name}': `);
    printPlace(lines, stepInto(place, member), indent + 4);
  }
  lines.break(indent);
  lines.add(end);
}

function printList(lines: Lines, place: Place, indent: number): void {
  lines.add("[");
  lines.break(indent + 4);
  const [member] = place.shape.members;
  if (member) printPlace(lines, stepInto(place, member), indent + 4);
  lines.add(",");
  lines.break(indent);
  lines.add("]");
}

function printMap(lines: Lines, place: Place, indent: number): void {
  lines.add("{");
  lines.break(indent + 4);
  lines.add("'string': ");
  const value = place.shape.members.find(({ name }) => name === "value");
  if (value) printPlace(lines, stepInto(place, value), indent + 4);
  lines.break(indent);
  lines.add("}");
}

/** Returns the place of a member of the shape at a place. */
export function stepInto(place: Place, { member, target }: AwsMember): Place {
  return { ...place, shape: target, member, above: [...place.above, place.shape] };
}
