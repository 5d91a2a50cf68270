import { type Change, changedShapes, diffModels, type MetadataChange } from "@shapelog/changes";
import {
  compareCodeUnits,
  type Model,
  type Places,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { shareIndexes } from "@shapelog/model/revisions";
import type { TargetComparison } from "./compare/target-comparison.js";
import { createContext } from "./create-context.js";
import { ANYWHERE, createFinding, type Placed } from "./create-finding.js";
import { createFindEitherSide, joinPlaces } from "./either-side.js";
import { createFindGiven } from "./find-given.js";
import type { Finding, JudgedFinding } from "./finding.js";
import { withIds } from "./finding-id.js";
import { groupChanges } from "./group-changes.js";
import { type InForce, putInForce } from "./in-force/put-in-force.js";
import { judgeRenamed } from "./judge-renamed.js";
import { foldRenames, mergeFindings, mergeMixed } from "./merge-findings.js";
import { mergeServices } from "./merge-services.js";
import { type MixedModels, resolveModels } from "./resolve-models.js";
import { createPlace } from "./rule/place.js";
import type { Difference, Reach, Rule, RuleContext } from "./rule/rule.js";
import { selectRules } from "./rule/select-rules.js";
import { RESTATED, RULES } from "./rules/index.js";
import { mixinsChanged } from "./rules/shapes/mixins-changed.js";
import { spreadServiceErrors } from "./service-reach.js";

/** Where all holds as before, types differ in their names alone. */
const ALIKE: TargetComparison = {
  ...{ relation: "renamed", request: "renamed", response: "renamed", inside: "" },
  ...{ before: undefined, after: undefined },
};

/**
 * Returns what the changes between two models mean for readers: one finding for each rule, shape or member, and
 * direction, in the order of the changes. Every change is in at least one finding; those no rule covers are
 * `unclassified` and ask to be checked. Shapes are judged as their mixins make them, so a finding can be about a change
 * that is written elsewhere.
 */
export function judge(
  changes: readonly Change[],
  models: { readonly before: Model; readonly after: Model },
): Finding[] {
  return withIds(judgeAs(changes, models), models);
}

/** Judges a model whose service had the name of `former` before it was compared, where one is given. */
function judgeAs(changes: readonly Change[], models: MixedModels, former?: ServiceShape): JudgedFinding[] {
  const renamed = judgeRenamed(changes, models, judgeAs);
  if (renamed) return renamed;
  shareIndexes(models.before, models.after, changedShapes(changes));
  const mixed = resolveModels(models);
  const isMixed = mixed.before !== models.before;
  const stated = isMixed ? findEffective(changes, mixed) : changes;
  const force = putInForce(mixed, stated);
  const context: RuleContext = {
    ...createContext(
      { before: spreadServiceErrors(force.before), after: spreadServiceErrors(force.after) },
      mixed,
    ),
    ...(former ? { former } : {}),
  };
  const findings = judgeInForce(force, context);
  const mixedIn = isMixed ? mergeMixed(findings, changes) : findings;
  const told = new Set([...stated, ...(isMixed ? mixedIn.flatMap((finding) => finding.changes) : [])]);
  const written = isMixed ? changes.filter((change) => !told.has(change)) : [];
  const isSame = force.before === mixed.before && force.after === mixed.after;
  const restated = judgeRestated(force.restated, stated, mixed);
  const all = [
    ...(isSame ? mixedIn : sortByShape([...mixedIn, ...restated])),
    ...judgeWritten(written, createContext(models, models)),
    ...changes.flatMap((change) => ("key" in change ? judgeMetadata(change, context) : [])),
  ];
  return mergeServices(foldRenames(all), mixed);
}

/** What stands for other shapes comes where those would. */
function sortByShape(findings: readonly JudgedFinding[]): JudgedFinding[] {
  return findings.toSorted((a, b) => compareCodeUnits(a.shape, b.shape));
}

function judgeInForce(force: InForce, context: RuleContext): readonly JudgedFinding[] {
  const find = createFindEitherSide(force.changes, context);
  const restating: RuleContext = { ...context, isRestated: true, compare: () => ALIKE };
  const differences = groupChanges(force.changes, context).flatMap((difference) =>
    splitByPlace(difference, force),
  );
  const findings = differences.flatMap(({ difference, shapes, overridden }) => {
    const met = joinPlaces(shapes.map(find));
    if (overridden.length > 0 && met.positions.length === 0) {
      if (difference.changes.every(isText)) return judgeNowhere(difference, context);
      return judgeShape(difference, {
        find: () => joinPlaces(overridden.map(find)),
        context: restating,
        rules: RESTATED,
      });
    }
    return judgeShape(difference, { find: () => met, context, rules: RULES });
  });
  return mergeFindings(findings.map((finding) => explain(finding, force)));
}

/** What a type says of itself is read where the type is described, though every member of it says something else. */
function judgeNowhere(difference: Difference, context: RuleContext): JudgedFinding[] {
  const place = createPlace(difference, ANYWHERE, context);
  return judgeReach({ difference, place }, { context, rules: RULES });
}

function isText(change: Change): boolean {
  return "trait" in change && TEXTS.has(change.trait);
}

const TEXTS: ReadonlySet<string> = new Set(["smithy.api#documentation", "smithy.api#externalDocumentation"]);

/** Changes of one shape that are met in the same places. */
interface PlacedChanges {
  readonly difference: Difference;
  readonly shapes: readonly ShapeId[];
  /** Shapes in whose places the changes are not met, as what points there says other. */
  readonly overridden: readonly ShapeId[];
}

function splitByPlace(
  difference: Difference,
  { standIns, overridden, isAsStated }: InForce,
): PlacedChanges[] {
  if (isAsStated) return [{ difference, shapes: [difference.shape], overridden: [] }];
  const groups = new Map<string, Omit<PlacedChanges, "difference"> & { changes: Change[] }>();
  for (const change of difference.changes) {
    const isOwn = "shape" in change && change.shape === difference.shape;
    const shapes = isOwn ? standIns(change) : [difference.shape];
    const others = isOwn ? overridden(change) : [];
    const key = [...shapes, "", ...others].join(" ");
    const group = groups.get(key);
    if (group) group.changes.push(change);
    else groups.set(key, { shapes, overridden: others, changes: [change] });
  }
  return [...groups.values()].map(({ changes, ...group }) => ({
    ...group,
    difference: { ...difference, changes },
  }));
}

/** Returns a finding with what was given: readers know shapes by their own ids. */
function explain(finding: JudgedFinding, { nameOf, carried, isAsStated }: InForce): JudgedFinding {
  if (isAsStated) return finding;
  const shape = nameOf(finding.shape);
  const others = finding.changes.flatMap((change) => carried.get(change) ?? []);
  if (shape === finding.shape && others.length === 0) return finding;
  const changes = finding.changes.map((change) =>
    "shape" in change && nameOf(change.shape) !== change.shape
      ? { ...change, shape: nameOf(change.shape) }
      : change,
  );
  return { ...finding, shape, changes: [...changes, ...others] };
}

/** Tells of those of all changes after which all holds as before: at each place once. */
function judgeRestated(
  changes: readonly Change[],
  all: readonly Change[],
  models: MixedModels,
): readonly JudgedFinding[] {
  if (changes.length === 0) return [];
  const context: RuleContext = { ...createContext(models, models), isRestated: true, compare: () => ALIKE };
  const find = createFindEitherSide(all, context);
  const findings = groupChanges(changes, context).flatMap((difference) =>
    judgeShape(difference, { find, context, rules: RESTATED }),
  );
  const byPlace = new Map<string, JudgedFinding>();
  for (const finding of findings) {
    const key = `${finding.shape} ${finding.member ?? ""} ${finding.direction ?? ""}`;
    const first = byPlace.get(key);
    const told = first && first.rule !== "trait.restated" ? first : finding;
    byPlace.set(key, { ...told, changes: [...(first?.changes ?? []), ...finding.changes] });
  }
  return mergeFindings([...byPlace.values()]);
}

/** Returns what differs once mixins are resolved; where a change is also written so, the one that was given. */
function findEffective(changes: readonly Change[], { before, after }: MixedModels): Change[] {
  return diffModels(before, after).map(createFindGiven(changes));
}

/** Tells of changes that mixins hide: those of mixins, and those that make no difference to the shape they are in. */
function judgeWritten(changes: readonly Change[], context: RuleContext): JudgedFinding[] {
  const byShape = new Map<ShapeId, Change[]>();
  for (const change of changes) {
    if (!("shape" in change)) continue;
    byShape.set(change.shape, [...(byShape.get(change.shape) ?? []), change]);
  }
  return [...byShape].flatMap(([shape, group]) => {
    const [before, after] = [context.before.shapes.get(shape), context.after.shapes.get(shape)];
    const difference = { shape, before, after, changes: group };
    const placed = { difference, place: createPlace(difference, ANYWHERE, context) };
    const matches = mixinsChanged.evaluate(difference, placed.place, context);
    return matches.map((match) => createFinding(mixinsChanged, match, { ...placed, context }));
  });
}

function judgeMetadata(change: MetadataChange, context: RuleContext): JudgedFinding[] {
  const difference: Difference = { shape: "", before: undefined, after: undefined, changes: [change] };
  const place = createPlace(difference, { reach: "model", positions: [] }, context);
  return judgeReach({ difference, place }, { context, rules: RULES });
}

/** By what changes are judged. */
interface Judging {
  readonly context: RuleContext;
  readonly rules: readonly Rule[];
}

interface JudgingShape extends Judging {
  readonly find: (shape: ShapeId) => Places;
}

function judgeShape(difference: Difference, { find, ...judging }: JudgingShape): JudgedFinding[] {
  const { context } = judging;
  if (!carriesData(difference) || difference.changes.some(isWhole)) {
    return judgeReach({ difference, place: createPlace(difference, ANYWHERE, context) }, judging);
  }
  const { positions, counts } = find(difference.shape);
  const directions = new Set<Reach>(positions.map((position) => position.direction));
  const reaches: Reach[] = directions.size === 0 ? ["none"] : [...directions].sort();
  return reaches.flatMap((reach) => {
    const met = positions.filter((position) => position.direction === reach);
    const count = reach === "request" || reach === "response" ? counts.get(reach) : undefined;
    const place = createPlace(difference, { reach, positions: met, count }, context);
    return judgeReach({ difference, place }, judging);
  });
}

/** A whole shape that comes or goes has no place of its own: where it is used, another change says so. */
function isWhole({ kind }: Change): boolean {
  return kind === "shape.added" || kind === "shape.removed";
}

function carriesData({ before, after }: Difference): boolean {
  return [before, after].every((shape) => shape === undefined || !isBinder(shape));
}

function isBinder({ kind }: Shape): boolean {
  return kind === "operation" || kind === "resource" || kind === "service";
}

function judgeReach({ difference, place }: Placed, { context, rules }: Judging): JudgedFinding[] {
  const findings: JudgedFinding[] = [];
  let open: Difference = difference;
  for (const rule of selectRules(rules, place.reach, difference.changes)) {
    const matches = rule.evaluate(open, place, context);
    if (matches.length === 0) continue;
    for (const match of matches)
      findings.push(createFinding(rule, match, { difference: open, place, context }));
    const claimed = new Set<Change>(matches.flatMap((match) => match.changes));
    open = { ...open, changes: open.changes.filter((change) => !claimed.has(change)) };
    if (open.changes.length === 0) break;
  }
  return findings.length === 1 ? findings : sortByChange(findings, difference);
}

/** Sorts findings by the first change that each is about. */
function sortByChange(findings: readonly JudgedFinding[], { changes }: Difference): JudgedFinding[] {
  const order = new Map<Change, number>(changes.map((change, index) => [change, index]));
  const placed = findings.map((finding) => {
    const indexes = finding.changes.map((change) => order.get(change) ?? 0);
    return { finding, first: indexes.reduce((a, b) => Math.min(a, b), changes.length) };
  });
  return placed.sort((a, b) => a.first - b.first).map(({ finding }) => finding);
}
