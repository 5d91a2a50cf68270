import { printable } from "@shapelog/diagnostics";

declare const isPrinted: unique symbol;

/** Text that may be printed: what {@link line} made, or a printer that escapes the names and values in it. */
export type Printed = string & { readonly [isPrinted]: true };

/** Returns a line for people, its line feed included. The words are ours; every value in it is escaped. */
export function line(words: TemplateStringsArray, ...values: readonly (string | number)[]): Printed {
  return printed(`${String.raw({ raw: words }, ...values.map((value) => printable(String(value))))}\n`);
}

/** Returns the text of a printer, which has escaped the names and values in it. */
export function printed(text: string): Printed {
  return text as Printed;
}
