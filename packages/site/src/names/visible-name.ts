import { printable } from "@shapelog/diagnostics";

/** Returns a model's name or value as shown: what cannot be seen, or would reorder the text around it, is escaped. */
export function visibleName(name: string | number): string {
  return printable(String(name));
}
