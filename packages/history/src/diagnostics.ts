import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of walking a history of models. */
export const historyDiagnostics = defineCatalog("history", {
  "unreadable-model": {
    severity: "warning",
    message: (d: { service: string; commit: string; reason: string }) =>
      `The model of ${d.service} in commit ${d.commit.slice(0, 12)} cannot be read: ${d.reason} The next readable one is compared with the last before it.`,
  },
  "missing-blob": {
    severity: "warning",
    message: (d: { service: string; commit: string; blob: string }) =>
      `The model of ${d.service} in commit ${d.commit.slice(0, 12)}, or what stands beside it, is not in the repository (blob ${d.blob.slice(0, 12)}). Fetch it to have it walked; the next one is compared with the last before it.`,
  },
  lost: {
    severity: "error",
    message: (d: { service: string; commit: string; reason: string }) =>
      `The changes of ${d.service} in commit ${d.commit.slice(0, 12)} do not give back the model: ${d.reason} Report this with the commit.`,
  },
});
