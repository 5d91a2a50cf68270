import type { WithDiagnostics } from "@shapelog/diagnostics";
import {
  type Comparison,
  printComparisonGithub,
  printComparisonHtml,
  printComparisonJson,
  printComparisonMarkdown,
  printComparisonSarif,
  printComparisonText,
} from "@shapelog/diff";
import { createAwsDelta, printAwsJson, printAwsPage } from "@shapelog/diff/aws";
import { printComparisonSmithy, printComparisonSmithyJson } from "@shapelog/diff/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import type { DiffView } from "../diff-views.js";
import type { Terminal } from "../terminal.js";
import { createIndexedSources } from "./context.js";
import type { DiffOptions } from "./diff-options.js";

const WIDEST = 100;

/** A comparison as printed, and what the reader of the print has to know. */
export interface PrintedDiff extends WithDiagnostics {
  readonly text: string;
}

/** The options of a diff, with the view that they come to. */
export interface ViewOptions<View extends DiffView = DiffView> extends DiffOptions {
  readonly view: View;
}

/** Returns a comparison in the view that was asked for. */
export function printDiff(terminal: Terminal, comparison: Comparison, options: ViewOptions): PrintedDiff {
  const { view } = options;
  if (view === "aws") return printAws(comparison, options);
  return { text: printView(terminal, comparison, { ...options, view }), diagnostics: [] };
}

function printView(
  terminal: Terminal,
  comparison: Comparison,
  options: ViewOptions<Exclude<DiffView, "aws">>,
): string {
  switch (options.view) {
    case "text":
      return printComparisonText(comparison, {
        color: options.color === "auto" ? terminal.color : options.color === "always",
        width: Math.min(terminal.width, WIDEST),
        all: options.all,
      });
    case "json":
      return printComparisonJson(comparison);
    case "markdown":
      return printComparisonMarkdown(comparison);
    case "html":
      return printComparisonHtml(comparison);
    case "sarif":
      return printComparisonSarif(comparison, { sources: createIndexedSources(terminal) });
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
