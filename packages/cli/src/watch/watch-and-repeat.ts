import type { Diagnostic } from "@shapelog/diagnostics";
import { line } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { createFileWatch } from "./watch-files.js";

/** How a run that may be repeated ended. */
export interface Repeated {
  readonly exit: ExitCode;
  /** Whether an edit of the models may help where it failed: nothing of it is about how the command was used. */
  readonly isRepairable: boolean;
  /** Whether some of the work was done. Default: only where all was. */
  readonly isPartial?: boolean;
}

/** Returns whether an edit of what was read may settle diagnostics. */
export function isRepairable(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ exit }) => exit !== "usage");
}

export interface WatchOptions {
  /** Returns the absolute paths of what a run reads; `undefined` where that cannot be told now. */
  readonly list: () => Promise<readonly string[] | undefined>;
  readonly run: () => Promise<Repeated>;
  /** Whether what was read is watched. Default: true. */
  readonly isWatched?: boolean;
  /** Goes on beside the runs, after the first one, until it is closed. Its exit code ends the whole. */
  readonly start?: () => Promise<Started>;
}

/** What goes on beside the runs. */
export type Started =
  | { readonly ok: true; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly exit: ExitCode };

/** Runs, and again after each change of what was read, until the person stops. */
export async function watchAndRepeat(terminal: Terminal, options: WatchOptions): Promise<ExitCode> {
  const files = options.isWatched === false ? undefined : createFileWatch();
  // Asked for before the first run, so that Ctrl+C does not end it half-way.
  const stopped = terminal.untilStopped();
  const watchInputs = async () => {
    const inputs = files && (await options.list());
    if (inputs) await files.watch(inputs);
  };
  let started: Started | undefined;
  try {
    // Watched before it is read, so that no change between the two is lost.
    await watchInputs();
    const first = await options.run();
    const goesOn = first.exit === EXIT.ok || first.isPartial || (files && first.isRepairable);
    if (!goesOn) return first.exit;
    started = await options.start?.();
    if (started?.ok === false) return started.exit;
    terminal.err(line`${files ? "Watching for changes. " : ""}Press Ctrl+C to stop.`);
    const stop = stopped.then(() => "stop" as const);
    for (;;) {
      const change = files?.changed().then(() => "change" as const);
      if ((await Promise.race(change ? [stop, change] : [stop])) === "stop") return EXIT.ok;
      await watchInputs();
      await options.run();
    }
  } finally {
    files?.close();
    if (started?.ok) await started.close();
  }
}
