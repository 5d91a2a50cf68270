import type { Change } from "@shapelog/changes";
import type { Finding } from "@shapelog/diff";
import { displayPath, type Position, shapeName } from "@shapelog/model";
import { type Claims, sideKey } from "./find-claims.js";
import type { PageSection } from "./page.js";

/**
 * What a finding asks a page to say. Pages list what came, so a finding about values that were replaced has two parts: the
 * values that came, which such a page can list, and those that left, which it cannot.
 */
export interface FindingPart {
  readonly finding: Finding;
  /** `came` for operations, members and values that a page of changes lists; `else` for all other facts. */
  readonly kind: "came" | "else";
  /** The values of an enum that this part is about; none where it is about something else. */
  readonly values: readonly (string | number)[];
}

/** A part of a finding that the structured part of a page does not say, or not everywhere. */
export interface Unlisted {
  readonly part: FindingPart;
  /** Where it is met and not told. Empty where it has no place in an operation's data. */
  readonly positions: readonly Position[];
  /** Whether it is told at other places. */
  readonly isPartly: boolean;
}

/** Returns what a finding asks a page to say. */
export function splitFinding(finding: Finding): readonly FindingPart[] {
  const { changes, rule } = finding;
  const valuesOf = (kind: "enum.value.added" | "enum.value.removed") =>
    changes.flatMap((change) => (change.kind === kind ? [change.value] : []));
  const added = valuesOf("enum.value.added");
  const removed = valuesOf("enum.value.removed");
  if (ADDING.has(rule)) return [{ finding, kind: "came", values: added }];
  const isOfValues = added.length + removed.length > 0 && changes.every(isOfValue);
  if (!isOfValues || added.length === 0 || removed.length === 0)
    return [{ finding, kind: "else", values: removed }];
  return [
    { finding, kind: "else", values: removed },
    { finding, kind: "came", values: added },
  ];
}

/** The rules whose findings say that something came, and nothing else. */
const ADDING: ReadonlySet<string> = new Set([
  "operation.added",
  "request.enum.value-added",
  "request.member.added",
  "request.union.alternative-added",
  "response.enum.value-added",
  "response.member.added",
  "response.union.alternative-added",
]);

function isOfValue({ kind }: Change): boolean {
  return kind === "enum.value.added" || kind === "enum.value.removed" || kind === "members.reordered";
}

/** Returns what a section's structured part does not say of a part of a finding; nothing where it says all. */
export function findUnlisted(part: FindingPart, section: PageSection, claims: Claims): Unlisted | undefined {
  const { finding } = part;
  if (part.kind === "else") {
    if (isToldByWord(finding, claims)) return undefined;
    const positions = finding.positions.filter((position) => !isMarked(part, position, { section, claims }));
    const isPartly = positions.length < finding.positions.length;
    return isPartly && positions.length === 0 ? undefined : { part, positions, isPartly };
  }
  if (finding.rule === "operation.added") {
    const isListed = hasWord(claims, shapeName(finding.shape), "new");
    return isListed ? undefined : { part, positions: [], isPartly: false };
  }
  // What came in a whole new operation came with it, and errors are not listed by any such page.
  const places = finding.positions.filter(
    ({ operation }) => !claims.isNew(shapeName(operation)) && !hasWord(claims, shapeName(operation), "new"),
  );
  const listable = places.filter(({ error }) => error === undefined);
  const asked = listable.length > 0 ? listable : places;
  const positions = asked.filter((position) => !isListed(part, position, claims));
  return positions.length === 0 ? undefined : { part, positions, isPartly: positions.length < asked.length };
}

/** A page can say of an operation that it was removed, or is deprecated. */
function isToldByWord({ rule, shape }: Finding, claims: Claims): boolean {
  if (rule === "operation.removed") return hasWord(claims, shapeName(shape), "removed");
  return rule === "deprecation.added" && hasWord(claims, shapeName(shape), "deprecated");
}

function hasWord({ operations }: Claims, name: string, word: string): boolean {
  return operations.get(name)?.some((operation) => operation.word === word) ?? false;
}

function isListed({ values }: FindingPart, position: Position, claims: Claims): boolean {
  const { operation, direction, error, path } = position;
  const listed = claims.listed.get(sideKey(shapeName(operation), direction));
  if (!listed || error !== undefined) return false;
  if (listed.members.has(path)) return true;
  const told = listed.values.get(path);
  return told !== undefined && values.length > 0 && values.every((value) => told.has(String(value)));
}

/** A new member that callers have to send is told where it is listed, and the documentation below marks it. */
function isMarked(
  part: FindingPart,
  position: Position,
  { section, claims }: { readonly section: PageSection; readonly claims: Claims },
): boolean {
  const { rule, member } = part.finding;
  if (rule !== "request.member.required-added" || member === undefined) return false;
  if (!isListed(part, position, claims)) return false;
  const name = shapeName(position.operation);
  return section.operations.some(
    (operation) => operation.name === name && isRequiredIn(operation.documentation, position.path, member),
  );
}

/** What marks a member that callers have to send, in the documentation of AWS's Python SDK. */
const REQUIRED = "\\s{1,8}\\[REQUIRED\\]";

function isRequiredIn(documentation: string, path: string, member: string): boolean {
  const [top = ""] = /^[^.[{]*/.exec(path) ?? [];
  const start = documentation.search(new RegExp(`^[^\\S\\n]*param ${escapePattern(top)}:`, "mi"));
  if (start === -1) return false;
  const rest = documentation.slice(start + 1);
  const next = rest.search(/^[^\S\n]*(?:type \S{1,200}:|rtype:)/m);
  const block = next === -1 ? rest : rest.slice(0, next);
  if (path === member) return new RegExp(`^[^\n]*:${REQUIRED}`).test(block);
  const heads = [
    ...block.matchAll(new RegExp(`[-•*] ${escapePattern(member)} \\([^)\\n]{1,80}\\) -{1,2}`, "g")),
  ];
  const mark = new RegExp(`^${REQUIRED}`);
  return heads.length > 0 && heads.every(({ index, 0: head }) => mark.test(block.slice(index + head.length)));
}

function escapePattern(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}

/** Returns the places of positions, each with its operation: `GetFeed response Items[].Kind`. */
export function describePositions(positions: readonly Position[]): readonly string[] {
  const places = positions.map((position) =>
    [shapeName(position.operation), position.direction, displayPath(position)].join(" ").trimEnd(),
  );
  return [...new Set(places)];
}
