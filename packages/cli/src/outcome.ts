import type { Diagnostic } from "@shapelog/diagnostics";

/** A value, or what kept it from being made. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Returns a failed outcome of a few diagnostics. */
export function failed(...diagnostics: readonly Diagnostic[]): {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { ok: false, diagnostics };
}

/** Returns a failed outcome of diagnostics, however many. */
export function failedWith(diagnostics: readonly Diagnostic[]): {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { ok: false, diagnostics };
}

/** Returns an outcome with a value. */
export function succeeded<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}
