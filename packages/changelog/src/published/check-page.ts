import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { code, codeList, count, type Finding, judge, sortWorstFirst, VERDICT_WORDS } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import { displayPath, shapeName } from "@shapelog/model";
import { changelogDiagnostics } from "../diagnostics.js";
import { type Claims, findClaims, sideKey, type WrongClaim } from "./find-claims.js";
import { describePositions, findUnlisted, splitFinding, type Unlisted } from "./find-omissions.js";
import type { PageSection, PlacedText, PublishedPage } from "./page.js";
import { type IsNamed, tellProse } from "./tell-prose.js";

/** What a section of a page is held against. */
export interface CheckPageOptions {
  readonly page: Pick<PublishedPage, "file" | "kind">;
  readonly section: PageSection;
  /** The service's name in the record. */
  readonly service: string;
  readonly step: Step;
  /** The sentences about this service. Default: all of the section. */
  readonly prose?: PlacedText;
  readonly isNamed: IsNamed;
}

/** What {@link checkPage} returns: what is omitted and wrong as diagnostics, and how much was looked at. */
export interface CheckedPage extends WithDiagnostics {
  /** Additions and other facts that the page tells, in its structured part or in sentences. */
  readonly told: number;
  /** Facts that it tells nowhere, or without the place. */
  readonly omitted: number;
  /** Facts that only its sentences tell, though it lists changes. */
  readonly proseAlone: number;
  readonly wrong: number;
  /** Notices and safe changes that such a page does not claim to list. */
  readonly notAsked: number;
}

/**
 * Holds what a page says of one revision against the revision: what it omits of that which breaks or asks to be checked
 * (of a page that lists additions, of these, too), and what it says came and did not.
 */
export function checkPage(options: CheckPageOptions): CheckedPage {
  const { page, section, step } = options;
  const { before, after, revision } = step;
  const claims = findClaims(section, { before, after });
  const isListing = page.kind === "changes" && section.operations.length > 0;
  const diagnostics: Diagnostic[] = claims.wrong.map((wrong) => describeWrong(options, wrong));
  const counted = { told: 0, omitted: 0, proseAlone: 0, notAsked: 0 };
  for (const finding of sortWorstFirst(judge(revision.changes, { before, after }))) {
    for (const part of splitFinding(finding)) {
      const isAsked = isSerious(finding) || (isListing && part.kind === "came" && finding.verdict === "safe");
      if (!isAsked) {
        counted.notAsked++;
        continue;
      }
      const unlisted = findUnlisted(part, section, claims);
      const judged = unlisted && judgeUnlisted(options, unlisted, { claims, isListing });
      counted[judged?.kind ?? "told"]++;
      if (judged?.diagnostic) diagnostics.push(judged.diagnostic);
    }
  }
  const incomplete = findIncomplete(options);
  return { ...counted, wrong: claims.wrong.length, diagnostics: [...incomplete, ...diagnostics] };
}

function isSerious({ verdict }: Finding): boolean {
  return verdict === "breaking" || verdict === "check";
}

interface Listing {
  readonly claims: Claims;
  readonly isListing: boolean;
}

function judgeUnlisted(
  options: CheckPageOptions,
  unlisted: Unlisted,
  { claims, isListing }: Listing,
): { readonly kind: "told" | "omitted" | "proseAlone"; readonly diagnostic?: Diagnostic } {
  const { page, section, service, step, isNamed } = options;
  const { part, positions, isPartly } = unlisted;
  const prose = options.prose ?? section.prose;
  const told = tellProse(part, prose, isNamed);
  if (told?.isPlaced && !isListing) return { kind: "told" };
  const { finding, values } = part;
  const data = {
    ...{ service, revision: step.revision.id, rule: finding.rule, verdict: VERDICT_WORDS[finding.verdict] },
    ...{ shape: finding.shape, member: finding.member ?? null, direction: finding.direction ?? null },
    ...{ part: part.kind, values, sentence: describePart(unlisted) },
    ...{ places: describePositions(positions), elsewhere: isPartly },
  };
  const offset = findOffset(claims, unlisted) ?? beginningOf(section, prose);
  const location = { file: page.file, offset };
  if (told?.isPlaced) {
    const related = [{ message: "It stands here.", location: { file: page.file, offset: told.offset } }];
    return {
      kind: "proseAlone",
      diagnostic: changelogDiagnostics.create("page-prose-alone", location, data, related),
    };
  }
  const related = told
    ? [
        {
          message: "The sentence here does not say where.",
          location: { file: page.file, offset: told.offset },
        },
      ]
    : [];
  return {
    kind: "omitted",
    diagnostic: changelogDiagnostics.create(
      "page-omits",
      location,
      { ...data, prose: told !== undefined },
      related,
    ),
  };
}

/** Returns in one sentence what is not told. */
function describePart({ part, positions }: Unlisted): string {
  const { finding, kind, values } = part;
  const places = positions.length > 0 ? positions : finding.positions;
  const [first] = places;
  if (values.length === 0 || !first) return finding.message;
  const more = describePositions(places).length - 1;
  const place = `${code(displayPath(first))} in the ${first.direction} of ${code(shapeName(first.operation))}`;
  return `${codeList(values)} ${kind === "came" ? "came to" : "left"} ${place}${more > 0 ? `, and ${count(more, "more place")}` : ""}.`;
}

/** An entry of a changelog begins below the heading of its section. */
function beginningOf({ offset, operations }: PageSection, prose: PlacedText): number {
  return operations.length === 0 && prose.text !== "" ? prose.offsetOf(0) : offset;
}

/** Returns where on the page the fact would have to stand: at its member, else its operation. */
function findOffset({ listed, operations }: Claims, { part, positions }: Unlisted): number | undefined {
  const { finding } = part;
  const places = positions.length > 0 ? positions : finding.positions;
  for (const { operation, direction, path } of places) {
    const side = listed.get(sideKey(shapeName(operation), direction));
    const [value] = side?.values.get(path)?.values() ?? [];
    const found = side?.members.get(path) ?? value;
    if (found) return found.offset;
  }
  const named = finding.operations.map((id) => operations.get(shapeName(id))?.[0]).find(Boolean);
  return named?.offset;
}

function describeWrong({ page, service, step }: CheckPageOptions, wrong: WrongClaim): Diagnostic {
  const { operation, direction, path, reason } = wrong;
  const data = {
    ...{ service, revision: step.revision.id, operation, direction: direction ?? null, path: path ?? null },
    reason,
  };
  return changelogDiagnostics.create("page-wrong", { file: page.file, offset: wrong.offset }, data);
}

/** A page that says how many operations it lists, and lists fewer, was not saved whole. */
function findIncomplete({ page, section }: CheckPageOptions): Diagnostic[] {
  const { counts, operations } = section;
  if (!counts) return [];
  const said = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (said <= operations.length) return [];
  const data = { said, found: operations.length };
  return [changelogDiagnostics.create("page-incomplete", { file: page.file, offset: section.offset }, data)];
}
