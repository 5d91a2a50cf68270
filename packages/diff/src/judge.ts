import { type Change, changedShapes, diffModels, type MetadataChange } from "@shapelog/changes";
import {
  compareCodeUnits,
  findServiceOperations,
  findServices,
  getShape,
  type Model,
  type Places,
  type Position,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import { shareIndexes } from "@shapelog/model/revisions";
import { createTextComparer } from "@shapelog/patterns";
import { findMovedNamespace, type MovedNamespace, moveNamespace } from "./align-namespaces.js";
import { createCompare } from "./compare/compare-targets.js";
import { hasMadeNamespace } from "./compare/service-ids.js";
import type { TargetComparison } from "./compare/target-comparison.js";
import { createFindEitherSide, joinPlaces } from "./either-side.js";
import { createFindGiven } from "./find-given.js";
import type { Finding } from "./finding.js";
import { groupChanges } from "./group-changes.js";
import { type InForce, putInForce } from "./in-force/put-in-force.js";
import { foldRenames, mergeFindings, mergeMixed } from "./merge-findings.js";
import { mergeServices } from "./merge-services.js";
import { type MixedModels, resolveModels } from "./resolve-models.js";
import { createPlace } from "./rule/place.js";
import type { Difference, Match, Place, Reach, Rule, RuleContext } from "./rule/rule.js";
import { selectRules } from "./rule/select-rules.js";
import { RESTATED, RULES } from "./rules/index.js";
import { namespaceChanged } from "./rules/services/namespace-changed.js";
import { serviceIdentityChanged } from "./rules/services/service-identity-changed.js";
import { serviceRenamed } from "./rules/services/service-renamed.js";
import { mixinsChanged } from "./rules/shapes/mixins-changed.js";
import { findRenamedService, type RenamedService, spreadServiceErrors } from "./service-reach.js";

/** Where all holds as before, types differ in their names alone. */
const ALIKE: TargetComparison = {
  ...{ relation: "renamed", request: "renamed", response: "renamed", inside: "" },
  ...{ before: undefined, after: undefined },
};

const ANYWHERE = { reach: "any", positions: [] } as const;

/** A difference, and where its readers meet it. */
interface Placed {
  readonly difference: Difference;
  readonly place: Place;
}

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
  return judgeAs(changes, models);
}

/** Judges a model whose service had the name of `former` before it was compared, where one is given. */
function judgeAs(changes: readonly Change[], models: MixedModels, former?: ServiceShape): Finding[] {
  if (changes.some(isServiceGone)) {
    const moved = findMovedNamespace(models);
    if (moved) return judgeMoved(changes, models, moved);
    const renamed = findRenamed(models);
    if (renamed) return judgeRenamed(changes, models, renamed);
  }
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

/** A mixin is no service, and a service has the operations of its mixins. */
function findRenamed(models: MixedModels): RenamedService | undefined {
  const { before, after } = resolveModels(models);
  const renamed = findRenamedService(before, after);
  if (!renamed || models.before.shapes.has(renamed.now) || models.after.shapes.has(renamed.old))
    return undefined;
  return renamed;
}

function isServiceGone(change: Change): boolean {
  return change.kind === "shape.removed" && change.before.kind === "service";
}

/** What stands for other shapes comes where those would. */
function sortByShape(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => compareCodeUnits(a.shape, b.shape));
}

function judgeInForce(force: InForce, context: RuleContext): readonly Finding[] {
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
function judgeNowhere(difference: Difference, context: RuleContext): Finding[] {
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
function explain(finding: Finding, { nameOf, carried, isAsStated }: InForce): Finding {
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
): readonly Finding[] {
  if (changes.length === 0) return [];
  const context: RuleContext = { ...createContext(models, models), isRestated: true, compare: () => ALIKE };
  const find = createFindEitherSide(all, context);
  const findings = groupChanges(changes, context).flatMap((difference) =>
    judgeShape(difference, { find, context, rules: RESTATED }),
  );
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.shape} ${finding.member ?? ""} ${finding.direction ?? ""}`;
    const first = byPlace.get(key);
    const told = first && first.rule !== "trait.restated" ? first : finding;
    byPlace.set(key, { ...told, changes: [...(first?.changes ?? []), ...finding.changes] });
  }
  return mergeFindings([...byPlace.values()]);
}

/** Compares a model as if it had always stood in the namespace that it stands in now. */
function judgeMoved(changes: readonly Change[], models: MixedModels, moved: MovedNamespace): Finding[] {
  const [service] = findServices(models.after);
  const difference = { shape: service?.id ?? "", before: undefined, after: service, changes };
  const context: RuleContext = { ...createContext(models, models), moved };
  const placed = { difference, place: createPlace(difference, ANYWHERE, context) };
  const matches = namespaceChanged.evaluate(difference, placed.place, context);
  const before = moveNamespace(models.before, moved);
  const others = judge(diffModels(before, models.after), { before, after: models.after });
  const [old] = findServices(models.before);
  const teller =
    hasMadeNamespace(old) && hasMadeNamespace(service)
      ? others.find(({ rule }) => rule === serviceIdentityChanged.id)
      : undefined;
  if (teller)
    return others.map((finding) =>
      finding === teller ? { ...finding, changes: [...finding.changes, ...changes] } : finding,
    );
  return [
    ...matches.map((match) => createFinding(namespaceChanged, match, { ...placed, context })),
    ...others,
  ];
}

/** Compares a model as if its service had always had the name that it has now: what else became of it is told as such. */
function judgeRenamed(
  changes: readonly Change[],
  models: MixedModels,
  { old, now }: RenamedService,
): Finding[] {
  const isRename = (change: Change) =>
    "shape" in change && (change.shape === old || change.shape === now) && RENAMING.has(change.kind);
  const own = changes.filter(isRename);
  const service = getShape(models.before, old);
  const difference = { shape: old, before: service, after: getShape(models.after, now), changes: own };
  const mixed = resolveModels(models);
  const context = createContext(mixed, mixed);
  const placed = { difference, place: createPlace(difference, ANYWHERE, context), context };
  const matches = serviceRenamed.evaluate(difference, placed.place, context);
  const shapes = [...models.before.shapes].map(([id, shape]): [ShapeId, Shape] =>
    id === old ? [now, { ...shape, id: now }] : [id, shape],
  );
  const before = { ...models.before, shapes: new Map(shapes) };
  const others = diffModels(before, models.after).map(createFindGiven(changes));
  return [
    ...matches.map((match) => createFinding(serviceRenamed, match, placed)),
    ...judgeAs(others, { before, after: models.after }, isService(service) ? service : undefined),
  ];
}

function isService(shape: Shape): shape is ServiceShape {
  return shape.kind === "service";
}

const RENAMING: ReadonlySet<string> = new Set(["shape.added", "shape.removed"]);

function createContext({ before, after }: MixedModels, stated: MixedModels): RuleContext {
  const compareTexts = createTextComparer();
  const compare = createCompare({ before, after, compareTexts });
  return { before, after, stated, compare, compareTexts };
}

/** Returns what differs once mixins are resolved; where a change is also written so, the one that was given. */
function findEffective(changes: readonly Change[], { before, after }: MixedModels): Change[] {
  return diffModels(before, after).map(createFindGiven(changes));
}

/** Tells of changes that mixins hide: those of mixins, and those that make no difference to the shape they are in. */
function judgeWritten(changes: readonly Change[], context: RuleContext): Finding[] {
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

function judgeMetadata(change: MetadataChange, context: RuleContext): Finding[] {
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

function judgeShape(difference: Difference, { find, ...judging }: JudgingShape): Finding[] {
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

function judgeReach({ difference, place }: Placed, { context, rules }: Judging): Finding[] {
  const findings: Finding[] = [];
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
function sortByChange(findings: readonly Finding[], { changes }: Difference): Finding[] {
  const order = new Map<Change, number>(changes.map((change, index) => [change, index]));
  const placed = findings.map((finding) => {
    const indexes = finding.changes.map((change) => order.get(change) ?? 0);
    return { finding, first: indexes.reduce((a, b) => Math.min(a, b), changes.length) };
  });
  return placed.sort((a, b) => a.first - b.first).map(({ finding }) => finding);
}

function createFinding(
  rule: Rule,
  match: Match,
  { difference, place, context }: Placed & { readonly context: RuleContext },
): Finding {
  const { id, wire, source, verdict, bump } = rule;
  const { changes, member, message, affected, action } = match;
  const positions = match.positions ?? place.at(member);
  const places = match.positions ? match.places : place.count;
  const { reach } = place;
  return {
    rule: id,
    direction: reach === "request" || reach === "response" ? reach : positions[0]?.direction,
    shape: difference.shape,
    ...(member === undefined ? {} : { member }),
    ...{ wire, source, verdict, bump, changes, positions },
    ...(places === undefined ? {} : { places }),
    operations:
      match.operations ??
      operationsOf(match.positions ?? sharedPositions(positions, place), difference, context),
    ...countOnce(message.replace(/^the value /, "The value "), { affected, action }),
  };
}

const COUNT_OF_PLACES = /(?<=`) \((?:at least )?\d+ places?\)/g;

/** How many places there are is told once, where the finding begins. */
function countOnce(message: string, { affected, action }: Pick<Finding, "affected" | "action">) {
  let isTold = false;
  if (!message.includes("` (")) return { message, affected, action };
  const once = message.replace(COUNT_OF_PLACES, (count) => {
    const isFirst = !isTold;
    isTold = true;
    return isFirst ? count : "";
  });
  return {
    message: once,
    affected: affected?.replace(COUNT_OF_PLACES, ""),
    action: action?.replace(COUNT_OF_PLACES, ""),
  };
}

/** Returns the place's positions where a member's are in the same operations: all members of a shape share them. */
function sharedPositions(positions: readonly Position[], place: Place): readonly Position[] {
  return positions.length === 0 || positions.length === place.positions.length ? place.positions : positions;
}

function operationsOf(
  positions: readonly Position[],
  difference: Difference,
  context: RuleContext,
): readonly ShapeId[] {
  const shape = difference.after ?? difference.before;
  if (shape?.kind === "operation") return [shape.id];
  if (shape?.kind === "service" && positions.length === 0)
    return operationsOfService(shape, difference.before, context);
  const known =
    OPERATIONS.get(positions) ??
    [...new Set(positions.map(({ operation }) => operation))].sort(compareCodeUnits);
  OPERATIONS.set(positions, known);
  return known;
}

/** Returns the operations that a service had and has: a new one was not otherwise before. */
function operationsOfService(
  service: ServiceShape,
  before: Shape | undefined,
  context: RuleContext,
): readonly ShapeId[] {
  const services = SERVICES.get(context) ?? new Map<ShapeId, readonly ShapeId[]>();
  SERVICES.set(context, services);
  const known = services.get(service.id) ?? findStaying(service, before, context);
  services.set(service.id, known);
  return known;
}

function findStaying(
  service: ServiceShape,
  before: Shape | undefined,
  context: RuleContext,
): readonly ShapeId[] {
  const now = findServiceOperations(context.after, service).map(({ id }) => id);
  if (before?.kind !== "service") return now;
  const old = new Set(findServiceOperations(context.before, before).map(({ id }) => id));
  return now.filter((id) => old.has(id));
}

/** All findings about one service share a list. */
const SERVICES = new WeakMap<RuleContext, Map<ShapeId, readonly ShapeId[]>>();

/** All findings about one place share a list. */
const OPERATIONS = new WeakMap<readonly Position[], readonly ShapeId[]>();
