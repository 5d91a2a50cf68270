import { guardText } from "@shapelog/diagnostics";
import { printed } from "./printed.js";
import type { Terminal } from "./terminal.js";

/** What wipes the line that progress is drawn on. */
export const WIPE = "\r\u001b[2K";

/** Returns a terminal on which nothing acts that is printed but our own colours, annotations and line of progress. */
export function guardTerminal(terminal: Terminal): Terminal {
  const { ask } = terminal;
  return {
    ...terminal,
    ask: ask && ((question) => ask(printed(guardText(question)))),
    out: (text, options) => terminal.out(printed(guardText(text, options))),
    err(text) {
      const wipe = terminal.interactive && text.startsWith(WIPE) ? WIPE : "";
      terminal.err(printed(wipe + guardText(text.slice(wipe.length))));
    },
  };
}
