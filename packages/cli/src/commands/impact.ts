import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { type ComparisonSide, compareModels } from "@shapelog/diff";
import {
  type ImpactReport,
  listPlaceDiagnostics,
  printImpactJson,
  printImpactMarkdown,
  printImpactText,
} from "@shapelog/impact";
import { findApiPackages } from "../consumers/api-packages.js";
import { openAllConsumers } from "../consumers/open-consumers.js";
import { reportConsumers } from "../consumers/report-consumers.js";
import { listCompared, type NamedPair } from "../inputs/list-compared.js";
import { resolveInputs } from "../inputs/resolve-inputs.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { printed } from "../printed.js";
import { type Progress, startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { withoutValidationMetadata } from "../validation-metadata.js";
import { refuse, report, tell } from "./context.js";
import type { DiffInputs } from "./diff.js";
import type { ImpactOptions } from "./impact-options.js";

/**
 * `shapelog impact [BEFORE] [AFTER]`: the places of programs that a change breaks, leaves dead or changes silently. Exits
 * with 1 where there is one.
 */
export async function impact(
  terminal: Terminal,
  inputs: DiffInputs,
  options: ImpactOptions,
): Promise<ExitCode> {
  const pairs = await listCompared(terminal.cwd, { ...inputs, service: options.service });
  if (!pairs.ok) return refuse(terminal, pairs.diagnostics);
  const progress = startProgress(terminal);
  const reports: ImpactReport[] = [];
  const notes: Diagnostic[] = [];
  let hasFailed = false;
  for (const pair of pairs.value) {
    const one = await reportPair(terminal, pair, { options, progress });
    notes.push(...one.diagnostics);
    hasFailed ||= !one.ok || hasSeverity(one.diagnostics);
    if (one.ok) reports.push(one.value);
  }
  progress.end();
  if (reports.length === 0) return refuse(terminal, notes);
  report(terminal, notes);
  await print(terminal, reports, options);
  if (hasFailed) return EXIT.usage;
  const hasPlaces = reports.some(({ consumers }) => consumers.some((each) => each.impact.places.length > 0));
  return hasPlaces ? EXIT.findings : EXIT.ok;
}

interface Work {
  readonly options: ImpactOptions;
  readonly progress: Progress;
}

async function reportPair(terminal: Terminal, pair: NamedPair, work: Work): Promise<Outcome<ImpactReport>> {
  const sides = await resolveInputs(terminal, pair, (input) => work.progress.step(`reading ${input}`));
  if (!sides.ok) return sides;
  const comparison = compareModels(asRecorded(sides.value.before), asRecorded(sides.value.after));
  const packages = await findApiPackages(terminal.cwd, pair, comparison, work.options.package);
  const { consumer, writtenFor } = work.options;
  const opened = await openAllConsumers(terminal.cwd, packages, consumer);
  if (!opened.ok) return opened;
  const reported = await reportConsumers(comparison, {
    ...{ cwd: terminal.cwd, packages, opened: opened.value, all: consumer !== undefined },
    writtenFor: writtenFor === "auto" ? undefined : writtenFor,
    onConsumer: (name) => work.progress.step(`compiling ${name}`),
  });
  const told = [...sides.diagnostics, ...opened.diagnostics, ...reported.diagnostics];
  return reported.ok ? succeeded(reported.value, told) : failedWith(told);
}

function asRecorded(side: ComparisonSide): ComparisonSide {
  return { ...side, model: withoutValidationMetadata(side.model) };
}

async function print(
  terminal: Terminal,
  reports: readonly ImpactReport[],
  { format, color }: ImpactOptions,
): Promise<void> {
  if (format === "sarif" || format === "github") {
    await tell(terminal, reports.flatMap(listPlaceDiagnostics), format);
    return;
  }
  const style = {
    color: color === "auto" ? terminal.color : color === "always",
    width: Math.min(terminal.width, 100),
  };
  const texts = reports.map((each) =>
    format === "json"
      ? printImpactJson(each)
      : format === "markdown"
        ? printImpactMarkdown(each)
        : printImpactText(each, style),
  );
  const isList = format === "json" && texts.length > 1;
  terminal.out(
    printed(isList ? `[\n${texts.map((text) => text.trimEnd()).join(",\n")}\n]\n` : texts.join("\n")),
  );
}
