import type { SourceTexts } from "@shapelog/diagnostics";
import {
  type Comparison,
  createAwsDelta,
  printAwsJson,
  printAwsPage,
  printComparisonGithub,
  printComparisonHtml,
  printComparisonJson,
  printComparisonMarkdown,
  printComparisonSarif,
  printComparisonSmithy,
  printComparisonSmithyJson,
  printComparisonText,
} from "@shapelog/diff";
import { indexPointers } from "@shapelog/json";
import type { DiffView } from "../diff-views.js";
import type { Terminal } from "../terminal.js";
import { createSources } from "./context.js";
import type { DiffOptions } from "./diff.js";

const WIDEST = 100;

/** Returns a comparison in the view that was asked for. */
export function printDiff(
  terminal: Terminal,
  comparison: Comparison,
  view: DiffView,
  options: DiffOptions,
): string {
  const isJson = options.format === "json";
  switch (view) {
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
      return printComparisonSarif(comparison, { sources: createIndexedSources(terminal.cwd) });
    case "github":
      return printComparisonGithub(comparison, createIndexedSources(terminal.cwd));
    case "smithy":
      return isJson ? printComparisonSmithyJson(comparison) : printComparisonSmithy(comparison);
    case "aws":
      return printAws(comparison, options);
  }
}

/** Sources for thousands of places in one file: each text is walked once. */
function createIndexedSources(cwd: string): SourceTexts {
  const sources = createSources(cwd);
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  return {
    text: (file) => sources.text(file),
    offsetOf(text, pointer) {
      const index = indexes.get(text) ?? indexPointers(text);
      indexes.set(text, index);
      return index.get(pointer);
    },
  };
}

function printAws({ before, after }: Comparison, { format, title, date, note }: DiffOptions): string {
  const delta = createAwsDelta(before.model, after.model);
  if (format === "json") return printAwsJson(delta);
  const day = date ?? after.date;
  return printAwsPage(delta, after.model, {
    ...(title === undefined ? {} : { title }),
    ...(day === undefined ? {} : { date: day }),
    ...(note === undefined ? {} : { note }),
  });
}
