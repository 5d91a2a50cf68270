import type { CatalogEntry } from "@shapelog/diagnostics";
import { expect, it } from "vitest";
import { cliDiagnostics } from "./diagnostics.js";

it("has the exit code of each diagnostic", () => {
  const entries = Object.entries<CatalogEntry<never>>(cliDiagnostics.entries);
  const codes = (exit: string) =>
    entries.filter(([, entry]) => (entry.exit ?? "findings") === exit).map(([name]) => name);
  expect(codes("findings").sort()).toEqual([
    "aws-view-cut",
    "broken-state",
    "extra-file",
    "finished-write",
    "kept-file",
    "missing-file",
    "missing-notes",
    "old-models",
    "stale-file",
    "unformatted",
  ]);
  expect(codes("usage").sort()).toEqual([
    "bad-config",
    "bad-folder",
    "bad-input",
    "bad-option",
    "build-file",
    "build-path",
    "different-services",
    "empty-build",
    "foreign-files",
    "git-failed",
    "half-written",
    "history-stopped",
    "locked",
    "missing-objects",
    "missing-source",
    "nested-repository",
    "no-config",
    "no-model",
    "no-models",
    "no-service-shape",
    "no-such-service",
    "not-found",
    "not-ours",
    "not-readable",
    "not-smithy",
    "not-utf8",
    "not-writable",
    "other-since",
    "outside-folder",
    "selector-too-costly",
    "several-namespaces",
    "shallow",
    "unknown-format",
    "unknown-operation",
    "unknown-page",
    "unknown-policy",
    "unknown-service",
    "which-service",
  ]);
});
