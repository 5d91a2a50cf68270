import { isAtLeast, type Severity } from "@shapelog/diagnostics";
import { type Comparison, compareModels, printComparisonJson, printComparisonText } from "@shapelog/diff";
import { resolveInput } from "../inputs/resolve-input.js";
import { startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

export interface DiffOptions {
  readonly format: "text" | "json";
  readonly failOn: Severity | "never";
}

/** `shapelog diff BEFORE AFTER`: what changed between two models, and what it means. */
export async function diff(
  terminal: Terminal,
  before: string,
  after: string,
  options: DiffOptions,
): Promise<ExitCode> {
  const progress = startProgress(terminal);
  progress.step(`reading ${before}`);
  const left = await resolveInput(terminal, before);
  if (!left.ok) return refuse(terminal, left.diagnostics);
  progress.step(`reading ${after}`);
  const right = await resolveInput(terminal, after);
  if (!right.ok) return refuse(terminal, right.diagnostics);
  progress.step("comparing");
  const comparison = compareModels(left.value, right.value);
  progress.end();
  report(terminal, [...left.diagnostics, ...right.diagnostics]);
  terminal.out(printComparison(terminal, comparison, options));
  const severities = comparison.findings.flatMap((finding) => [finding.wire, finding.source]);
  const { failOn } = options;
  return failOn !== "never" && severities.some((severity) => isAtLeast(severity, failOn))
    ? EXIT.findings
    : EXIT.ok;
}

function printComparison(terminal: Terminal, comparison: Comparison, options: DiffOptions): string {
  if (options.format === "json") return printComparisonJson(comparison);
  return printComparisonText(comparison, { color: terminal.color, width: Math.min(terminal.width, 100) });
}
