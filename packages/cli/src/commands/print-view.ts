import {
  type Comparison,
  printComparisonGithub,
  printComparisonHtml,
  printComparisonJson,
  printComparisonMarkdown,
  printComparisonSarif,
} from "@shapelog/diff";
import { createAwsDelta, printAwsJson, printAwsPage } from "@shapelog/diff/aws";
import { printComparisonSmithy, printComparisonSmithyJson } from "@shapelog/diff/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import type { DiffView } from "../diff-views.js";
import { createPageFinder } from "../pages/find-page.js";
import { loadPages } from "../pages/load-pages.js";
import type { Terminal } from "../terminal.js";
import { createIndexedSources } from "./context.js";
import type { DiffOptions } from "./diff-options.js";
import type { PrintedDiff, ViewOptions } from "./printed-diff.js";

/** Returns a comparison in a view that is not for the terminal. */
export async function printView(
  terminal: Terminal,
  comparison: Comparison,
  options: ViewOptions<Exclude<DiffView, "text" | "junit">>,
): Promise<PrintedDiff> {
  const { view } = options;
  if (view === "aws") return printAws(comparison, options);
  return { text: await printWhole(terminal, comparison, { ...options, view }), diagnostics: [] };
}

async function printWhole(
  terminal: Terminal,
  comparison: Comparison,
  options: ViewOptions<Exclude<DiffView, "text" | "aws" | "junit">>,
): Promise<string> {
  switch (options.view) {
    case "json":
      return printComparisonJson(comparison);
    case "markdown":
      return printComparisonMarkdown(comparison);
    case "html":
      return printComparisonHtml(comparison);
    case "sarif":
      return printComparisonSarif(comparison, {
        sources: createIndexedSources(terminal),
        findPage: createPageFinder(await loadPages()),
      });
    case "github":
      return printComparisonGithub(comparison, createIndexedSources(terminal));
    case "smithy":
      return options.format === "json"
        ? printComparisonSmithyJson(comparison)
        : printComparisonSmithy(comparison);
  }
}

/** The page ends without a line feed, as the page of awsapichanges does. */
function printAws({ before, after }: Comparison, { format, title, date, note }: DiffOptions): PrintedDiff {
  const delta = createAwsDelta(before.model, after.model);
  const diagnostics = delta.complete
    ? []
    : [cliDiagnostics.create("aws-view-cut", undefined, { mark: "..." })];
  if (format === "json") return { text: printAwsJson(delta), diagnostics };
  const day = date ?? after.date;
  const text = printAwsPage(delta, after.model, {
    ...(title === undefined ? {} : { title }),
    ...(day === undefined ? {} : { date: day }),
    ...(note === undefined ? {} : { note }),
  });
  return { text, diagnostics };
}
