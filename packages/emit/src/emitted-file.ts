import type { WithDiagnostics } from "@shapelog/diagnostics";

/** A file an emitter made. `path` is relative to the output folder, with `/` between parts and no `.` or `..` part. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** What every emitter returns. The same input gives the same bytes. */
export interface EmitResult extends WithDiagnostics {
  readonly files: readonly EmittedFile[];
}
