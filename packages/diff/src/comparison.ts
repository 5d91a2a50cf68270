import {
  type Direction,
  enumValue,
  findPositions,
  findServices,
  isAggregate,
  type Model,
  type Position,
  type ShapeId,
  splitShapeId,
  stringTrait,
} from "@shapelog/model";
import type { Change } from "./change.js";
import { diffModels } from "./diff-models.js";
import { type Bump, decideBump, type Finding, type Verdict, worstVerdict } from "./finding.js";
import { displayPath, judge } from "./judge.js";

/** One side of a comparison, as readers know it. */
export interface ComparisonSide {
  /** Where the model came from: a file, `git:…` or `ledger:…`. */
  readonly label: string;
  readonly date?: string;
  /** Such as `botocore 1.27.55`. */
  readonly release?: string;
  readonly model: Model;
}

/** Two models and everything said about their differences: what every view prints. */
export interface Comparison {
  readonly title: string;
  readonly before: ComparisonSide;
  readonly after: ComparisonSide;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** Compares two models. */
export function compareModels(before: ComparisonSide, after: ComparisonSide): Comparison {
  const changes = diffModels(before.model, after.model);
  const findings = judge(changes, before.model, after.model);
  return {
    title: titleOf(after.model) ?? titleOf(before.model) ?? after.label,
    before,
    after,
    changes,
    findings,
  };
}

/** Returns the title of the model's first service: `@title`, else the service's name. */
export function titleOf(model: Model): string | undefined {
  const [service] = findServices(model);
  return service && (stringTrait(service, "title") ?? splitShapeId(service.id).name);
}

/** Findings about the same shape or member in the same direction: one entry of a view. */
export interface Entry {
  readonly shape: ShapeId;
  readonly member: string | undefined;
  readonly direction: Direction | undefined;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly operations: readonly ShapeId[];
  /** The distinct paths of all positions, as shown. */
  readonly paths: readonly string[];
  /** Enum values that went and came, in the order of the model. */
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  /** Other places of the same operations and direction whose enum keeps a value that went. */
  readonly unaffected: readonly Unaffected[];
}

/** A place that looks affected and is not. */
export interface Unaffected {
  readonly path: string;
  readonly values: readonly (string | number)[];
}

/** Returns the findings of a comparison as entries, in the order of the changes. */
export function createEntries(comparison: Comparison): Entry[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of comparison.findings) {
    const target = finding.rule.startsWith("operation.error.") ? finding.message : "";
    const key = `${finding.shape} ${finding.member ?? ""} ${finding.direction ?? ""} ${target}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((findings) => createEntry(findings, comparison));
}

function createEntry(findings: readonly Finding[], comparison: Comparison): Entry {
  const [first] = findings as readonly [Finding, ...Finding[]]; // groups are made with their first finding
  const changes = findings.flatMap((finding) => finding.changes);
  const values = (kind: Change["kind"]) =>
    changes
      .flatMap((change) => (change.kind === kind && "value" in change ? [change] : []))
      .sort(byIndex)
      .map((change) => change.value);
  const removed = values("enum.value.removed");
  const positions = findings.flatMap((finding) => finding.positions);
  return {
    shape: first.shape,
    member: first.member,
    direction: first.direction,
    verdict: worstVerdict(findings.map((finding) => finding.verdict)),
    findings,
    operations: [...new Set(findings.flatMap((finding) => finding.operations))],
    paths: [...new Set(positions.map(displayPath))].filter((path) => path !== ""),
    removed,
    added: values("enum.value.added"),
    unaffected:
      removed.length === 0 ? [] : findUnaffected(positions, first.shape, removed, comparison.after.model),
  };
}

function byIndex(a: object, b: object): number {
  return ("index" in a ? Number(a.index) : 0) - ("index" in b ? Number(b.index) : 0);
}

function findUnaffected(
  positions: readonly Position[],
  changed: ShapeId,
  removed: readonly (string | number)[],
  model: Model,
): Unaffected[] {
  const reached = new Set(positions.map((position) => `${position.operation} ${position.direction}`));
  const found = new Map<string, Unaffected>();
  for (const shape of model.shapes.values()) {
    if (shape.id === changed || !isAggregate(shape) || (shape.kind !== "enum" && shape.kind !== "intEnum"))
      continue;
    const values = shape.members.map(enumValue).filter((value) => removed.includes(value));
    if (values.length === 0) continue;
    for (const position of findPositions(model, shape.id)) {
      if (!reached.has(`${position.operation} ${position.direction}`)) continue;
      found.set(displayPath(position), { path: displayPath(position), values });
    }
  }
  return [...found.values()];
}

/** The figures of a comparison. */
export interface Summary {
  readonly operations: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Entries that break a deployed program: a wire verdict of `error`. */
  readonly wireBreaking: number;
  readonly unclassified: number;
  readonly changes: number;
  readonly bump: Bump | undefined;
  readonly bumpBecause: string | undefined;
}

/** Returns the figures of a comparison. Verdicts count entries, not changes. */
export function summarize(
  comparison: Comparison,
  entries: readonly Entry[] = createEntries(comparison),
): Summary {
  const verdicts = { breaking: 0, check: 0, safe: 0, notice: 0 };
  for (const entry of entries) verdicts[entry.verdict]++;
  const decided = decideBump(comparison.findings);
  return {
    operations: new Set(entries.flatMap((entry) => entry.operations)).size,
    verdicts,
    wireBreaking: entries.filter((entry) => entry.findings.some((finding) => finding.wire === "error"))
      .length,
    unclassified: comparison.findings.filter((finding) => finding.rule === "unclassified").length,
    changes: comparison.changes.length,
    bump: decided?.bump,
    bumpBecause: decided?.because.message,
  };
}
