import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of JSON text, whatever is written in it. */
export const jsonDiagnostics = defineCatalog("json", {
  syntax: {
    severity: "error",
    message: (d: { reason: string }) => `The text is not JSON: ${d.reason}.`,
  },
  "too-deep": {
    severity: "error",
    message: (d: { limit: number }) =>
      `Values are nested more than ${d.limit} levels deep. Flatten the text.`,
  },
  "duplicate-key": {
    severity: "error",
    message: (d: { key: string }) =>
      `Key "${d.key}" is given twice in one object; only the last one counts. Remove one of them.`,
  },
  "more-duplicate-keys": {
    severity: "error",
    message: (d: { limit: number }) =>
      `The text has more than ${d.limit} duplicate keys; from here on they are not listed.`,
  },
});
