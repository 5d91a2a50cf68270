import { type Comparison, printComparisonJunit, printComparisonText } from "@shapelog/diff";
import type { Terminal } from "../terminal.js";
import type { PrintedDiff, ViewOptions } from "./printed-diff.js";

const WIDEST = 100;

/** Returns a comparison in the view that was asked for. Those that are not for the terminal are loaded when they are. */
export async function printDiff(
  terminal: Terminal,
  comparison: Comparison,
  options: ViewOptions,
): Promise<PrintedDiff> {
  const { view } = options;
  if (view === "junit")
    return { text: await printJunitView(terminal, [comparison], options), diagnostics: [] };
  if (view !== "text") {
    const { printView } = await import("./print-view.js");
    return printView(terminal, comparison, { ...options, view });
  }
  const text = printComparisonText(comparison, {
    color: options.color === "auto" ? terminal.color : options.color === "always",
    width: Math.min(terminal.width, WIDEST),
    all: options.all,
    ...(options.ids ? { ids: "all" } : {}),
  });
  return { text, diagnostics: [] };
}

/** Returns comparisons as one report of tests. */
export async function printJunitView(
  terminal: Terminal,
  comparisons: readonly Comparison[],
  { failOn }: Pick<ViewOptions, "failOn">,
): Promise<string> {
  const { createIndexedSources } = await import("./context.js");
  return printComparisonJunit(comparisons, { failOn, sources: createIndexedSources(terminal) });
}
