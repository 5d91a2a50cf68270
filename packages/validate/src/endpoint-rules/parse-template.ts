import { parsePath } from "./parse-path.js";
import type { Parsing } from "./parsing.js";
import type { Expression, Place, Template } from "./syntax.js";

/**
 * Parses a template string: text with `{name}` and `{name#path}` in it, where `{{` and `}}` stand for braces (Smithy
 * 2.0, "Template string").
 */
export function parseTemplate(parsing: Parsing, text: string, place: Place): Template | undefined {
  const parts: (string | Expression)[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character !== "{" && character !== "}") continue;
    if (text[index + 1] === character) {
      index++;
    } else if (character === "{") {
      if (depth === 0) {
        if (start < index) parts.push(unescapeBraces(text.slice(start, index)));
        start = index + 1;
      }
      depth++;
    } else {
      depth--;
      if (depth < 0) return parsing.report("template", place, { text, brace: "}" });
      if (depth > 0) continue;
      const expression = parseShortForm(parsing, text.slice(start, index), place);
      if (!expression) return undefined;
      parts.push(expression);
      start = index + 1;
    }
  }
  if (depth !== 0) return parsing.report("template", place, { text, brace: "{" });
  if (start < text.length) parts.push(unescapeBraces(text.slice(start)));
  return { kind: "string", text, parts, place };
}

/** Returns the text that a template without expressions stands for, or `undefined` where it has some. */
export function fixedText({ parts }: Template): string | undefined {
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}

function unescapeBraces(text: string): string {
  return text.replaceAll("{{", "{").replaceAll("}}", "}");
}

function parseShortForm(parsing: Parsing, text: string, place: Place): Expression | undefined {
  const hash = text.indexOf("#");
  const of = { kind: "reference", name: hash === -1 ? text : text.slice(0, hash), place } as const;
  if (hash === -1) return of;
  const path = parsePath(parsing, text.slice(hash + 1), place);
  return path && { kind: "attribute", of, path, place };
}
