import { printJson } from "@shapelog/model";
import { LEDGER_FORMAT, type Revision } from "./ledger.js";
import { sealRevision } from "./seal.js";

/** Returns the text of a revision's file, sealed as it is now. */
export function printRevision(service: string, revision: Revision): string {
  const { id: _, date, source, note, vendor, forced, accepted, before, after, changes } = revision;
  const seal = sealRevision(service, revision);
  const about = { date, source, note, vendor, forced, accepted };
  const file = { format: LEDGER_FORMAT, service, ...about, before, after, changes, seal };
  return `${printJson(file, 2)}\n`;
}
