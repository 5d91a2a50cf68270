import {
  type AggregateShape,
  equalNodes,
  findShape,
  isAggregate,
  type Member,
  type Shape,
  type ShapeId,
  shapeName,
  type Traits,
} from "@shapelog/model";
import { code, codeList, listWords } from "../words.js";
import { areRecords, type DeepDifference, findDeepDifferences } from "./compare-deep.js";
import { REQUEST_LEVELS, RESPONSE_LEVELS } from "./levels.js";
import { type KindRelation, relateKinds } from "./relate-kinds.js";
import type { TargetComparison, TargetRelation } from "./target-comparison.js";
import { type ComparedModels, findDifferingTraits, SILENT } from "./trait-levels.js";
import { traitWords } from "./trait-words.js";
import { changesWireType, typeOf } from "./wire-type.js";

/** Returns a function that compares targets of two models and remembers what it found. */
export function createCompare(models: ComparedModels) {
  const known = new Map<string, TargetComparison>();
  return (oldId: ShapeId, newId: ShapeId): TargetComparison => {
    const key = `${oldId} ${newId}`;
    const found = known.get(key) ?? compareTargets(models, [oldId, newId]);
    known.set(key, found);
    return found;
  };
}

/** Lists and maps in lists and maps relate as what they hold to this depth; deeper ones by all that differs inside. */
const DEEPEST = 8;

/** Returns how two targets relate, looking all the way down; recursion ends where it comes round. */
function compareTargets(
  models: ComparedModels,
  [oldId, newId]: readonly [old: ShapeId, now: ShapeId],
  depth = 0,
): TargetComparison {
  const before = findShape(models.before, oldId);
  const after = findShape(models.after, newId);
  const related = (relation: TargetRelation, inside = "") => {
    return { relation, request: relation, response: relation, inside, before, after };
  };
  if (!before || !after) return related("other");
  if (before.kind !== after.kind && !areRecords(before, after))
    return { ...related("other"), ...KIND_RELATIONS[relateKinds(before.kind, after.kind)] };
  if (isAlike(models, before, after)) return related("renamed");
  const traits = describeTraits(before.traits, after.traits);
  if (!isAggregate(before) || !isAggregate(after)) {
    const isOther = changesWireType(models, { before: typeOf(oldId), after: typeOf(newId) });
    const relation = isOther ? "other" : "limited";
    return { ...related("limited", traits), request: relation, response: relation };
  }
  if (traits === "" && (before.kind === "enum" || before.kind === "intEnum")) return related("values");
  const inner = traits === "" && depth < DEEPEST ? findOnlyInner(models, before, after) : undefined;
  if (inner) return compareTargets(models, [inner[0].target, inner[1].target], depth + 1);
  return compareDeep(models, before, after);
}

/** Kinds whose relation is not the same for both directions, or has another name. */
const KIND_RELATIONS: Readonly<Record<KindRelation, Partial<TargetComparison>>> = {
  widened: { relation: "widened", request: "widened", response: "widened" },
  fractional: { relation: "other", request: "widened", response: "other" },
  narrowed: { relation: "narrowed", request: "narrowed", response: "narrowed" },
  closed: { relation: "closed", request: "closed", response: "closed" },
  opened: { relation: "opened", request: "opened", response: "opened" },
  other: {},
};

/** Returns the member of two lists or maps where nothing but its target differs: they relate as what they hold. */
function findOnlyInner(
  models: ComparedModels,
  before: AggregateShape,
  after: AggregateShape,
): readonly [old: Member, now: Member] | undefined {
  if (before.kind !== "list" && before.kind !== "map") return undefined;
  const differing = before.members.flatMap((member, index) => {
    const other = after.members[index];
    return other && isAlikeMember(models, member, other) ? [] : [{ member, other }];
  });
  const [only] = differing;
  if (differing.length !== 1 || !only?.other || only.other.name !== only.member.name) return undefined;
  return describeTraits(only.member.traits, only.other.traits) === "" ? [only.member, only.other] : undefined;
}

function compareDeep(
  models: ComparedModels,
  before: AggregateShape,
  after: AggregateShape,
): TargetComparison {
  const traits = describeTraits(before.traits, after.traits);
  const found = findDeepDifferences(models, before, after);
  let [request, response] = [0, 0];
  for (const difference of found) {
    request = Math.max(request, REQUEST_LEVELS.indexOf(difference.request));
    response = Math.max(response, RESPONSE_LEVELS.indexOf(difference.response));
  }
  return {
    relation: found.some(({ path }) => path !== "") || traits === "" ? "other" : "limited",
    request: REQUEST_LEVELS[request] ?? "other",
    response: RESPONSE_LEVELS[response] ?? "other",
    inside: [traits, ...describePaths(found)].filter((part) => part !== "").join(", "),
    before,
    after,
  };
}

/** Returns a path as shown: of a very long one the middle is left out. */
function shorten(path: string): string {
  const steps = path.split(".");
  return steps.length > 12 ? [...steps.slice(0, 5), "…", ...steps.slice(-5)].join(".") : path;
}

/** More paths than these are counted: a reader would not read them. */
const SHOWN_PATHS = 6;

function describePaths(found: readonly DeepDifference[]): string[] {
  const listed = (what: DeepDifference["what"]) => {
    const paths = [
      ...new Set(
        found.filter((one) => one.what === what && one.path !== "").map(({ path }) => shorten(path)),
      ),
    ];
    const more = paths.length - SHOWN_PATHS;
    return more > 1
      ? `${paths.slice(0, SHOWN_PATHS).map(code).join(", ")} and ${more} more`
      : codeList(paths);
  };
  const [gone, added, changed] = [listed("gone"), listed("added"), listed("changed")];
  return [
    ...(gone === "" ? [] : [`without ${gone}`]),
    ...(added === "" ? [] : [`with ${added} added`]),
    ...(changed === "" ? [] : [`and ${changed} inside changed`]),
  ];
}

function describeTraits(before: Traits, after: Traits): string {
  const differing = findDifferingTraits(before, after);
  return differing.length === 0 ? "" : `differs in ${listWords(differing.map((id) => traitWords(id).noun))}`;
}

/** Returns whether two shapes are the same but for their names and what says nothing, all the way down. */
function isAlike(models: ComparedModels, before: Shape, after: Shape): boolean {
  const seen = new Set<string>();
  const open: [old: Shape, now: Shape][] = [[before, after]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [old, now] = pair;
    if (old.kind !== now.kind || !equalNodes(telling(old.traits), telling(now.traits))) return false;
    if (!isAggregate(old) || !isAggregate(now)) continue;
    const key = `${old.id} ${now.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (old.members.length !== now.members.length) return false;
    for (const [index, member] of old.members.entries()) {
      const other = now.members[index];
      const targets = other?.name === member.name ? findAlikeTargets(models, member, other) : undefined;
      if (!targets) return false;
      open.push(targets);
    }
  }
  return true;
}

function isAlikeMember(models: ComparedModels, old: Member, now: Member): boolean {
  const targets = findAlikeTargets(models, old, now);
  return targets !== undefined && isAlike(models, ...targets);
}

/** Returns the targets of two members that have the same traits. */
function findAlikeTargets(
  models: ComparedModels,
  old: Member,
  now: Member,
): [old: Shape, now: Shape] | undefined {
  if (!equalNodes(telling(old.traits), telling(now.traits))) return undefined;
  const [from, to] = [findShape(models.before, old.target), findShape(models.after, now.target)];
  return from && to && [from, to];
}

function telling(traits: Traits): Traits {
  for (const id in traits) {
    if (SILENT.has(id)) return Object.fromEntries(Object.entries(traits).filter(([key]) => !SILENT.has(key)));
  }
  return traits;
}

/**
 * Returns the two names as `A` → `B`, each with its kind in brackets where these differ, as in `A` (enum) → `B` (string),
 * and with what differs inside.
 */
export function describeRetarget(before: string, after: string, comparison: TargetComparison): string {
  const { inside, before: old, after: now } = comparison;
  const told = inside === "" ? [] : [inside];
  if (!old || !now || old.kind === now.kind || before === old.kind)
    return joinNames([code(before), code(after)], told);
  if (shapeName(old.id) === before)
    return joinNames([nameKind(before, old), nameKind(after, now)], told) + describeFormer(old, now);
  return joinNames(
    [code(before), code(after)],
    [...told, `what they hold: ${kindWords(old)} → ${kindWords(now)}`],
  );
}

/** Returns where the old type stands in what took its place, with a comma in front; empty where it does not. */
function describeFormer(old: Shape, now: Shape): string {
  if (now.kind !== "structure" && now.kind !== "union") return "";
  const holders = now.members.filter(({ target }) => target === old.id);
  const [only] = holders;
  return only && holders.length === 1 ? `, which has ${code(only.name)} for it` : "";
}

/** Returns a name with its kind, where it is not the kind itself. */
function nameKind(name: string, shape: Shape): string {
  return name.toLowerCase() === shape.kind ? code(name) : `${code(name)} (${kindWords(shape)})`;
}

function joinNames(names: readonly string[], told: readonly string[]): string {
  return `${names.join(" → ")}${told.length === 0 ? "" : ` (${told.join(", ")})`}`;
}

function kindWords({ kind }: Shape): string {
  return kind === "intEnum" ? "enum of numbers" : kind;
}
