import { commentsOf, formatAfter, formatLines, splitComments } from "./format-comments.js";
import {
  fits,
  formatEntries,
  formatFlatEntry,
  formatValue,
  isFlat,
  isFlatScalar,
  type Place,
} from "./format-value.js";
import type { ObjectNode, TraitNode, ValueNode } from "./syntax.js";

/** Returns traits, each on a line of its own with the line break and indentation that leads to the next. */
export function formatTraits(traits: readonly TraitNode[], indent: string): string {
  let lines = "";
  for (const trait of traits) {
    const { before, after } = commentsOf(trait);
    lines += `${formatLines(before, indent)}${formatTrait(trait, indent, indent.length)}`;
    lines += `${formatAfter(after, indent)}\n${indent}`;
  }
  return lines;
}

/** Returns a trait that starts in a column, without the comments around it. */
export function formatTrait({ id, value, structured }: TraitNode, indent: string, column: number): string {
  const start = `@${id.id}`;
  if (value === undefined) return start;
  const place = { indent, column: column + start.length, tail: 0 };
  if (structured && value.kind === "object" && value.entries.length > 0) {
    return start + formatStructure(value, place);
  }
  return start + formatNode(value, place);
}

function formatStructure(value: ObjectNode, place: Place): string {
  if (isFlat(value)) {
    const line = `(${value.entries.map(formatFlatEntry).join(", ")})`;
    if (fits(line, place, value.entries.length > 1)) return line;
  }
  return `(${formatEntries(value, `${place.indent}    `)}\n${place.indent})`;
}

function formatNode(value: ValueNode, place: Place): string {
  const { before, after } = commentsOf(value);
  const isBracketed = value.kind === "array" || value.kind === "object";
  const isCommented = before.length + after.length > 0;
  if (!isCommented && (isBracketed || isFlatScalar(value))) {
    return `(${formatValue(value, { ...place, column: place.column + 1, tail: 1 })})`;
  }
  const indent = `${place.indent}    `;
  const text = formatValue(value, { indent, column: indent.length, tail: 0 });
  const [end, own] = splitComments(before);
  const lines = `${formatLines(own, indent)}${text}${formatAfter(after, indent)}`;
  return `(${end}\n${indent}${lines}\n${place.indent})`;
}
