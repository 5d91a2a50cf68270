import type { InlineShapeNode, MemberNode } from "../idl/syntax.js";

/** Returns where a structure inside an operation begins: after its documentation and traits. */
export function inlineStart(text: string, { traits, documentation, start }: InlineShapeNode): number {
  const end = traits.at(-1)?.end ?? documentation?.end;
  if (end === undefined) return start;
  let offset = end;
  while (offset < text.length && " \t\r\n,".includes(text.charAt(offset))) offset++;
  return offset;
}

/** Returns where a member begins: at its name, or at the `$` before it. */
export function memberStart({ name, target }: Pick<MemberNode, "name" | "target">): number {
  return target === undefined ? Math.max(0, name.start - 1) : name.start;
}
