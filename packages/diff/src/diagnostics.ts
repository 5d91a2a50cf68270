import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of policies. */
export const diffDiagnostics = defineCatalog("diff", {
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
