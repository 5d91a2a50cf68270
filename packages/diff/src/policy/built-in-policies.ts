import type { Policy, PolicyEntry, PolicySeverity } from "./policy.js";

const STRICT_REASON =
  "strict: what can change an answer, or stop a program from compiling, has to be released as breaking";
const SMITHY_REASON = "smithy: the severity that smithy-diff gives, whatever the direction";

/** Rules that `strict` makes errors. */
const STRICT_ERRORS = [
  "response.enum.*",
  "response.union.*",
  "response.limit.loosened",
  "response.pattern.changed",
  "response.pattern.loosened",
  "response.pattern.removed",
  "response.type.opened",
  "response.type.widened",
  "response.unique-items.removed",
  "request.default.changed",
  "request.idempotency-token.demanded",
  "request.idempotency-token.removed",
  "request.pattern.changed",
  "operation.error.*",
  "operation.http.removed",
  "operation.idempotency.removed",
  "operation.input.renamed",
  "operation.output.renamed",
  "operation.pagination.changed",
  "operation.pagination.removed",
  "enum.value-renamed",
  "error.changed",
  "service.error.*",
  "service.identity.changed",
  "service.rename.changed",
  "service.renamed",
  "shape.removed",
  "shape.renamed",
  "auth.changed",
  "endpoint.changed",
  "protocol.changed",
  "trait.changed.danger",
  "transfer.changed",
  "unclassified",
];

/** Rules that `strict` makes warnings. */
const STRICT_WARNINGS = [
  "response.member.added",
  "response.type.extended",
  "response.default.changed",
  "documentation.hidden-constraint",
];

/** What smithy-diff says of the changes of each rule, where that is another severity than ours. */
const SMITHY_SEVERITIES: readonly (readonly [rule: string, severity: PolicySeverity])[] = [
  ["*.enum.value-added", "note"],
  ["*.enum.value-removed", "error"],
  ["*.enum.values-replaced", "error"],
  ["*.union.alternative-added", "note"],
  ["*.union.alternative-removed", "error"],
  ["enum.value-renamed", "error"],
  ["*.member.added", "note"],
  ["*.member.required", "error"],
  ["*.member.required-added", "error"],
  ["*.member.optional", "error"],
  ["*.member.removed", "error"],
  ["*.member.probable-rename", "error"],
  ["*.limit.tightened", "error"],
  ["*.limit.loosened", "note"],
  ["*.pattern.added", "warning"],
  ["*.pattern.changed", "note"],
  ["*.pattern.loosened", "note"],
  ["*.pattern.tightened", "note"],
  ["*.pattern.removed", "note"],
  ["*.unique-items.*", "warning"],
  ["*.sparse.*", "error"],
  ["*.type.*", "error"],
  ["*.type.renamed", "warning"],
  ["*.default.changed", "error"],
  ["*.idempotency-token.demanded", "error"],
  ["*.idempotency-token.removed", "error"],
  ["operation.idempotency.removed", "error"],
  ["operation.error.*", "warning"],
  ["operation.input.*", "error"],
  ["operation.output.*", "error"],
  ["operation.pagination.changed", "error"],
  ["operation.pagination.removed", "error"],
  ["operation.http.removed", "error"],
  ["order.changed", "danger"],
  ["shape.removed", "error"],
  ["shape.orphan-removed", "error"],
  ["shape.renamed", "error"],
  ["service.error.*", "warning"],
  ["service.rename.changed", "error"],
  ["service.version.changed", "note"],
  ["sensitive.changed", "warning"],
  ["metadata.changed", "warning"],
  ["metadata.removed", "danger"],
];

function entries(rules: readonly string[], severity: PolicySeverity, reason: string): PolicyEntry[] {
  return rules.map((rule) => ({ rule, severity, reason }));
}

/** The policies that have a name. `default` changes nothing. */
export const BUILT_IN_POLICIES: ReadonlyMap<string, Policy> = new Map([
  ["default", { name: "default", entries: [] }],
  [
    "strict",
    {
      name: "strict",
      entries: [
        ...entries(STRICT_ERRORS, "error", STRICT_REASON),
        ...entries(STRICT_WARNINGS, "warning", STRICT_REASON),
      ],
    },
  ],
  [
    "smithy",
    {
      name: "smithy",
      entries: SMITHY_SEVERITIES.map(([rule, severity]) => ({ rule, severity, reason: SMITHY_REASON })),
    },
  ],
]);
