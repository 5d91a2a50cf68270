import { type ChildNode, isTag, isText } from "domhandler";
import type { Inline } from "./doc.js";

/**
 * Returns text without what may not be shown: control characters and bidirectional overrides are left out, lone
 * surrogates become U+FFFD, and white space becomes single spaces.
 */
export function joinText(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

/** As {@link joinText}, with white space kept. */
export function cleanText(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Returns the text inside a node, whatever elements it is in, without going deeper than the stack allows. */
export function plainText(node: ChildNode): string {
  const pending: ChildNode[] = [node];
  let text = "";
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (isText(next)) text += next.data;
    else if (isTag(next) && next.name === "br") text += "\n";
    else if (isTag(next) && next.name !== "script" && next.name !== "style") {
      for (let index = next.children.length - 1; index >= 0; index--) {
        const child = next.children[index];
        if (child) pending.push(child);
      }
    }
  }
  return cleanText(text);
}

/** Returns inlines without blank ones at either end and without white space there; nothing where all is blank. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const trimmed = joinTexts(inlines);
  while (trimmed.length > 0 && isBlank(trimmed[0])) trimmed.shift();
  while (trimmed.length > 0 && isBlank(trimmed.at(-1))) trimmed.pop();
  const [first] = trimmed;
  if (first?.kind === "text") trimmed[0] = { kind: "text", text: first.text.trimStart() };
  const last = trimmed.at(-1);
  if (last?.kind === "text") trimmed[trimmed.length - 1] = { kind: "text", text: last.text.trimEnd() };
  return trimmed;
}

function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind !== "text" || last?.kind !== "text") joined.push(inline);
    else joined[joined.length - 1] = { kind: "text", text: joinText(last.text + inline.text) };
  }
  return joined;
}

function isBlank(inline: Inline | undefined): boolean {
  if (!inline || inline.kind === "break") return true;
  if ("content" in inline) return inline.content.every(isBlank);
  return inline.text.trim() === "";
}

/** Returns inlines as plain text. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "break") return " ";
      return "content" in inline ? inlineText(inline.content) : inline.text;
    })
    .join("");
}
