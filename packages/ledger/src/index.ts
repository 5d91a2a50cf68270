export { type AppendOptions, type AppendResult, appendRevision, isDate } from "./append-revision.js";
export { checkSeals } from "./check-seals.js";
export { ledgerDiagnostics } from "./diagnostics.js";
export { digestChanged, digestModel, type ShapeDigests } from "./digest.js";
export { findLifespans, type Lifespan, type Lifespans } from "./find-lifespans.js";
export { findModelAt, type ModelAt } from "./find-model-at.js";
export { findTakenBack } from "./find-taken-back.js";
export {
  type AcceptedFinding,
  compareRevisionIds,
  createRevisionId,
  isRevisionId,
  LEDGER_FORMAT,
  type Ledger,
  printRevisionName,
  type Revision,
  type RevisionSeal,
  type RevisionSource,
  type VendorNote,
} from "./ledger.js";
export { type ChooseBase, orderRevisions } from "./order-revisions.js";
export { printRevision } from "./print-revision.js";
export { type ReadLedgerOptions, type ReadLedgerResult, readLedger, readRevision } from "./read-ledger.js";
export { type RebasedRevision, type RebaseResult, rebaseLedger } from "./rebase-ledger.js";
export { type ReplayOptions, type ReplayResult, replay, replaySteps, type Step } from "./replay.js";
export { REVISION_SCHEMA } from "./schema.js";
export { sealRevision } from "./seal.js";
export { findVendorAddress, nameVendor } from "./vendor-note.js";
