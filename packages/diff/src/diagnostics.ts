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
  "unknown-target": {
    severity: "warning",
    message: (d: { kind: "operation" | "shape" | "member"; name: string; similar: readonly string[] }) =>
      `Neither model has ${d.kind === "operation" ? "an" : "a"} ${d.kind} "${d.name}", so this entry of the policy does nothing here${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."}`,
  },
  "unmatched-entry": {
    severity: "warning",
    message: (d: { names: readonly string[] }) =>
      `This entry of the policy, for ${d.names.join(", ")}, matches no change of any revision. Correct what it names, or remove it.`,
  },
});
