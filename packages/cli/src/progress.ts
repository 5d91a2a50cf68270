import { printable } from "@shapelog/diagnostics";
import { WIPE } from "./guard-terminal.js";
import { printed } from "./printed.js";
import type { Terminal } from "./terminal.js";

const AFTER_MILLISECONDS = 1000;

/** A line on the terminal that says what is being done. Nothing is drawn in the first second, or where nobody looks. */
export interface Progress {
  /** Says what is being done now. */
  step(text: string): void;
  /** Wipes the line. */
  end(): void;
}

/** Starts a progress line. `now` gives milliseconds. */
export function startProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  const started = now();
  let drawn = false;
  return {
    step(text) {
      if (!terminal.interactive || now() - started < AFTER_MILLISECONDS) return;
      terminal.err(printed(WIPE + printable(text).slice(0, terminal.width - 1)));
      drawn = true;
    },
    end() {
      if (drawn) terminal.err(printed(WIPE));
      drawn = false;
    },
  };
}
