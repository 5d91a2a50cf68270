import { commentsOf, formatAfter, formatBefore, formatComment, formatLines } from "./format-comments.js";
import { formatTraits } from "./format-traits.js";
import { formatValue } from "./format-value.js";
import type {
  Comment,
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
  const isSpread = hasAnnotations(members, inner);
  const inside = `${indent}    `;
  const blocks = members.map((member, index) => {
    const mayEndLine = index < members.length - 1 || !isSpread || hasValue(member);
    const after = mayEndLine ? formatAfter(commentsOf(member).after, inside) : "";
    return format(member, inside) + after;
  });
  const last = members.at(-1);
  const moved = last && isSpread && !hasValue(last) ? commentsOf(last).after : [];
  const rest = [...moved, ...inner].map(formatComment);
  if (rest.length > 0) blocks.push(rest.join(`\n${inside}`));
  const separator = isSpread ? `\n\n${inside}` : `\n${inside}`;
  return `{\n${inside}${blocks.join(separator)}\n${indent}}`;
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
  return comments.length > (isBelowValue ? 1 : 0);
}

/** Returns whether a member has documentation without a comment, traits, or comments within. */
function isDescribed(member: Member): boolean {
  switch (member.kind) {
    case "member":
    case "enumMember":
      return member.traits.length > 0 || isDocumented(member) || hasComments(member.value);
    case "operationErrors":
      return (
        commentsOf(member).inner.length > 0 || member.errors.some(({ comments }) => comments !== undefined)
      );
    case "operationTarget": {
      const { target } = member;
      if (target.kind === "id") return false;
      if (target.comments !== undefined || target.traits.length > 0 || isDocumented(target)) return true;
      return target.members.some((inner) => inner.comments !== undefined || isDescribed(inner));
    }
  }
}

/** Returns whether a node has documentation of which no comment stands among those before it. */
function isDocumented(node: MemberNode | EnumMemberNode | InlineShapeNode): boolean {
  return node.documentation !== undefined && !commentsOf(node).before.some(({ doc }) => doc);
}

/** Returns whether a comment stands anywhere in a value. */
function hasComments(value: ValueNode | undefined): boolean {
  if (value === undefined) return false;
  if (value.comments !== undefined) return true;
  if (value.kind === "array") return value.elements.some(hasComments);
  if (value.kind !== "object") return false;
  return value.entries.some((entry) => entry.comments !== undefined || hasComments(entry.value));
}
