export { type Beside, type BesideKind, mapBeside } from "./beside.js";
export { historyDiagnostics } from "./diagnostics.js";
export { type BrokenFact, findFacts } from "./facts.js";
export { findModelFile, findRelease, isOldFormat, type ModelFile } from "./layout.js";
export type { PlannedRevision } from "./line.js";
export type { OperationsByBlob } from "./moved-services.js";
export {
  type FoundNote,
  findNote,
  type PlacedNote,
  parseNotes,
  type ReleaseNote,
} from "./notes.js";
export { type FileChange, LOG_FORMAT, type LogCommit, parseLog } from "./parse-log.js";
export { type ParsedRevision, parseRevision } from "./parse-revision.js";
export {
  findMoveModels,
  type NotesByBlob,
  type PlanOptions,
  planHistory,
  type ServicePlan,
} from "./plan.js";
export { findRevisions, HISTORY_FORMAT, type HistoryFinding, type HistoryRow, printRow } from "./row.js";
export { addTotals, NO_TOTALS, type Totals } from "./totals.js";
export {
  type FileState,
  type NamedBytes,
  NO_STATE,
  type ReadRevision,
  type RevisionFiles,
  type RevisionReader,
  type RevisionSource,
  type ServiceState,
  type ServiceWalk,
  type Step,
  startWalk,
  type WalkOptions,
} from "./walk-service.js";
