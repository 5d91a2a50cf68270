import type { PolicyFinding } from "@shapelog/diff";
import { addToGroup } from "../../record/add-to-group.js";
import type { ToldAt, ToldFinding } from "./find-told.js";

/** What findings that are about the same things told, by the time of the revision. */
export interface Cell {
  /** The things, by {@link subjectsOf}. */
  readonly subjects: ReadonlySet<string>;
  /** In the order of time. */
  readonly told: ReadonlyMap<number, readonly ToldFinding[]>;
}

/** One of the things that came or went in a list: a value of an enum, or an error of an operation. */
export interface ListedItem {
  /** What the list is of: an enum in one direction, or an operation. */
  readonly list: string;
  readonly item: string | number;
  readonly added: boolean;
  readonly isValue: boolean;
}

/**
 * Returns the values or errors that a finding tells of, where it tells of nothing else: what became of each of them is
 * known from them alone.
 */
export function listedItems({ changes, direction }: PolicyFinding): readonly ListedItem[] {
  const items = changes.flatMap((change): ListedItem[] => {
    switch (change.kind) {
      case "enum.value.added":
      case "enum.value.removed":
        return [
          {
            list: `${change.shape} ${direction ?? ""}`,
            item: change.value,
            added: change.kind === "enum.value.added",
            isValue: true,
          },
        ];
      case "operation.error.added":
      case "operation.error.removed":
        return [
          {
            list: change.shape,
            item: change.target,
            added: change.kind === "operation.error.added",
            isValue: false,
          },
        ];
      default:
        return [];
    }
  });
  const others = changes.filter(({ kind }) => !LISTED.has(kind));
  const isError = changes.some(({ kind }) => kind.startsWith("operation.error."));
  return isError || others.length === 0 ? items : [];
}

const LISTED: ReadonlySet<string> = new Set(["enum.value.added", "enum.value.removed"]);

/** Returns whether a finding is about texts alone, which are not compared. */
export function isAboutTexts({ rule }: PolicyFinding): boolean {
  return rule.startsWith("documentation.");
}

/**
 * Returns the cells of what revisions told. Findings that link two subjects, as a member's new type does, make one cell
 * of them; those that say the same of several shapes are in the cell of each.
 */
export function findCells(all: readonly ToldAt[]): Cell[] {
  const told = all.filter(({ finding }) => isInCells(finding) && isShown(finding));
  const rootOf = linkSubjects(told);
  const cells = new Map<string, { subjects: Set<string>; told: Map<number, ToldFinding[]> }>();
  for (const { time, entry, finding } of told) {
    const subjects = subjectsOf(finding);
    for (const root of new Set(subjects.map(rootOf))) {
      const cell = cells.get(root) ?? { subjects: new Set(), told: new Map() };
      cells.set(root, cell);
      for (const subject of subjects) if (rootOf(subject) === root) cell.subjects.add(subject);
      addToGroup(cell.told, time, { entry, finding });
    }
  }
  return [...cells.values()];
}

/** Returns whether readers of a comparison are told of a finding: what no program feels is left out, but for what will go. */
export function isShown({ verdict, rule }: PolicyFinding): boolean {
  return verdict !== "notice" || rule.startsWith("deprecation.");
}

/** Returns whether a finding is one of those that cells are made of: not of texts, nor of items of lists. */
export function isInCells(finding: PolicyFinding): boolean {
  return !isAboutTexts(finding) && listedItems(finding).length === 0;
}

/** Returns a function that gives one subject for all that are linked with it. */
function linkSubjects(told: readonly ToldFinding[]): (subject: string) => string {
  const roots = new Map<string, string>();
  const rootOf = (subject: string): string => {
    let root = subject;
    for (let next = roots.get(root); next !== undefined; next = roots.get(root)) root = next;
    return root;
  };
  for (const { finding } of told) {
    if ((finding.shapes?.length ?? 1) > 1) continue;
    const [first = "", ...others] = subjectsOf(finding).map(rootOf);
    for (const other of others) if (rootOf(other) !== rootOf(first)) roots.set(rootOf(other), rootOf(first));
  }
  return rootOf;
}

/** Returns what a finding is about: its shapes with the member, and by what other name or type it went or goes. */
export function subjectsOf({ shape, shapes = [shape], member = "", changes, rule }: PolicyFinding): string[] {
  const subjects = shapes.map((id) => `${id} ${member}`);
  if (shapes.length > 1) return subjects;
  const isRename = rule.includes("rename");
  const linked = changes.flatMap((change): string[] => {
    if (change.kind === "member.target.changed") return [`${change.before} `, `${change.after} `];
    const other = "member" in change ? change.member : undefined;
    return isRename && other !== undefined && "shape" in change ? [`${change.shape} ${other}`] : [];
  });
  return [...new Set([...subjects, ...linked.filter((subject) => !subject.startsWith("smithy.api#"))])];
}
