import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of applying changes. */
export const changesDiagnostics = defineCatalog("changes", {
  "does-not-apply": {
    severity: "error",
    message: (d: { index: number; kind: string; on: string; reason: string }) =>
      `Change ${d.index + 1} (${d.kind} on ${d.on}) does not fit the model: ${d.reason}.`,
  },
});
