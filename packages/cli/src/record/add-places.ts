import { type AffectedLine, printPlaces, setPlaces } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import { compareModels } from "@shapelog/diff";
import type { ImpactReport } from "@shapelog/impact";
import type { Step } from "@shapelog/ledger";
import { createApiPackages } from "../consumers/api-packages.js";
import { listConsumers, openAllConsumers } from "../consumers/open-consumers.js";
import { reportConsumers } from "../consumers/report-consumers.js";
import { findChangeset } from "./prose-draft.js";
import type { RecordWork } from "./record-options.js";

export interface AddPlacesOptions {
  /** Whether programs are looked at. Without that no line is named. */
  readonly isAsked: boolean;
  readonly onConsumer: (name: string) => void;
}

/**
 * Has the changeset of a revision name the lines of programs here that it affects. Programs that cannot be looked at are
 * warnings: they keep nothing from being recorded.
 */
export async function addPlaces(
  work: RecordWork,
  step: Step,
  options: AddPlacesOptions,
): Promise<readonly Diagnostic[]> {
  const { prose, service } = work;
  const changeset = findChangeset(prose, step.revision.id);
  if (!changeset || step.revision.before === null) return [];
  const report = options.isAsked ? await reportStep(work, step, options) : { lines: [], diagnostics: [] };
  const owner = { service: service.name, revision: step.revision.id };
  prose.texts.set(changeset.path, setPlaces(changeset.text, owner, printPlaces(report.lines)));
  return report.diagnostics;
}

interface ReportedStep {
  readonly lines: readonly AffectedLine[];
  readonly diagnostics: readonly Diagnostic[];
}

async function reportStep(
  { config, service }: RecordWork,
  step: Step,
  { onConsumer }: AddPlacesOptions,
): Promise<ReportedStep> {
  const comparison = compareModels(
    { label: "before", model: step.before },
    { label: step.revision.id, model: step.after },
  );
  const packages = createApiPackages(comparison, { ...config, its: service.config.package });
  const paths = await listConsumers(packages);
  if (paths.length === 0) return { lines: [], diagnostics: [] };
  const opened = await openAllConsumers(config.root, packages, paths);
  if (!opened.ok) return { lines: [], diagnostics: opened.diagnostics.map(asWarning) };
  const reported = await reportConsumers(comparison, {
    // Paths are the same wherever the command runs.
    ...{ cwd: config.root, packages, opened: opened.value, all: false },
    writtenFor: "before",
    onConsumer,
  });
  const diagnostics = [...opened.diagnostics, ...reported.diagnostics].map(asWarning);
  return { lines: reported.ok ? listLines(reported.value) : [], diagnostics };
}

function listLines({ consumers, pathOf }: ImpactReport): readonly AffectedLine[] {
  return consumers.flatMap(({ impact }) =>
    impact.places.map(({ at, effect }) => ({ file: pathOf(at.file), line: at.line, effect })),
  );
}

function asWarning({ exit: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic.severity === "error" ? { ...diagnostic, severity: "warning" } : diagnostic;
}
