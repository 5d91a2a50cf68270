import type { Diagnostic } from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";

/** A base address that is none is the fault of an option, not of what was read. */
export function nameBaseUrl(
  diagnostics: readonly Diagnostic[],
  baseUrl: string | undefined,
): readonly Diagnostic[] {
  const option = `The base address ${JSON.stringify(baseUrl)}`;
  const reason = "expected one like https://example.com/api/";
  return diagnostics.map((diagnostic) =>
    diagnostic.code === "site/bad-base-url"
      ? cliDiagnostics.create("bad-option", undefined, { option, reason })
      : diagnostic,
  );
}
