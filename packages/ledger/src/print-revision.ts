import { printJson } from "@shapelog/model";
import { LEDGER_FORMAT, type Revision } from "./ledger.js";

/** Returns the text of a revision's file. */
export function printRevision(service: string, revision: Revision): string {
  const { id: _, date, source, note, vendor, forced, accepted, before, after, changes } = revision;
  const about = { date, source, note, vendor, forced, accepted };
  const file = { format: LEDGER_FORMAT, service, ...about, before, after, changes };
  return `${printJson(file, 2)}\n`;
}
