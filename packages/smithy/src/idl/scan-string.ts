/** What is wrong within a string. */
export type StringFlaw =
  | { readonly kind: "escape"; readonly escape: string }
  | { readonly kind: "control"; readonly codePoint: number }
  | { readonly kind: "block-start" };

/** A string as scanned: its value and how it is written, with LF as the only line break. */
export interface ScannedString {
  readonly value: string;
  readonly raw: string;
  readonly flaw?: StringFlaw | undefined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\n", ""],
]);

/** Returns the string that stands between two quotes (Smithy 2.0, "String escape characters"). */
export function scanString(contents: string): ScannedString {
  return resolveEscapes(contents.replace(/\r\n?/g, "\n"));
}

/** Returns the string that stands between two times three quotes (Smithy 2.0, "Text blocks"). */
export function scanTextBlock(contents: string): ScannedString {
  const normal = contents.replace(/\r\n?/g, "\n");
  const start = /^[ \t]*\n/.exec(normal);
  if (start === null) return { ...resolveEscapes(normal), flaw: { kind: "block-start" } };
  return resolveEscapes(removeIncidentalSpaces(normal.slice(start[0].length)));
}

/** Smithy 2.0, "Incidental white space removal". */
function removeIncidentalSpaces(contents: string): string {
  const lines = contents.split("\n");
  let common = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const spaces = countLeadingSpaces(line);
    if (spaces < line.length || index === lines.length - 1) common = Math.min(common, spaces);
  }
  return lines.map((line) => trimSpacesAtEnd(line.slice(common))).join("\n");
}

function countLeadingSpaces(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 32) count++;
  return count;
}

function trimSpacesAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === 32) end--;
  return line.slice(0, end);
}

function resolveEscapes(raw: string): ScannedString {
  let flaw: StringFlaw | undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  const control = /[\u0000-\u0008\u000b-\u001f]/.exec(raw);
  if (control) flaw = { kind: "control", codePoint: raw.charCodeAt(control.index) };
  if (!raw.includes("\\")) return { value: raw, raw, flaw };
  const value = raw.replace(/\\(?:u([0-9A-Fa-f]{4})|([\s\S]))?/g, (_, code?: string, character = "") => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meaning = ESCAPES.get(character);
    if (meaning === undefined) flaw ??= { kind: "escape", escape: `\\${character}` };
    return meaning ?? character;
  });
  return { value, raw, flaw };
}
