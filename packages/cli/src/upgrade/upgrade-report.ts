import type { Comparison } from "@shapelog/diff";
import type { ImpactReport } from "@shapelog/impact";
import type { RecordedRevision } from "../page/page-record.js";
import type { UpgradeRequest } from "./upgrade-request.js";

/** What changed of a service between two versions of a package. */
export interface ServiceUpgrade {
  /** Its name in the record. */
  readonly service: string;
  readonly comparison: Comparison;
  /** The revisions in between, oldest first. */
  readonly revisions: readonly RecordedRevision[];
  /** What it does to programs. Absent where no program was named, or none imports its package. */
  readonly impact?: ImpactReport;
}

/** A service that the version before does not have. */
export interface NewService {
  readonly service: string;
  readonly since: RecordedRevision;
}

/** What a package brings with it from one version to the other. */
export interface PackageUpgrade extends UpgradeRequest {
  /** Those that changed; worst first, once they are weighed. */
  readonly changed: readonly ServiceUpgrade[];
  readonly added: readonly NewService[];
}

/** All that `shapelog upgrade` says. */
export interface UpgradeReport {
  /** What the record goes by. */
  readonly record: string;
  readonly upgrades: readonly PackageUpgrade[];
  /** What else is to be known, in sentences of plain text. */
  readonly notes: readonly string[];
  /** Edits of programs that are safe. Absent where nobody asked. */
  readonly fixes?: readonly ShownFix[];
}

/** Edits of a file, as they are shown. */
export interface ShownFix {
  readonly file: string;
  /** What is edited, in sentences of plain text. */
  readonly edits: readonly string[];
  /** The lines that differ, as `git diff` has them. */
  readonly patch: string;
  readonly written: boolean;
}
