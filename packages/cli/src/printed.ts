import { printable } from "@shapelog/diagnostics";
import type { Printed } from "./terminal.js";

/** Returns a line for people, its line feed included. The words are ours; every value in it is escaped. */
export function line(words: TemplateStringsArray, ...values: readonly (string | number)[]): Printed {
  return printed(`${String.raw({ raw: words }, ...values.map((value) => printable(String(value))))}\n`);
}

/** Returns the text of a printer, which has escaped the names and values in it. */
export function printed(text: string): Printed {
  return text as Printed;
}
