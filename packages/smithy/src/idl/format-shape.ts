import {
  commentsOf,
  formatAfter,
  formatComment,
  formatLines,
  splitComments,
  splitLineEnd,
} from "./format-comments.js";
import { formatEnumMember, formatMember, formatMembers, formatPreamble } from "./format-members.js";
import { formatTrait, formatTraits } from "./format-traits.js";
import {
  formatArray,
  formatEntries,
  formatEntry,
  formatKey,
  formatObject,
  isFlat,
  MAX_WIDTH,
} from "./format-value.js";
import type {
  ApplyStatement,
  EntityShapeStatement,
  EntryNode,
  IdNode,
  InlineShapeNode,
  OperationErrors,
  OperationProperty,
  ShapeStatement,
} from "./syntax.js";

/** Returns a shape or apply statement with its comments. */
export function formatShape(shape: ShapeStatement | ApplyStatement): string {
  const after = formatAfter(commentsOf(shape).after, "");
  if (shape.kind === "apply") return formatApply(shape) + after;
  return formatPreamble(shape, "") + formatDefinition(shape) + after;
}

function formatDefinition(shape: ShapeStatement): string {
  const { inner } = commentsOf(shape);
  const start = shape.kind === "operationShape" ? "operation" : shape.type;
  const forResource = shape.kind === "aggregateShape" ? shape.forResource : undefined;
  const head = formatHead(`${start} ${shape.name.name}`, forResource, shape.mixins, "");
  switch (shape.kind) {
    case "simpleShape":
      return head;
    case "enumShape":
      return joinBody(head, formatMembers(shape.members, inner, "", formatEnumMember), "");
    case "aggregateShape":
      return joinBody(head, formatMembers(shape.members, inner, "", formatMember), "");
    case "entityShape":
      return joinBody(head, formatEntity(shape, head), "");
    case "operationShape":
      return joinBody(head, formatMembers(shape.properties, inner, "", formatProperty), "");
  }
}

/** Returns a shape's line up to its body. */
function formatHead(
  start: string,
  forResource: IdNode | undefined,
  mixins: readonly IdNode[],
  indent: string,
): string {
  const bound = forResource === undefined ? start : `${start} for ${forResource.id}`.trimStart();
  return mixins.length === 0 ? bound : formatMixins(`${bound} with `.trimStart(), mixins, indent);
}

function formatMixins(start: string, mixins: readonly IdNode[], indent: string): string {
  const line = `${start}[${mixins.map(({ id }) => id).join(", ")}]`;
  const isPlain = mixins.every(({ comments }) => comments === undefined);
  const isShort = mixins.length === 1 || indent.length + line.length <= MAX_WIDTH;
  return isPlain && isShort ? line : `${start}[${formatIds(mixins, `${indent}    `)}\n${indent}]`;
}

/** Returns ids, each on a new line, with the comments around them. */
function formatIds(ids: readonly IdNode[], indent: string): string {
  let lines = "";
  for (const node of ids) {
    const { before, after } = commentsOf(node);
    const [end, own] = splitComments(before);
    lines += `${end}\n${indent}${formatLines(own, indent)}${node.id}${formatAfter(after, indent)}`;
  }
  return lines;
}

/** Puts a body behind a shape's name, or below it where the line would get too long. */
function joinBody(head: string, body: string, indent: string): string {
  if (head === "") return body;
  const line = head.slice(head.lastIndexOf("\n") + 1);
  const isFirst = line.length === head.length;
  const [firstLine = ""] = body.split("\n", 1);
  const opening = firstLine.startsWith("{ //") ? 1 : firstLine.length;
  const width = (isFirst ? indent.length : 0) + line.length + 1 + opening;
  return width <= MAX_WIDTH ? `${head} ${body}` : `${head}\n${indent}${body}`;
}

const LISTS = new Set(["resources", "operations", "collectionOperations", "errors"]);
const OBJECTS = new Set(["identifiers", "properties", "rename"]);

function formatEntity({ body }: EntityShapeStatement, head: string): string {
  const column = head.length - head.lastIndexOf("\n");
  const isBroken = !isFlat(body) || body.entries.some(({ key }) => LISTS.has(key.name));
  if (!isBroken || body.entries.length === 0) return formatObject(body, { indent: "", column, tail: 0 });
  return `{${formatEntries(body, "    ", formatEntityEntry)}\n}`;
}

/** Returns an entry of a service or resource: what it lists stands on lines of its own. */
function formatEntityEntry(entry: EntryNode, indent: string): string {
  const { key, value } = entry;
  const place = { indent, column: 0, tail: 0 };
  const start = `${formatKey(key)}: `;
  if (value.kind === "array" && LISTS.has(key.name)) return start + formatArray(value, place, true);
  if (value.kind === "object" && OBJECTS.has(key.name)) return start + formatObject(value, place, true);
  return formatEntry(entry, indent);
}

function formatProperty(property: OperationProperty, indent: string): string {
  const before = formatLines(commentsOf(property).before, indent);
  if (property.kind === "operationErrors") return before + formatErrors(property, indent);
  const { name, target } = property;
  if (target.kind === "id")
    return `${before}${name}: ${formatLines(commentsOf(target).before, indent)}${target.id}`;
  return before + formatInline(`${name} :=`, target, indent);
}

function formatErrors(property: OperationErrors, indent: string): string {
  const { inner } = commentsOf(property);
  if (property.errors.length + inner.length === 0) return "errors: []";
  const inside = `${indent}    `;
  return `errors: [${formatIds(property.errors, inside)}${formatAfter(inner, inside)}\n${indent}]`;
}

function formatInline(start: string, shape: InlineShapeNode, indent: string): string {
  const { before, inner } = commentsOf(shape);
  const { forResource, mixins, traits, documentation } = shape;
  if (before.length + traits.length === 0 && documentation === undefined) {
    const head = formatHead(start, forResource, mixins, indent);
    return joinBody(head, formatMembers(shape.members, inner, indent, formatMember), indent);
  }
  const inside = `${indent}    `;
  const head = formatHead("", forResource, mixins, inside);
  const body = joinBody(head, formatMembers(shape.members, inner, inside, formatMember), inside);
  const [end, bare] = splitLineEnd(shape);
  return `${start}${end}\n${inside}${formatPreamble(bare, inside)}${body}`;
}

function formatApply(apply: ApplyStatement): string {
  const { before, inner } = commentsOf(apply);
  const start = `${formatLines(before, "")}apply ${apply.target.id} `;
  const [first, ...others] = apply.traits;
  if (!apply.block && first !== undefined) {
    const column = start.length - start.lastIndexOf("\n") - 1;
    const traitComments = commentsOf(first);
    const moved = [...traitComments.before, ...traitComments.after].map(
      (comment) => `${formatComment(comment)}\n`,
    );
    return moved.join("") + start + formatTrait(first, "", column);
  }
  if (first === undefined)
    return inner.length === 0 ? `${start}{}` : `${start}{${formatAfter(inner, "    ")}\n}`;
  const [end, bare] = splitLineEnd(first);
  const lines = `${formatTraits([bare, ...others], "    ")}${formatLines(inner, "    ")}`.trimEnd();
  return `${start}{${end}\n    ${lines}\n}`;
}
