import { printable } from "@shapelog/diagnostics";
import type { Comparison } from "@shapelog/diff";
import type { Terminal } from "../terminal.js";
import { printDiff, printJunitView } from "./print-diff.js";
import type { PrintedDiff, ViewOptions } from "./printed-diff.js";

export interface SeveralOptions extends ViewOptions {
  /** Whether one comparison was asked for, so that it is printed as it is. */
  readonly isOne: boolean;
}

/**
 * Returns comparisons in one view: an array of them in JSON, one SARIF log with a run for each, one JUnit report with a suite for each, else one behind the
 * other. On the terminal those without a change are a line.
 */
export async function printComparisons(
  terminal: Terminal,
  comparisons: readonly Comparison[],
  { isOne, ...options }: SeveralOptions,
): Promise<PrintedDiff> {
  if (options.view === "junit")
    return { text: await printJunitView(terminal, comparisons, options), diagnostics: [] };
  const prints: PrintedDiff[] = [];
  for (const comparison of comparisons) {
    const isShort = !isOne && options.view === "text" && comparison.changes.length === 0;
    const { before } = comparison;
    prints.push(
      isShort
        ? {
            text: `${printable(before.label)}: nothing changed since ${printable(before.date ?? "")}\n`,
            diagnostics: [],
          }
        : await printDiff(terminal, comparison, options),
    );
  }
  const texts = prints.map(({ text }) => text);
  const diagnostics = prints.flatMap((each) => [...each.diagnostics]);
  return { text: isOne ? texts.join("") : joinTexts(texts, options), diagnostics };
}

function joinTexts(texts: readonly string[], { view, format }: ViewOptions): string {
  if (view === "sarif") return joinSarif(texts);
  if (view === "json" || format === "json")
    return `[\n${texts.map((text) => text.trimEnd()).join(",\n")}\n]\n`;
  return texts.join(view === "github" || view === "smithy" ? "" : "\n");
}

function joinSarif(texts: readonly string[]): string {
  const logs: readonly { readonly runs: readonly unknown[] }[] = texts.map((text) => JSON.parse(text));
  const [first] = logs;
  return `${JSON.stringify({ ...first, runs: logs.flatMap(({ runs }) => runs) }, null, 2)}\n`;
}
