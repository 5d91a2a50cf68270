import { isAbsolute, posix } from "node:path";
import {
  createPositionFinder,
  type Location,
  printable,
  printGithub,
  printJson,
  printText,
  type SourceTexts,
  stringifyJson,
} from "@shapelog/diagnostics";
import {
  type Comparison,
  printComparisonGithub,
  printComparisonJson,
  printComparisonText,
} from "@shapelog/diff";
import type { Locate } from "@shapelog/model";
import { createIndexedSources, report } from "../commands/context.js";
import { groupDiagnostics } from "../commands/report-grouped.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { describeReview, describeState } from "./describe-review.js";
import { printReviewMarkdown } from "./print-review-markdown.js";
import {
  addCounts,
  allDiagnostics,
  countVerdicts,
  findLargestBump,
  findVerdict,
  outcomeOf,
  type Review,
  type ReviewedService,
} from "./review.js";
import type { ReviewFormat } from "./review-formats.js";

/** The name and version of the JSON format. */
export const REVIEW_FORMAT = "shapelog-review/1";

export interface PrintReviewOptions {
  readonly format: ReviewFormat;
  /** The most bytes of Markdown. */
  readonly limit: number;
  readonly exit: ExitCode;
}

/** A summary of a job holds a mebibyte, and other steps write to it as well. */
const WHOLE = 900_000;
const WIDEST = 100;
/** GitHub shows ten of each kind for a step, and fifty for a job. */
const ANNOTATIONS = 50;

/**
 * Returns a review in a format. For people, what kept it from being made goes to the error stream alone; elsewhere the
 * report has it, too.
 */
export async function printReview(
  terminal: Terminal,
  review: Review,
  { format, limit, exit }: PrintReviewOptions,
): Promise<string> {
  const sources = createIndexedSources(terminal);
  if (!review.base) report(terminal, review.diagnostics);
  switch (format) {
    case "text":
      return review.base ? printReviewText(terminal, review, sources) : "";
    case "markdown":
      return printReviewMarkdown(review, { limit, findPosition: createPositionFinder(sources) });
    case "github":
      return printAnnotations(review, sources).join("");
    case "json":
      return printReviewJson(review, { sources, limit, exit });
  }
}

function printReviewText(terminal: Terminal, review: Review, sources: SourceTexts): string {
  const { color, width } = terminal;
  const { base, services, diagnostics } = review;
  const sections = services.flatMap((service) => {
    const { name, state, comparison, problems } = service;
    const found = groupDiagnostics(service.diagnostics, `npx shapelog check --verbose --service ${name}`);
    const told = [...problems, ...found];
    if (state === "unchanged" && told.length === 0) return [];
    const title = `${printable(name)}: ${describeState(service)}${printRelease(service)}\n`;
    const changes =
      state === "changed" && comparison
        ? [printComparisonText(shorten(comparison), { color, width: Math.min(width, WIDEST), all: false })]
        : [];
    const problemsText = told.length > 0 ? [printText(told, { sources, color })] : [];
    return [[title, ...changes, ...problemsText].join("\n")];
  });
  const whole = diagnostics.length > 0 ? [printText(diagnostics, { sources, color })] : [];
  const since = base ? `Compared with ${printable(base.name)} at ${base.commit.slice(0, 12)}.\n` : "";
  return [`${describeReview(review)}\n${since}`, ...sections, ...whole].join("\n");
}

/** The base is told of above all services. */
function shorten(comparison: Comparison): Comparison {
  const { before } = comparison;
  return {
    ...comparison,
    before: { ...before, label: before.label.replace(/^git:(.{12})[^:]*:.*$/s, "$1") },
  };
}

function printRelease({ release, changesets }: ReviewedService): string {
  if (!release) return "";
  const pending = changesets
    ? changesets.bump === undefined
      ? `; no changeset names ${printable(changesets.packageName)}`
      : `; the changesets ask for ${changesets.bump}`
    : "";
  return `. Release: ${release.bump}${pending}`;
}

/** GitHub takes paths from the repository's top, wherever the command runs. */
function printAnnotations(review: Review, sources: SourceTexts): readonly string[] {
  const { shownFrom, services } = review;
  const placed = fromTopSources(shownFrom, sources);
  const place = <At extends Location>(location: At): At => ({
    ...location,
    file: fromTopFile(shownFrom, location.file),
  });
  const diagnostics = allDiagnostics(review).map((each) => {
    return each.location ? { ...each, location: place(each.location) } : each;
  });
  const comparisons = services.flatMap(({ comparison }) => comparison ?? []);
  const lines = [
    printGithub(diagnostics, placed),
    ...comparisons.map((each) => {
      const { locate } = each.after;
      const found: Locate = (id) => {
        const location = locate?.(id);
        return location && place(location);
      };
      return printComparisonGithub({ ...each, after: { ...each.after, locate: found } }, placed);
    }),
  ].flatMap((text) => text.split(/(?<=\n)/).filter((each) => each !== ""));
  const rank = (text: string) =>
    ["::error", "::warning", "::notice"].findIndex((start) => text.startsWith(start));
  return lines.sort((a, b) => rank(a) - rank(b)).slice(0, ANNOTATIONS);
}

/** What is no file of the working tree is called as it was. */
function fromTopFile(folder: string, file: string): string {
  return folder === "" || isAbsolute(file) || file.startsWith("git:") ? file : posix.join(folder, file);
}

function fromTopSources(folder: string, sources: SourceTexts): SourceTexts {
  if (folder === "") return sources;
  return { ...sources, text: (file) => sources.text(posix.relative(folder, file)) ?? sources.text(file) };
}

interface JsonOptions {
  readonly sources: SourceTexts;
  readonly limit: number;
  readonly exit: ExitCode;
}

function printReviewJson(review: Review, { sources, limit, exit }: JsonOptions): string {
  const { base, services, diagnostics } = review;
  const findPosition = createPositionFinder(sources);
  const markdown = (most: number) => printReviewMarkdown(review, { limit: most, findPosition });
  const head = stringifyJson({
    format: REVIEW_FORMAT,
    outcome: outcomeOf(exit),
    verdict: findVerdict(services) ?? null,
    counts: addCounts(services.map(countVerdicts)),
    bump: findLargestBump(services) ?? null,
    base: base ?? null,
    diagnostics: JSON.parse(printJson(diagnostics, sources)),
    annotations: printAnnotations(review, sources).map((text) => text.trimEnd()),
    markdown: { comment: markdown(limit), whole: markdown(WHOLE) },
  });
  const each = services.map((service) => printServiceJson(service, sources));
  return `${head.slice(0, -1)},"services":[${each.join(",")}]}\n`;
}

/** A comparison is put in as the JSON view prints it, with the digits that numbers have there. */
function printServiceJson(service: ReviewedService, sources: SourceTexts): string {
  const { name, formerName, state, comparison, release, changesets, problems, diagnostics } = service;
  const head = stringifyJson({
    name,
    ...(formerName === undefined ? {} : { formerName }),
    state,
    verdict: findVerdict([service]) ?? null,
    counts: countVerdicts(service),
    release: release ?? null,
    changesets: changesets ? { package: changesets.packageName, bump: changesets.bump ?? null } : null,
    diagnostics: JSON.parse(printJson([...problems, ...diagnostics], sources)),
  });
  const diff = comparison ? printComparisonJson(comparison).trimEnd() : "null";
  return `${head.slice(0, -1)},"diff":${diff}}`;
}
