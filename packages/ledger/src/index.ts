export { type AppendOptions, type AppendResult, appendRevision, isDate } from "./append-revision.js";
export { ledgerDiagnostics } from "./diagnostics.js";
export {
  type DigestedBefore,
  digestModel,
  digestShapes,
  type ShapeDigests,
} from "./digest.js";
export { findLifespans, type Lifespan, type Lifespans } from "./find-lifespans.js";
export { findModelAt, type ModelAt } from "./find-model-at.js";
export {
  compareRevisionIds,
  LEDGER_FORMAT,
  type Ledger,
  type Revision,
  type RevisionSource,
} from "./ledger.js";
export { printRevision } from "./print-revision.js";
export { type ReadLedgerResult, readLedger, readRevision } from "./read-ledger.js";
export { type ReplayOptions, type ReplayResult, replay, type Step } from "./replay.js";
export { REVISION_SCHEMA } from "./schema.js";
