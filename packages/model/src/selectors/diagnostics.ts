import { defineCatalog } from "@shapelog/diagnostics";

/** What can be wrong with a selector's text. Everything but an error leaves a selector that can be used. */
export const selectorDiagnostics = defineCatalog("selector", {
  syntax: {
    severity: "error",
    message: (d: { found: string; expected: string }) => `Found ${d.found} where ${d.expected} was expected.`,
  },
  "unclosed-quote": {
    severity: "error",
    message: (d: { quote: string }) => `This text has no closing ${d.quote}.`,
  },
  "unknown-type": {
    severity: "error",
    message: (d: { name: string }) =>
      `"${d.name}" is not a type of shapes. Shapes are matched by name with [id|name = ${d.name}].`,
  },
  "argument-count": {
    severity: "error",
    message: (d: { name: string; expected: string; found: number }) =>
      `:${d.name} takes ${d.expected}, but has ${d.found}.`,
  },
  "too-deep": {
    severity: "error",
    message: (d: { what: string; limit: number }) => `${d.what} are nested more than ${d.limit} deep.`,
  },
  "too-long": {
    severity: "error",
    message: (d: { limit: number }) => `The selector has more than ${d.limit} expressions.`,
  },
  "unknown-attribute": {
    severity: "warning",
    message: (d: { path: string; known: readonly string[] }) =>
      `Shapes have no attribute "${d.path}", so it is always empty. Known: ${d.known.join(", ")}.`,
  },
  "unknown-function": {
    severity: "warning",
    message: (d: { name: string; known: readonly string[] }) =>
      `:${d.name} is not a known function, so it yields nothing. Known: ${d.known.join(", ")}.`,
  },
  "unknown-relationship": {
    severity: "warning",
    message: (d: { name: string; known: readonly string[] }) =>
      `"${d.name}" is not a known relationship, so it yields nothing. Known: ${d.known.join(", ")}.`,
  },
  "renamed-function": {
    severity: "warning",
    message: (d: { name: string; replacement: string }) => `:${d.name} is now called :${d.replacement}.`,
  },
});
