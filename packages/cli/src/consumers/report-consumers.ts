import type { Diagnostic } from "@shapelog/diagnostics";
import type { Comparison, ComparisonSide } from "@shapelog/diff";
import {
  type ConsumerReport,
  findImpact,
  type ImpactReport,
  type ReportedSide,
  type Side,
} from "@shapelog/impact";
import { shapeName } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { ApiPackages } from "./api-packages.js";
import { emitApart } from "./emit-apart.js";
import { findUnresolved } from "./find-unresolved.js";
import type { OpenedConsumer } from "./open-consumer.js";

export interface ReportConsumersOptions {
  readonly cwd: string;
  readonly packages: ApiPackages;
  readonly opened: readonly OpenedConsumer[];
  /** The side that the programs are written for. Default: the one that the installed package is nearer to. */
  readonly writtenFor?: Side | undefined;
  /** Whether programs that do not import a package are told of, too. */
  readonly all: boolean;
  readonly onConsumer: (name: string) => void;
}

/**
 * Compiles programs against both sides of a change. Fails where a model has no service; reports programs that import a
 * package which is not found there.
 */
export async function reportConsumers(
  comparison: Comparison,
  { cwd, packages, opened, writtenFor, all, onConsumer }: ReportConsumersOptions,
): Promise<Outcome<ImpactReport>> {
  const { title, before, after, findings } = comparison;
  const { name: packageName, profile } = packages;
  const emitted = await emitApart({ before: before.model, after: after.model, name: packageName, profile });
  if (!emitted) return failed(cliDiagnostics.create("no-service-shape", undefined, { model: after.label }));
  const consumers: ConsumerReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const each of opened) {
    const { name, typescript, consumer } = each;
    onConsumer(name);
    const found = findImpact({
      ...{ typescript, consumer, findings, writtenFor },
      models: [before.model, after.model],
      nameOf: (id) => emitted.names.get(id) ?? shapeName(id),
      overlay: packages.overlay(typescript, emitted),
    });
    // What depends on a package and does not import it was not asked about.
    if (all || found.packages.length > 0)
      consumers.push({ name, typescript: typescript.version, impact: found });
    const missing = found.packages.length > 0 ? undefined : findUnresolved(each, packages.names);
    if (missing !== undefined)
      diagnostics.push(
        cliDiagnostics.create("unresolved-package", undefined, { program: name, package: missing }),
      );
  }
  const pathOf = (file: string) => displayPath(cwd, file);
  return succeeded({ title, before: sideOf(before), after: sideOf(after), consumers, pathOf }, diagnostics);
}

function sideOf({ label, date, release }: ComparisonSide): ReportedSide {
  return { label, ...(date === undefined ? {} : { date }), ...(release === undefined ? {} : { release }) };
}
