import {
  commentsOf,
  formatAfter,
  formatBefore,
  formatComment,
  formatLines,
  splitComments,
  splitLineEnd,
} from "./format-comments.js";
import { formatTraits } from "./format-traits.js";
import { formatValue } from "./format-value.js";
import type {
  Comment,
  Comments,
  EnumMemberNode,
  InlineShapeNode,
  MemberNode,
  OperationProperty,
  TraitNode,
  ValueNode,
} from "./syntax.js";

type Member = MemberNode | EnumMemberNode | OperationProperty;

/**
 * Returns members in braces. Blank lines stand between them as soon as one has a trait or a comment on lines of its own.
 */
export function formatMembers<Node extends Member>(
  members: readonly Node[],
  inner: readonly Comment[],
  indent: string,
  format: (member: Node, indent: string) => string,
): string {
  if (members.length + inner.length === 0) return "{}";
  const inside = `${indent}    `;
  const gap = hasAnnotations(members, inner) ? `\n\n${inside}` : `\n${inside}`;
  let text = "{";
  members.forEach((each, index) => {
    const [end, member] = splitLineEnd(each);
    text += end + (index === 0 ? `\n${inside}` : gap) + format(member, inside);
    text += formatAfter(commentsOf(member).after, inside);
  });
  const [end, rest] = splitComments(inner);
  text += end;
  if (rest.length > 0)
    text += (members.length === 0 ? `\n${inside}` : gap) + rest.map(formatComment).join(`\n${inside}`);
  return `${text}\n${indent}}`;
}

/** Returns a member of an aggregate shape. */
export function formatMember(member: MemberNode, indent: string): string {
  const { name, target, value } = member;
  const start = target === undefined ? `$${name.name}` : `${name.name}: ${target.id}`;
  return formatPreamble(member, indent) + formatAssignment(start, value, indent);
}

/** Returns a member of an enum. */
export function formatEnumMember(member: EnumMemberNode, indent: string): string {
  return formatPreamble(member, indent) + formatAssignment(member.name.name, member.value, indent);
}

/** Returns what stands before a shape's or member's own line. */
export function formatPreamble(
  node: Parameters<typeof formatBefore>[0] & { readonly traits: readonly TraitNode[] },
  indent: string,
): string {
  return formatBefore(node, indent) + formatTraits(node.traits, indent);
}

function formatAssignment(start: string, value: ValueNode | undefined, indent: string): string {
  if (value === undefined) return start;
  const before = `${start} = `;
  const text = formatValue(value, { indent, column: indent.length + before.length, tail: 0 });
  return formatLines(commentsOf(value).before, indent) + before + text;
}

function hasValue(member: Member): boolean {
  return "value" in member && member.value !== undefined;
}

function hasAnnotations(members: readonly Member[], inner: readonly Comment[]): boolean {
  const isAnnotated = members.some((member, index) => {
    const previous = members[index - 1];
    return isDescribed(member) || hasOwnLines(commentsOf(member).before, previous);
  });
  return isAnnotated || hasOwnLines(inner, members.at(-1));
}

/** Returns whether comments divide members. One comment directly below a value belongs to the value. */
function hasOwnLines(comments: readonly Comment[], previous: Member | undefined): boolean {
  const isBelowValue = previous !== undefined && hasValue(previous) && comments[0]?.breaks === 1;
  const [, own] = splitComments(comments);
  return own.length > (isBelowValue ? 1 : 0);
}

/** Returns whether a member has documentation without a comment, traits, or comments on lines of their own within. */
function isDescribed(member: Member): boolean {
  switch (member.kind) {
    case "member":
    case "enumMember":
      return member.traits.length > 0 || isDocumented(member) || hasComments(member.value);
    case "operationErrors":
      return hasLines(commentsOf(member).inner) || member.errors.some(isCommented);
    case "operationTarget": {
      const { target } = member;
      if (target.kind === "id") return false;
      if (isCommented(target) || target.traits.length > 0 || isDocumented(target)) return true;
      return target.members.some((inner) => isCommented(inner) || isDescribed(inner));
    }
  }
}

function isCommented(node: { readonly comments?: Comments | undefined }): boolean {
  const { before, inner, after } = commentsOf(node);
  return hasLines(before) || hasLines(inner) || hasLines(after);
}

/** Returns whether comments have lines of their own. */
function hasLines(comments: readonly Comment[]): boolean {
  return splitComments(comments)[1].length > 0;
}

/** Returns whether a node has documentation of which no comment stands among those before it. */
function isDocumented(node: MemberNode | EnumMemberNode | InlineShapeNode): boolean {
  return node.documentation !== undefined && !commentsOf(node).before.some(({ doc }) => doc);
}

/** Returns whether a comment has a line of its own anywhere in a value. */
function hasComments(value: ValueNode | undefined): boolean {
  if (value === undefined) return false;
  if (isCommented(value)) return true;
  if (value.kind === "array") return value.elements.some(hasComments);
  if (value.kind !== "object") return false;
  return value.entries.some((entry) => isCommented(entry) || hasComments(entry.value));
}
