import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of Smithy IDL text, whatever is written in it. */
export const idlDiagnostics = defineCatalog("idl", {
  expected: {
    severity: "error",
    message: (d: { expected: readonly string[]; found: string }) =>
      `Expected ${d.expected.join(" or ")}, found ${d.found}.`,
  },
  "unexpected-character": {
    severity: "error",
    message: (d: { character: string }) => `"${d.character}" has no meaning here. Put text between quotes.`,
  },
  "unterminated-string": {
    severity: "error",
    message: (d: { quotes: string }) =>
      `The text ends within a string. Close it with ${d.quotes === '"' ? "a quote" : "three quotes"}.`,
  },
  "invalid-escape": {
    severity: "error",
    message: (d: { escape: string }) =>
      `"${d.escape}" is no escape. Write \\\\ for a backslash; a string knows \\" \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.`,
  },
  "control-character": {
    severity: "error",
    message: (d: { codePoint: number }) =>
      `A string has the control character U+${hex(d.codePoint)}. Write it as \\u${hex(d.codePoint)}.`,
  },
  "text-block-start": {
    severity: "error",
    message: (_: Record<string, never>) => `After three quotes a text block begins on the next line.`,
  },
  "invalid-identifier": {
    severity: "error",
    message: (d: { name: string }) => `"${d.name}" is not a name: after underscores comes a letter or digit.`,
  },
  "invalid-number": {
    severity: "error",
    message: (d: { literal: string; reason: string }) => `"${d.literal}" is not a number: ${d.reason}.`,
  },
  "too-deep": {
    severity: "error",
    message: (d: { limit: number }) =>
      `Values are nested more than ${d.limit} levels deep. Flatten the text.`,
  },
  "unknown-statement": {
    severity: "error",
    message: (d: { word: string; similar: readonly string[] }) =>
      d.similar.length > 0
        ? `"${d.word}" begins no statement; did you mean ${d.similar.join(" or ")}?`
        : `"${d.word}" begins no statement. A statement begins with the type of a shape or with apply.`,
  },
  "misplaced-statement": {
    severity: "error",
    message: (d: { statement: string; place: string }) => `A ${d.statement} statement stands ${d.place}.`,
  },
  "missing-namespace": {
    severity: "error",
    message: (d: { found: string }) =>
      `Expected a namespace statement before the first shape, found "${d.found}".`,
  },
  "stray-traits": {
    severity: "error",
    message: (d: { statement: string }) =>
      `Traits stand before ${d.statement}, which takes none. Move them to a shape or a member.`,
  },
  "duplicate-control": {
    severity: "error",
    message: (d: { key: string }) => `$${d.key} is given twice; the first one counts. Remove one of them.`,
  },
  "unknown-control": {
    severity: "warning",
    message: (d: { key: string }) => `$${d.key} is not known and is not read.`,
  },
  "wrong-control-value": {
    severity: "error",
    message: (d: { key: string; found: string }) => `$${d.key} needs a string, found ${d.found}.`,
  },
  "unsupported-version": {
    severity: "error",
    message: (d: { version: string }) =>
      `Smithy version "${d.version}" is not supported. Use "2.0" or "1.0".`,
  },
  "wrong-version": {
    severity: "error",
    message: (d: { what: string; needs: string; version: string }) =>
      `${d.what} belong to Smithy ${d.needs}; the file is read as ${d.version}.${
        d.needs === "2.0" ? ' Begin it with $version: "2.0".' : ""
      }`,
  },
  "duplicate-key": {
    severity: "error",
    message: (d: { key: string }) =>
      `Key "${d.key}" is given twice in one object; the first one counts. Remove one of them.`,
  },
  "duplicate-member": {
    severity: "error",
    message: (d: { shape: string; member: string }) =>
      `${d.shape} has two members named ${d.member}; the first one counts. Rename one of them.`,
  },
  "duplicate-property": {
    severity: "error",
    message: (d: { operation: string; property: string }) =>
      `${d.operation} has ${d.property} twice; the first one counts. Remove one of them.`,
  },
  "unknown-property": {
    severity: "error",
    message: (d: { operation: string; property: string }) =>
      `${d.operation} has "${d.property}". An operation has input, output and errors.`,
  },
  "conflicting-use": {
    severity: "error",
    message: (d: { id: string; other: string }) =>
      `${d.id} has the same name as ${d.other}, which is used already. Write one of them out in full.`,
  },
  "use-of-member": {
    severity: "error",
    message: (d: { id: string }) => `${d.id} is a member. Only shapes are used by name.`,
  },
  "conflicting-name": {
    severity: "error",
    message: (d: { name: string; used: string }) =>
      `${d.name} is also the name of ${d.used}, which is used. Rename the shape or remove the use statement.`,
  },
  "misplaced-documentation": {
    severity: "warning",
    message: (_: Record<string, never>) =>
      `The comment with three slashes documents nothing. Move it before a shape or member, or write two slashes.`,
  },
  "more-problems": {
    severity: "error",
    message: (d: { limit: number }) =>
      `The text has more than ${d.limit} problems; from here on they are not listed.`,
  },
});

function hex(codePoint: number): string {
  return codePoint.toString(16).padStart(4, "0");
}
