import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of the command itself: files, inputs, configuration. */
export const cliDiagnostics = defineCatalog("cli", {
  "not-found": {
    severity: "error",
    message: (d: { path: string }) => `There is no file or folder ${d.path}.`,
  },
  "not-readable": {
    severity: "error",
    message: (d: { path: string; reason: string }) => `${d.path} cannot be read: ${d.reason}.`,
  },
  "not-writable": {
    severity: "error",
    message: (d: { path: string; reason: string }) =>
      `${d.path} cannot be written: ${d.reason}. No file was changed.`,
  },
  "outside-folder": {
    severity: "error",
    message: (d: { path: string; folder: string }) =>
      `${d.path} is outside ${d.folder}; nothing was written.`,
  },
  "unknown-format": {
    severity: "error",
    message: (d: { path: string }) =>
      `${d.path} is JSON, but no model: expected Smithy JSON AST ("smithy" and "shapes" at the top) or botocore ("metadata", "operations" and "shapes").`,
  },
  "no-model": {
    severity: "error",
    message: (d: { folder: string }) =>
      `The folder ${d.folder} has no model: expected model.json, service-2.json, or Smithy JSON AST files.`,
  },
  "conflicting-shape": {
    severity: "error",
    message: (d: { shape: string; first: string }) =>
      `${d.shape} is also defined in ${d.first}, and differs from it.`,
  },
  "git-failed": {
    severity: "error",
    message: (d: { input: string; reason: string }) => `${d.input} cannot be read from git: ${d.reason}.`,
  },
  "bad-input": {
    severity: "error",
    message: (d: { input: string; expected: string }) =>
      `"${d.input}" is not an input; expected ${d.expected}.`,
  },
  "no-config": {
    severity: "error",
    message: (d: { folder: string }) => `There is no shapelog.config.json in ${d.folder} or above it.`,
  },
  "bad-config": {
    severity: "error",
    message: (d: { reason: string }) => `The configuration is not valid: ${d.reason}.`,
  },
  "unknown-service": {
    severity: "error",
    message: (d: { service: string; known: readonly string[] }) =>
      `There is no service "${d.service}" in shapelog.config.json; it has ${d.known.length === 0 ? "none" : d.known.join(", ")}.`,
  },
  "which-service": {
    severity: "error",
    message: (d: { known: readonly string[] }) =>
      `Say which service: --service with one of ${d.known.join(", ")}.`,
  },
  "no-service-shape": {
    severity: "error",
    message: (d: { model: string }) =>
      `${d.model} has no service shape, so there is nothing to generate a package from.`,
  },
  "unknown-operation": {
    severity: "error",
    message: (d: { operation: string; similar: readonly string[] }) =>
      `The model has no operation ${d.operation}${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."}`,
  },
  "stale-file": {
    severity: "error",
    message: (d: { path: string }) => `${d.path} is not what the model makes. Run: npx shapelog build`,
  },
  "missing-file": {
    severity: "error",
    message: (d: { path: string }) => `${d.path} is missing. Run: npx shapelog build`,
  },
  "extra-file": {
    severity: "error",
    message: (d: { path: string }) =>
      `${d.path} is not made from the model any more. Run: npx shapelog build`,
  },
});
