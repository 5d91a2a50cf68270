import type { Block, Doc, Inline } from "./doc.js";
import { joinText, trimInlines } from "./inline-text.js";

/** Reads plain text: blank lines part its paragraphs, and line breaks stay. Whatever looks like a mark is text. */
export function readPlain(text: string): Doc {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map((line) => joinText(line).trim());
  const blocks: Block[] = [];
  let run: Inline[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") run.push(...(run.length > 0 ? [BREAK] : []), { kind: "text", text: line });
    else if (run.length > 0) {
      blocks.push({ kind: "paragraph", content: trimInlines(run) });
      run = [];
    }
  }
  return { kind: "doc", blocks };
}

const BREAK: Inline = { kind: "break" };
