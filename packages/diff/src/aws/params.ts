import { documentation, hasTrait, isNodeObject, trait } from "@shapelog/model";
import { bulleted, code, columnOf, documented, type PageBlock, paragraph } from "./page-blocks.js";
import { findSpecialType, isClosed, isEventStream, type Place, type SpecialType } from "./special-types.js";
import { stepInto } from "./syntax.js";

/** botocore leaves longer descriptions out; it counts lines of reStructuredText. */
const MAX_LINES = 5000;
/** The lines that botocore writes for a paragraph and for the head of a list item, on average. */
const LINES = { paragraph: 4, item: 3.4, field: 1 };

/** Blocks being written, and about how many lines botocore has for them. */
interface Written {
  readonly blocks: PageBlock[];
  lines: number;
}

/** The words are Sphinx roles, which the page shows as they are. */
const SPECIAL: Readonly<Record<SpecialType, string>> = {
  document: ":ref:`document<document>`",
  "json-header": "JSON serializable",
  "streaming-input": "bytes or seekable file-like object",
  "streaming-output": ":class:`.StreamingBody`",
  "event-stream-output": ":class:`.EventStream`",
};

const TYPES: ReadonlyMap<string, string> = new Map([
  ["blob", "bytes"],
  ["character", "string"],
  ["double", "float"],
  ["long", "integer"],
  ["map", "dict"],
  ["structure", "dict"],
  ["timestamp", "datetime"],
]);

/** Returns the list of fields of an input (botocore, `botocore/docs/params.py`), or `undefined` where it is too long. */
export function printRequestFields(input: Place): PageBlock[] | undefined {
  const written: Written = { blocks: [], lines: 0 };
  for (const member of input.shape.members) {
    const place = stepInto(input, member);
    const { name } = member;
    add(written, [field(`type ${name}:`), ...paragraph(typeOf(place)), field(`param ${name}:`)], LINES.field);
    add(written, describe(place, "", 0), LINES.item);
    addMembers(written, place, 1);
  }
  return written.lines > MAX_LINES ? undefined : written.blocks;
}

/** Returns the nested list of an output, or `undefined` where it is too long. */
export function printResponseStructure(output: Place): PageBlock[] | undefined {
  const written: Written = { blocks: [], lines: 0 };
  addItem(written, { place: output, depth: 1 });
  return written.lines > MAX_LINES ? undefined : written.blocks;
}

/** Returns the head of a field. */
export function field(text: string): PageBlock {
  return { kind: "field", column: 0, text };
}

/** Adds blocks, the first of which is so many lines in botocore. */
function add(written: Written, blocks: readonly PageBlock[], first: number): void {
  for (const each of blocks) written.blocks.push(each);
  written.lines += first + LINES.paragraph * Math.max(0, blocks.length - 1);
}

/** An item of a nested list. */
interface Item {
  readonly place: Place;
  readonly name?: string | undefined;
  readonly depth: number;
}

/** Adds a place as an item of a list, with its members below. */
function addItem(written: Written, item: Item): void {
  if (written.lines > MAX_LINES) return;
  addHead(written, item);
  addMembers(written, item.place, item.depth + 1);
}

function addHead(written: Written, { place, name, depth }: Item): void {
  const head = `${name === undefined ? "" : `${name} `}(${typeOf(place)}) --`;
  add(written, bulleted(describe(place, head, depth), depth), LINES.item);
}

function addMembers(written: Written, place: Place, depth: number): void {
  const { shape } = place;
  if (isClosed(place)) return;
  if (shape.class === "map") {
    const [key, value] = shape.members;
    if (key) addHead(written, { place: stepInto(place, key), depth });
    if (value) addItem(written, { place: stepInto(place, value), depth: depth + 1 });
    return;
  }
  for (const member of shape.members) {
    const name = shape.class === "list" ? undefined : member.name;
    addItem(written, { place: stepInto(place, member), name, depth });
  }
}

function typeOf(place: Place): string {
  const special = findSpecialType(place);
  return special ? SPECIAL[special] : (TYPES.get(place.shape.type) ?? place.shape.type);
}

/** Returns what is said about a place after its head: whether it is required, and its documentation. */
function describe(place: Place, head: string, depth: number): PageBlock[] {
  const { shape, member, direction, above } = place;
  const isField = above.at(-1)?.class === "structure";
  const isRequired = direction === "request" && isField && member && hasTrait(member, "required");
  const words = isRequired ? `${head} [REQUIRED]` : head;
  const doc = (member ? documentation(member) : outputDocumentation(place)) ?? documentation(shape.shape);
  if (!doc) return documented(words, undefined, depth);
  const isToken = direction === "request" && member && hasTrait(member, "idempotencyToken");
  const blocks = documented(words, isToken ? doc + AUTOPOPULATED : doc, depth);
  return shape.shape.kind === "union" && !isEventStream(shape)
    ? [...blocks, ...describeUnion(place, depth)]
    : blocks;
}

/** botocore lets an operation say more of its output than the shape does. */
function outputDocumentation({ operation }: Place): string | undefined {
  const kept = trait(operation, "shapelog.botocore#output");
  return isNodeObject(kept) && typeof kept.documentation === "string" ? kept.documentation : undefined;
}

const AUTOPOPULATED = "This field is autopopulated if not provided.";

function describeUnion({ shape, direction }: Place, depth: number): PageBlock[] {
  const column = columnOf(depth);
  const names = shape.members.map(({ name }) => name).join(", ");
  const can = direction === "request" ? "can" : "will";
  const note = `This is a Tagged Union structure. Only one of the following top level keys ${can} be set: ${names}.`;
  if (direction === "request") return [...paragraph("Note", column), ...paragraph(note, column)];
  const unknown =
    "If a client receives an unknown member it will set SDK_UNKNOWN_MEMBER as the top level key, which maps to the name or tag of the unknown member. The structure of SDK_UNKNOWN_MEMBER is as follows:";
  return [
    ...paragraph("Note", column),
    ...paragraph(`${note} ${unknown}`, column),
    code("'SDK_UNKNOWN_MEMBER': {'name': 'UnknownMemberName'}", column),
  ];
}
