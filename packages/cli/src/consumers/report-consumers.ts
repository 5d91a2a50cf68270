import type { Comparison, ComparisonSide } from "@shapelog/diff";
import {
  type ConsumerReport,
  findImpact,
  type ImpactReport,
  type ReportedSide,
  type Side,
} from "@shapelog/impact";
import { shapeName } from "@shapelog/model";
import { displayPath } from "../files/display-path.js";
import type { ApiPackages } from "./api-packages.js";
import { emitApart } from "./emit-apart.js";
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

/** Compiles programs against both sides of a change; nothing where the models have no service. */
export async function reportConsumers(
  comparison: Comparison,
  { cwd, packages, opened, writtenFor, all, onConsumer }: ReportConsumersOptions,
): Promise<ImpactReport | undefined> {
  const { title, before, after, findings } = comparison;
  const { name: packageName, profile } = packages;
  const emitted = await emitApart({ before: before.model, after: after.model, name: packageName, profile });
  if (!emitted) return undefined;
  const consumers: ConsumerReport[] = [];
  for (const { name, typescript, consumer } of opened) {
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
  }
  const pathOf = (file: string) => displayPath(cwd, file);
  return { title, before: sideOf(before), after: sideOf(after), consumers, pathOf };
}

function sideOf({ label, date, release }: ComparisonSide): ReportedSide {
  return { label, ...(date === undefined ? {} : { date }), ...(release === undefined ? {} : { release }) };
}
