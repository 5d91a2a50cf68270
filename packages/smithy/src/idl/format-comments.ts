import type { Comment, Comments, Documentation } from "./syntax.js";

const NONE: Comments = { before: [], inner: [], after: [] };

/** Returns a node's comments, empty lists where it has none. */
export function commentsOf(node: { readonly comments?: Comments | undefined }): Comments {
  return node.comments ?? NONE;
}

/**
 * Returns a comment as it is printed: a space after the slashes; none at the end, but for documentation, where they are
 * part of the model. One with three slashes that documents nothing loses a slash; a row of slashes stays as it is.
 */
export function formatComment({ text, doc }: Comment): string {
  const isBanner = text.startsWith("////");
  if (doc) return isBanner ? text : withSpace("///", text.slice(3));
  const trimmed = text.trimEnd();
  return withSpace("//", trimmed.slice(trimmed.startsWith("///") && !isBanner ? 3 : 2));
}

function withSpace(slashes: string, text: string): string {
  return text === "" || /^[ \t]/.test(text) ? slashes + text : `${slashes} ${text}`;
}

/** Returns comments on lines of their own, each with the line break and indentation that leads to the next. */
export function formatLines(comments: readonly Comment[], indent: string): string {
  let lines = "";
  for (const comment of comments) lines += `${formatComment(comment)}\n${indent}`;
  return lines;
}

/** Returns comments without the one at the end of the line that the node before them ends, or the bracket around them. */
export function splitComments(comments: readonly Comment[]): readonly [end: string, own: readonly Comment[]] {
  const [first, ...own] = comments;
  // Documentation belongs above what it documents.
  if (first === undefined || first.breaks > 0 || first.doc) return ["", comments];
  return [` ${formatComment(first)}`, own];
}

/** Returns a node without the comment at the end of the line before it, and that comment with a space before it. */
export function splitLineEnd<Node extends { readonly comments?: Comments | undefined }>(
  node: Node,
): readonly [end: string, node: Node] {
  const { before, inner, after } = commentsOf(node);
  const [end, own] = splitComments(before);
  return end === "" ? ["", node] : [end, { ...node, comments: { before: own, inner, after } }];
}

/** Returns what stands before a shape or member: comments, and its documentation where these do not have it. */
export function formatBefore(
  node: { readonly comments?: Comments | undefined; readonly documentation?: Documentation | undefined },
  indent: string,
): string {
  const { before } = commentsOf(node);
  const lines = formatLines(before, indent);
  if (node.documentation === undefined || before.some(({ text }) => text.startsWith("///"))) return lines;
  return lines + formatDocumentation(node.documentation.text, indent);
}

/** Returns the comment after a node or an opening bracket on its line, and those below it, each on a new line. */
export function formatAfter(after: readonly Comment[], indent: string): string {
  const [end, own] = splitComments(after);
  return end + own.map((comment) => `\n${indent}${formatComment(comment)}`).join("");
}

function formatDocumentation(text: string, indent: string): string {
  const lines = text.split("\n").map((line) => (line === "" ? "///" : `/// ${line}`));
  return lines.map((line) => `${line}\n${indent}`).join("");
}
