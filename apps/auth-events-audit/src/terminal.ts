/** The world as the program sees it. The real one is made in `main.ts`; tests make their own. */
export interface Terminal {
  /** Writes results; resolves when there is room for more. */
  out(text: string): Promise<void>;
  /** Writes messages. */
  err(text: string): void;
  readonly color: boolean;
  /** Columns of the screen; `undefined` where the output is not a screen. */
  readonly width: number | undefined;
  /** Whether the standard input is a keyboard. */
  readonly inputIsKeyboard: boolean;
  /** The screen on which progress is shown; `undefined` where nobody looks. */
  readonly screen: NodeJS.WriteStream | undefined;
  /** Calls back where the process is ended from outside; returns what takes that back. */
  onEnd(callback: () => void): () => void;
  /** Returns the standard input. */
  input(): AsyncIterable<Uint8Array>;
}

/** What the program ends with: all is well, broken lines (or drift, with `--strict`), or it could not do its work. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
