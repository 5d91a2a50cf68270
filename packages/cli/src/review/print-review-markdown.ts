import { type Diagnostic, type FindPosition, type Location, printable } from "@shapelog/diagnostics";
import { code, escapeMarkdown, inlineMarkdown, listMarkdownItems } from "@shapelog/diff";
import { groupDiagnostics } from "../commands/report-grouped.js";
import { count } from "../count.js";
import { describePending, describeReview, describeState } from "./describe-review.js";
import { listFindings, listGroup, RANK } from "./finding-groups.js";
import { fitSections, type Group, type Item, type Section } from "./fit-sections.js";
import { countVerdicts, isAboutProse, type Review, type ReviewedService } from "./review.js";

export interface PrintReviewMarkdownOptions {
  /** The most bytes in UTF-8; what does not fit is counted. */
  readonly limit: number;
  readonly findPosition: FindPosition;
}

/** How many services the table has. */
const ROWS = 50;
/**
 * Returns a review as Markdown for a comment: the verdict in the first line, then each service with what changed and what
 * `check` finds, worst first. The last line is a mark that is not shown, by which the comment is found again.
 */
export function printReviewMarkdown(
  review: Review,
  { limit, findPosition }: PrintReviewMarkdownOptions,
): string {
  const { base, services, diagnostics } = review;
  const head = [
    describeReview(review, "**"),
    ...(base ? [`Compared with ${code(base.name)} at ${code(base.commit.slice(0, 12))}.`] : []),
    ...printTable(services),
  ].join("\n\n");
  const sections: Section[] = [
    ...listWhole(diagnostics, findPosition),
    ...services.filter(isTold).map((service) => listService(service, findPosition)),
  ];
  const mark = printMark(review.folder);
  const room = limit - Buffer.byteLength(`${head}${mark}`) - 300;
  const { text, left } = fitSections(sections, room);
  const command = `npx shapelog review${base ? ` --base ${base.commit.slice(0, 12)}` : ""}`;
  const more = left > 0 ? [`*And ${left} more: run ${code(command)}*`] : [];
  return `${[head, ...(text === "" ? [] : [text]), ...more, mark].join("\n\n")}\n`;
}

/** Returns the mark of the comment of a configuration: each in a repository has a comment of its own. */
export function printMark(folder: string): string {
  const place = encodeURIComponent(folder).replaceAll("--", "%2D%2D");
  return `<!-- shapelog:review${place === "" ? "" : ` ${place}`} -->`;
}

function isTold({ state, diagnostics, problems }: ReviewedService): boolean {
  return state !== "unchanged" || diagnostics.length > 0 || problems.length > 0;
}

function printTable(services: readonly ReviewedService[]): readonly string[] {
  const told = services.filter(isTold);
  if (told.length === 0) return [];
  const rows = told.slice(0, ROWS).map((service) => {
    const { name, release, changesets } = service;
    const asked = release?.bump ?? "";
    const pending = release && changesets ? (changesets.bump ?? "none names the package") : "";
    return `| ${escapeMarkdown(name)} | ${describeState(service)} | ${asked} | ${pending} |`;
  });
  const others = services.length - told.length;
  const after = [
    ...(told.length > ROWS ? [`${told.length - ROWS} more are not in this table.`] : []),
    ...(others > 0 ? [`Nothing changed in ${count(others, "other service")}.`] : []),
  ];
  const table = ["| Service | Verdict | Release | Changesets ask for |", "|:--|:--|:--|:--|", ...rows].join(
    "\n",
  );
  return [table, ...(after.length > 0 ? [after.join(" ")] : [])];
}

function listWhole(diagnostics: readonly Diagnostic[], findPosition: FindPosition): readonly Section[] {
  const groups = listDiagnostics(diagnostics, { findPosition, all: "npx shapelog check --verbose" });
  return groups.length > 0 ? [{ lead: [], groups }] : [];
}

function listService(service: ReviewedService, findPosition: FindPosition): Section {
  const { name, formerName, comparison, release, changesets, problems, diagnostics } = service;
  const former = formerName === undefined ? "" : ` (it was ${escapeMarkdown(formerName)})`;
  const pending = release && changesets ? ` ${describePending(changesets)}` : "";
  const isPlain = service.state !== "changed" && service.state !== "unchanged";
  const lead = [
    `### ${escapeMarkdown(name)}${former}`,
    ...(isPlain ? [`${describeState(service)}.`] : []),
    ...(release ? [`${release.sentence}${pending}`] : []),
  ];
  const all = `npx shapelog check --verbose --service ${name}`;
  return {
    lead,
    groups: [
      ...listGroup("Why it could not be compared", problems.map(toItem(findPosition))),
      ...(comparison ? listFindings(listMarkdownItems(comparison), countVerdicts(service)) : []),
      ...listDiagnostics(diagnostics, { findPosition, all }),
    ],
  };
}

/** What is claimed in prose stands apart from what `check` finds besides. */
function listDiagnostics(
  diagnostics: readonly Diagnostic[],
  { findPosition, all }: { readonly findPosition: FindPosition; readonly all: string },
): readonly Group[] {
  const items = (found: readonly Diagnostic[]) => groupDiagnostics(found, all).map(toItem(findPosition));
  return [
    ...listGroup("What the check finds", items(diagnostics.filter((each) => !isAboutProse(each)))),
    ...listGroup("What the prose says", items(diagnostics.filter(isAboutProse))),
  ];
}

function toItem(findPosition: FindPosition): (diagnostic: Diagnostic) => Item {
  return ({ severity, message, code: name, location, related = [], exit }) => {
    const place = location ? ` (${printPlace(location, findPosition)})` : "";
    const others = related.map(
      (each) => `\n  - ${inlineMarkdown(each.message)} (${printPlace(each.location, findPosition)})`,
    );
    const isError = severity === "error" || severity === "danger";
    return {
      text: `- **${severity}** ${inlineMarkdown(message)}${place} ${code(name)}${others.join("")}`,
      rank: exit === "usage" ? RANK.problem : isError ? RANK.error : RANK.finding,
    };
  };
}

function printPlace(location: Location, findPosition: FindPosition): string {
  const position = findPosition(location);
  const where = position ? `:${position.line}:${position.column}` : (location.pointer ?? "");
  return code(printable(`${location.file}${where}`));
}
