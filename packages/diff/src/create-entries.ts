import type { Change } from "@shapelog/changes";
import {
  type Direction,
  displayPath,
  enumValue,
  findMember,
  findShape,
  type PlaceCount,
  type Position,
  type ShapeId,
} from "@shapelog/model";
import type { Comparison } from "./comparison.js";
import { createFindUnaffected, type LostValues, type Unaffected } from "./find-unaffected.js";
import { sortWorstFirst, type Verdict, worstVerdict } from "./finding.js";
import type { OwnOperations, PolicyFinding } from "./policy/policy.js";
import { isEnum } from "./rule/place.js";
import { visible } from "./words.js";

/** Findings about the same shape or member in the same direction: one entry of a view. */
export interface Entry {
  readonly shape: ShapeId;
  readonly member: string | undefined;
  /** The value that the member stands for, where the shape is an enum. */
  readonly value?: string | number;
  readonly direction: Direction | undefined;
  readonly verdict: Verdict;
  readonly findings: readonly PolicyFinding[];
  /** Whether it touches the reader's own operations. */
  readonly own: boolean;
  /** All it reaches, the reader's own first. */
  readonly operations: readonly ShapeId[];
  /** The last of `operations`: those that are not the reader's own. */
  readonly otherOperations: readonly ShapeId[];
  /**
   * The distinct paths of all positions, as shown; those of the reader's own operations first. Up to twelve are in the
   * order of the model; more are shortest first.
   */
  readonly paths: readonly string[];
  /** The last of `paths`: those that only other operations have. */
  readonly otherPaths: readonly string[];
  /** How many distinct paths there are: as many as `paths` has, unless there are too many to list. */
  readonly places: PlaceCount;
  /** Enum values that went and came, in the order of the model. */
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  /** Other places of the same operations and direction whose enum keeps a value that went. */
  readonly unaffected: readonly Unaffected[];
}

/**
 * Returns the findings of a comparison as entries, worst first, and the findings of each worst first; otherwise in the
 * order of the changes.
 */
export function createEntries(comparison: Comparison): Entry[] {
  const groups = new Map<string, PolicyFinding[]>();
  for (const finding of sortWorstFirst(comparison.findings)) {
    const target = finding.rule.startsWith("operation.error.") ? finding.message : "";
    const shapes = (finding.shapes ?? [finding.shape]).join(" "); // what is told of others, too, has places of its own
    const key = `${shapes} ${finding.member ?? ""} ${finding.direction ?? ""} ${target}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const findUnaffected = createFindUnaffected(comparison.after.model);
  return [...groups.values()].map((findings) => createEntry(findings, comparison, findUnaffected));
}

function createEntry(
  findings: readonly PolicyFinding[],
  comparison: Comparison,
  findUnaffected: (lost: LostValues) => Unaffected[],
): Entry {
  const [first] = findings as readonly [PolicyFinding, ...PolicyFinding[]]; // groups are made with their first finding
  const changes = findings.flatMap((finding) => finding.changes);
  const values = (kind: Change["kind"]) =>
    changes
      .flatMap((change) => (change.kind === kind && "value" in change ? [change] : []))
      .sort(byIndex)
      .map((change) => change.value);
  const removed = values("enum.value.removed");
  const positions = findings.flatMap((finding) => finding.positions);
  const { operations, otherOperations } = sortOperations(
    findings.flatMap((finding) => finding.operations),
    comparison.own,
  );
  const paths = sortPaths(positions, new Set(otherOperations));
  return {
    shape: first.shape,
    member: first.member,
    ...enumValueOf(first, comparison),
    direction: first.direction,
    verdict: worstVerdict(findings.map((finding) => finding.verdict)),
    findings,
    own: comparison.own === undefined || operations.length > otherOperations.length,
    operations,
    otherOperations,
    ...paths,
    places: countPlaces(findings, paths.paths.length),
    removed,
    added: values("enum.value.added"),
    unaffected: findUnaffected({ shape: first.shape, removed, positions }),
  };
}

function enumValueOf({ shape, member }: PolicyFinding, { before, after }: Comparison): Pick<Entry, "value"> {
  if (member === undefined) return {};
  for (const { model } of [after, before]) {
    const container = findShape(model, shape);
    const found = container && isEnum(container) ? findMember(container, member) : undefined;
    if (found) return { value: enumValue(found) };
  }
  return {};
}

/** Returns the distinct operations with the reader's own first, and those that are not his. */
export function sortOperations(
  operations: readonly ShapeId[],
  own: OwnOperations | undefined,
): Pick<Entry, "operations" | "otherOperations"> {
  const distinct = [...new Set(operations)];
  if (own === undefined) return { operations: distinct, otherOperations: [] };
  const otherOperations = distinct.filter((id) => !own.has(id));
  return { operations: [...distinct.filter((id) => own.has(id)), ...otherOperations], otherOperations };
}

/**
 * Returns a place with the value of the enum there that an entry is about.
 *
 * @internal
 */
export function withValue(place: string, { value }: Pick<Entry, "value">): string {
  return value === undefined ? place : `${place} (${visible(value)})`;
}

/**
 * Returns whether all that a finding says happened are values that went and came, which its entry lists.
 *
 * @internal
 */
export function isToldByValues({ changes }: Pick<PolicyFinding, "changes">): boolean {
  return changes.length > 0 && changes.every(({ kind }) => VALUES.has(kind));
}

/**
 * Returns the findings of an entry without those that say what another says: the outputs of two operations can have lost
 * the same member.
 *
 * @internal
 */
export function saidOnce({ findings }: Pick<Entry, "findings">): readonly PolicyFinding[] {
  const said = new Map<string, PolicyFinding>();
  for (const finding of findings) {
    const { rule, message, affected = "", action = "" } = finding;
    const words = JSON.stringify([rule, message, affected, action]);
    if (!said.has(words)) said.set(words, finding);
  }
  return [...said.values()];
}

const VALUES: ReadonlySet<string> = new Set(["enum.value.added", "enum.value.removed"]);

/** Returns the path of an entry that is met at one path alone. */
export function onlyPath({ paths, places }: Pick<Entry, "paths" | "places">): string | undefined {
  return places.count === 1 && places.exact ? paths[0] : undefined;
}

function sortPaths(
  positions: readonly Position[],
  otherOperations: ReadonlySet<ShapeId>,
): Pick<Entry, "paths" | "otherPaths"> {
  const pathsOf = (list: readonly Position[]) => new Set(list.map(displayPath).filter((path) => path !== ""));
  const all = pathsOf(positions);
  const own = pathsOf(positions.filter(({ operation }) => !otherOperations.has(operation)));
  const others = [...all].filter((path) => !own.has(path));
  if (all.size <= FEW_PATHS) return { paths: [...own, ...others], otherPaths: others };
  const otherPaths = shortestFirst(others);
  return { paths: [...shortestFirst([...own]), ...otherPaths], otherPaths };
}

/** So many paths are read in full, and in the order in which the model has them. */
const FEW_PATHS = 12;

function shortestFirst(paths: readonly string[]): string[] {
  const lengths = new Map(paths.map((path) => [path, path.match(/[.[{]/g)?.length ?? 0]));
  return [...paths].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}

/** The findings of an entry are met at the same places, where they have not places of their own. */
function countPlaces(findings: readonly PolicyFinding[], listed: number): PlaceCount {
  const counts = findings.flatMap(({ places, positions }) => {
    if (places === undefined) return [];
    const isItself = positions.some((position) => displayPath(position) === "");
    return [{ count: places.count - (isItself ? 1 : 0), exact: places.exact }];
  });
  const [first] = counts;
  if (first === undefined) return { count: listed, exact: true };
  const isSame = counts.length === findings.length && counts.every(({ count }) => count === first.count);
  if (isSame && first.exact && first.count >= listed) return first;
  return { count: Math.max(listed, ...counts.map(({ count }) => count)), exact: false };
}

function byIndex(a: object, b: object): number {
  return ("index" in a ? Number(a.index) : 0) - ("index" in b ? Number(b.index) : 0);
}
