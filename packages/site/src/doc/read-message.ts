import type { Inline } from "./doc.js";

/** Reads a finding's sentence: text with code spans, and nothing else of Markdown (CommonMark, "Code spans"). */
export function readMessage(message: string): Inline[] {
  const inlines: Inline[] = [];
  let rest = 0;
  for (const match of message.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)) {
    if (match.index > rest) inlines.push({ kind: "text", text: message.slice(rest, match.index) });
    const inside = match[2] ?? "";
    const padded = /^ [\s\S]* $/.test(inside) && inside.trim() !== "";
    inlines.push({ kind: "code", text: padded ? inside.slice(1, -1) : inside });
    rest = match.index + match[0].length;
  }
  if (rest < message.length) inlines.push({ kind: "text", text: message.slice(rest) });
  return inlines;
}
