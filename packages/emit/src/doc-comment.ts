import { documentationText } from "./documentation/documentation-text.js";

/** What a doc comment says. */
export interface DocParts {
  /** Smithy documentation: CommonMark with HTML. */
  readonly text?: string;
  /** Block tags in order, with the leading `@`, and plain text: `["@since", "2022-08-18"]`. */
  readonly tags?: readonly (readonly [tag: string, text: string])[];
}

const WIDTH = 110;

/**
 * Returns a TSDoc comment, its lines wrapped at 110 columns, or "" where there is nothing to say. What TSDoc would take
 * for a tag or for the comment's end is escaped, so that documentation says what it says and does nothing.
 */
export function docComment(doc: DocParts, indent = ""): string {
  const width = WIDTH - indent.length - 3;
  const text = documentationText(doc.text ?? "");
  const lines = text === "" ? [] : printLines(text, width);
  const tags = (doc.tags ?? []).flatMap(([tag, value]) => printTag(tag, value, width));
  const blank = lines.length > 0 && tags.length > 0 ? [""] : [];
  const all = [...lines, ...blank, ...tags].map((line) => line.replaceAll("*/", "*\\/"));
  const [first] = all;
  if (first === undefined) return "";
  if (all.length === 1 && first.length <= width - 4) return `${indent}/** ${first} */\n`;
  return `${indent}/**\n${all.map((line) => `${`${indent} * ${line}`.trimEnd()}\n`).join("")}${indent} */\n`;
}

function printTag(tag: string, value: string, width: number): string[] {
  const name = `@${tag.replace(/\W/g, "")}`;
  const text = escapeProse(value.replace(/\s+/g, " ").trim());
  return wrap(`${name} ${text}`.trim(), width);
}

const FENCED = /(^ *```[\s\S]*?^ *```+$)/m;

function printLines(text: string, width: number): string[] {
  // A fenced block is kept as it is, but for tags that TypeScript would see at the start of its lines.
  const parts = text
    .split(FENCED)
    .map((part, index) => (index % 2 === 1 ? escapeFenced(part) : escapeProse(part)));
  return parts.flatMap((part, index) => {
    const lines = part.split("\n");
    const inner = lines.slice(index === 0 ? 0 : 1, index === parts.length - 1 ? undefined : -1);
    return index % 2 === 1 ? lines : inner.flatMap((line) => wrap(line, width));
  });
}

function escapeFenced(text: string): string {
  return text.replace(/^(\s*)@/gm, "$1\\@");
}

const SPECIAL = /\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|[{}]|(?<=^|\s)@/g;

/** Escapes braces and at-signs outside code spans (TSDoc, "escapes"). */
function escapeProse(text: string): string {
  return text.replace(SPECIAL, (found) => (/^[{}@]$/.test(found) ? `\\${found}` : found));
}

/** Words that would start a list, a heading, a quotation or a tag if they came first on a line. */
const STARTS_BLOCK = /^(?:[-+*>#@|=~]|\\@|`{3}|\d+[.)])/;

function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const lead = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(line)?.[0] ?? "";
  const hanging = " ".repeat(lead.length);
  const lines: string[] = [];
  let current = lead;
  let isEmpty = true;
  for (const word of line.slice(lead.length).split(" ")) {
    if (!isEmpty && current.length + 1 + word.length > width && !STARTS_BLOCK.test(word)) {
      lines.push(current);
      current = hanging + word;
      continue;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current];
}
