import type { EmittedFile } from "@shapelog/emit";
import { printRevision, type Revision } from "@shapelog/ledger";
import type { LoadedService } from "../load-service.js";

/** Returns a revision's file. */
export function ledgerFile({ name, config }: LoadedService, revision: Revision): EmittedFile {
  return { path: `${config.ledger}/${revision.id}.json`, text: printRevision(name, revision) };
}
