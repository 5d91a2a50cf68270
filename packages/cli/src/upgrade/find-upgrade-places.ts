import type { Diagnostic } from "@shapelog/diagnostics";
import { type Comparison, withOwnOperations } from "@shapelog/diff";
import { findUses, type ImpactReport, type Place } from "@shapelog/impact";
import { shapeName } from "@shapelog/model";
import { findApiPackages } from "../consumers/api-packages.js";
import { type OpenedConsumer, openConsumers } from "../consumers/open-consumer.js";
import { reportConsumers } from "../consumers/report-consumers.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import type { PackageUpgrade, ServiceUpgrade } from "./upgrade-report.js";
import { sortWorst } from "./weigh-upgrades.js";

export interface FindUpgradePlacesOptions {
  /** The programs' paths. */
  readonly paths: readonly string[];
  readonly onStep: (what: string) => void;
}

/**
 * Returns upgrades with what they do to programs, which are taken as written for the versions before. Operations that no
 * program calls are not the reader's own.
 */
export async function findUpgradePlaces(
  terminal: Terminal,
  upgrades: readonly PackageUpgrade[],
  { paths, onStep }: FindUpgradePlacesOptions,
): Promise<Outcome<readonly PackageUpgrade[]>> {
  const opened: OpenedConsumer[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const one = await openConsumers(terminal.cwd, path);
    if (!one.ok) return failedWith(one.diagnostics);
    for (const each of one.value) opened.push(each);
    for (const each of one.diagnostics) diagnostics.push(each);
  }
  const installed = new Set(opened.flatMap(listPackages));
  const found: PackageUpgrade[] = [];
  for (const upgrade of upgrades) {
    const changed: ServiceUpgrade[] = [];
    for (const service of upgrade.changed) {
      const packages = await findPackages(terminal.cwd, upgrade, service);
      // Most services of a vendor are no program's.
      const isUsed = packages.names.some((name) => installed.has(name));
      const report = isUsed
        ? await reportConsumers(service.comparison, {
            ...{ cwd: terminal.cwd, packages, opened, all: false, writtenFor: "before" },
            onConsumer: (name) => onStep(`compiling ${name}`),
          })
        : undefined;
      if (report) diagnostics.push(...report.diagnostics);
      changed.push(withPlaces(service, report?.ok ? report.value : undefined));
    }
    found.push({ ...upgrade, changed: sortWorst(changed) });
  }
  return succeeded(found, diagnostics);
}

/** Returns the names of the packages of APIs that a program has. */
function listPackages({ typescript, consumer }: OpenedConsumer): readonly string[] {
  const { rootNames, options, projectReferences, host } = consumer;
  const program = typescript.createProgram({
    ...{ rootNames, options, host },
    ...(projectReferences ? { projectReferences } : {}),
  });
  const { packages } = findUses(program, { typescript, readFile: (path) => host.readFile(path) });
  return packages.map(({ name }) => name);
}

function findPackages(
  cwd: string,
  { name, services }: PackageUpgrade,
  { service, comparison }: ServiceUpgrade,
) {
  const input = `ledger:${service}`;
  const isItself = services.length === 1 && name.includes("/");
  return findApiPackages(cwd, { before: input, after: input }, comparison, isItself ? [name] : undefined);
}

function withPlaces(service: ServiceUpgrade, impact: ImpactReport | undefined): ServiceUpgrade {
  const { comparison } = service;
  const own = withOwnOperations(comparison, impact ? listOwn(comparison, impact) : []);
  return { ...service, comparison: own, ...(impact ? { impact } : {}) };
}

/** Returns the operations that programs call, and those at whose findings they have places. */
function listOwn({ findings }: Comparison, impact: ImpactReport): readonly string[] {
  const uses = impact.consumers.flatMap((consumer) => consumer.impact.uses);
  const called = new Set(uses.flatMap((use) => (use.kind === "call" ? [use.operation] : [])));
  const met = new Set(listPlaces(impact).flatMap(({ finding }) => (finding ? [finding.id] : [])));
  return findings.flatMap(({ id, operations }) =>
    operations.filter((operation) => met.has(id) || called.has(shapeName(operation))),
  );
}

/** Returns the places of all programs. */
export function listPlaces({ consumers }: ImpactReport): readonly Place[] {
  return consumers.flatMap(({ impact }) => impact.places);
}
