import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of applying changes and of policies. */
export const diffDiagnostics = defineCatalog("diff", {
  "does-not-apply": {
    severity: "error",
    message: (d: { index: number; kind: string; on: string; reason: string }) =>
      `Change ${d.index + 1} (${d.kind} on ${d.on}) does not fit the model: ${d.reason}.`,
  },
  "bad-policy": {
    severity: "error",
    message: (d: { policy: string; problem: string }) =>
      `The policy ${d.policy} cannot be used: ${d.problem.replace(/([^.?])$/, "$1.")}`,
  },
  "unknown-rule": {
    severity: "error",
    message: (d: { rule: string; similar: readonly string[] }) =>
      `No rule is called "${d.rule}"${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."}`,
  },
});
