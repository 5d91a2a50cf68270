import { type Comparison, compareModels, count, withAccepted } from "@shapelog/diff";
import { type ImpactReport, listPlaceDiagnostics, type Place } from "@shapelog/impact";
import { digestModel } from "@shapelog/ledger";
import type { Config } from "../config-file.js";
import { createApiPackages } from "../consumers/api-packages.js";
import { listConsumers, openAllConsumers } from "../consumers/open-consumers.js";
import { reportConsumers } from "../consumers/report-consumers.js";
import { findAcceptedBetween } from "../find-accepted.js";
import type { LoadedService } from "../load-service.js";
import type { CheckedService } from "./check-service.js";
import { findReleasedState, type ReleasedState } from "./find-released-state.js";

export interface CheckConsumersOptions {
  readonly cwd: string;
  readonly config: Config;
  /** The programs' paths. Default: those of the configuration, else they are looked for. */
  readonly consumers: readonly string[] | undefined;
  readonly onConsumer: (name: string) => void;
}

/** What is found of the programs of one service. */
export interface CheckedConsumers extends CheckedService {
  /** Whether the model is the one that was released, so that no program was looked at. */
  readonly isSame: boolean;
}

/**
 * Compiles the programs that use a service's package against it as the working tree makes it, and as it was released last:
 * what only the former refuses is an error. Nothing is compiled where the model is the same.
 */
export async function checkConsumers(
  service: LoadedService,
  options: CheckConsumersOptions,
): Promise<CheckedConsumers> {
  const { name, model, config: own } = service;
  const released = findReleasedState(service);
  if (!released || digestModel(released.model) === digestModel(model)) {
    const line = `${name}: nothing changed${released ? ` since ${released.label}` : ""} that programs could be broken by`;
    return { diagnostics: [], line, isSame: true };
  }
  const comparison = compareWith(released, service);
  const packages = createApiPackages(comparison, { ...options.config, its: own.package });
  const paths = options.consumers ?? (await listConsumers(packages));
  if (paths.length === 0) {
    const line = `${name}: no program here depends on ${packages.names.join(" or ") || "it"}`;
    return { diagnostics: [], line, isSame: false };
  }
  const opened = await openAllConsumers(options.cwd, packages, paths);
  if (!opened.ok) return { diagnostics: opened.diagnostics, line: "", isSame: false };
  const reported = await reportConsumers(comparison, {
    ...{ cwd: options.cwd, packages, opened: opened.value, all: false },
    writtenFor: "before",
    onConsumer: options.onConsumer,
  });
  const told = [...opened.diagnostics, ...reported.diagnostics];
  if (!reported.ok) return { diagnostics: told, line: "", isSame: false };
  const report = withoutAccepted(reported.value, comparison);
  const programs = count(report.consumers.length, "program");
  return {
    diagnostics: [...listPlaceDiagnostics(report), ...told],
    line: `${name}: ${programs} ${report.consumers.length === 1 ? "compiles" : "compile"} with what changed since ${released.label}`,
    isSame: false,
  };
}

/** Returns what changed since a release, with what was accepted of it. */
function compareWith(released: ReleasedState, service: LoadedService): Comparison {
  const before = { label: released.label, model: released.model };
  const after = { label: service.modelFile, model: service.model };
  return withAccepted(compareModels(before, after), findAcceptedBetween(service, { before, after }));
}

/** What does not compile is to be mended, whoever accepted it; of the rest what was accepted is settled. */
function withoutAccepted(report: ImpactReport, { findings }: Comparison): ImpactReport {
  const accepted = new Set(findings.flatMap(({ id, accepted: its }) => (its ? [id] : [])));
  const isOpen = ({ effect, finding }: Place) =>
    effect === "breaks" || finding === undefined || !accepted.has(finding.id);
  const consumers = report.consumers.map((each) => ({
    ...each,
    impact: { ...each.impact, places: each.impact.places.filter(isOpen) },
  }));
  return { ...report, consumers };
}
