import { requireNumber } from "@shapelog/model";
import { idlDiagnostics } from "./diagnostics.js";
import { extendId } from "./parse-id.js";
import type { Parsing } from "./parsing.js";
import { escapeString, escapeTextBlock } from "./quote.js";
import { type StringFlaw, scanString, scanTextBlock } from "./scan-string.js";
import type { NumberNode, StringNode, TextBlockNode, ValueNode } from "./syntax.js";

/** Parses a word as a value: a keyword or a shape id. */
export function parseWord(parsing: Parsing): ValueNode | undefined {
  const { tokens } = parsing;
  if (!extendId(parsing, "any")) return undefined;
  const { start, end } = tokens;
  const id = tokens.lexeme();
  tokens.next();
  return createWord(id, start, end);
}

/** Returns what a word means as a value: a keyword or a shape id. */
export function createWord(id: string, start: number, end: number): ValueNode {
  if (id === "true" || id === "false") return { kind: "boolean", start, end, value: id === "true" };
  return id === "null" ? { kind: "null", start, end } : { kind: "id", start, end, id };
}

/** Parses a number, with all its digits. */
export function parseNumber(parsing: Parsing): NumberNode {
  const { tokens } = parsing;
  const { start, end } = tokens;
  const raw = tokens.lexeme();
  const value = requireNumber(raw);
  tokens.next();
  return { kind: "number", start, end, value, raw };
}

/** Parses a quoted string. */
export function parseString(parsing: Parsing): StringNode {
  const { tokens } = parsing;
  const { start, end } = tokens;
  const contents = tokens.text.slice(start + 1, end - 1);
  if (!tokens.isSpecial) {
    tokens.next();
    return { kind: "string", start, end, value: contents, raw: undefined };
  }
  const { value, raw, flaw } = scanString(contents);
  if (flaw) reportFlaw(parsing, flaw, start);
  tokens.next();
  return { kind: "string", start, end, value, raw: raw === escapeString(value) ? undefined : raw };
}

/** Parses a text block. */
export function parseTextBlock(parsing: Parsing): TextBlockNode {
  const { tokens } = parsing;
  const { start, end } = tokens;
  const { value, raw, flaw } = scanTextBlock(tokens.text.slice(start + 3, end - 3));
  if (flaw) reportFlaw(parsing, flaw, start);
  tokens.next();
  // Spaces between a last quote and the closing ones are taken off: printed as it is, the quote would close the text.
  const isRepeatable = raw !== escapeTextBlock(value) && !endsWithBareQuote(raw);
  return { kind: "textBlock", start, end, value, raw: isRepeatable ? raw : undefined };
}

function reportFlaw(parsing: Parsing, flaw: StringFlaw, start: number): void {
  const location = parsing.locate(start);
  switch (flaw.kind) {
    case "escape":
      parsing.report(idlDiagnostics.create("invalid-escape", location, { escape: flaw.escape }));
      break;
    case "control":
      parsing.report(idlDiagnostics.create("control-character", location, { codePoint: flaw.codePoint }));
      break;
    case "block-start":
      parsing.report(idlDiagnostics.create("text-block-start", location, {}));
      break;
  }
}

function endsWithBareQuote(raw: string): boolean {
  if (!raw.endsWith('"')) return false;
  let start = raw.length - 1;
  while (raw.charAt(start - 1) === "\\") start--;
  return (raw.length - 1 - start) % 2 === 0;
}
