import { codeList } from "@shapelog/diff";
import { findShape, hasTrait, type Model, type ShapeId, shapeName } from "@shapelog/model";
import type { Claim, Mention } from "./find-claims.js";
import { listFacts, type NameFact } from "./list-facts.js";
import { indexNames } from "./name-index.js";
import { findPlace, membersNamed } from "./places.js";
import type { ToldChange } from "./told-change.js";
import type { ClaimKind } from "./words.js";

/** What is wrong with a claim, and at which of its words. */
export interface ClaimProblem {
  readonly kind: "false" | "wrong-place" | "unclear-place";
  readonly at: Mention;
  readonly name: string;
  /** What the models say of the name, as a sentence of Markdown without its point. */
  readonly says: string;
}

/** Whether the text around a claim names one of these shapes, or a member that holds one. */
export type IsPlaceTold = (shapes: ReadonlySet<ShapeId>) => boolean;

/** Returns what is wrong with a claim. It is right where it is right for one of the changes that its text is about. */
export function judgeClaim(
  claim: Claim,
  told: readonly ToldChange[],
  isPlaceTold: IsPlaceTold,
): readonly ClaimProblem[] {
  const judged = told.map((change) => judgeFor(claim, change, isPlaceTold));
  if (judged.length === 0 || judged.some((problems) => problems.length === 0)) return [];
  return judged.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function judgeFor(claim: Claim, change: ToldChange, isPlaceTold: IsPlaceTold): readonly ClaimProblem[] {
  const places = claim.places.flatMap((mention) => {
    const place = {
      mention,
      before: findPlace(change.before, mention),
      after: findPlace(change.after, mention),
    };
    return place.before.size + place.after.size === 0 ? [] : [place];
  });
  // Of a name that is another one now, that one says which is meant.
  const held: Held = { change, isPlaceTold: claim.kind === "renamed" ? () => true : isPlaceTold };
  const problems = listParts(claim).flatMap((part) => judgePart({ ...part, places }, held) ?? []);
  return problems.length > 0 ? problems : findEmptyPlaces(claim, places, change);
}

/** What is said of one name. */
interface Part {
  readonly at: Mention;
  readonly kind: Exclude<ClaimKind, "renamed">;
}

/** A name that is another one now went, and the other came. */
function listParts({ kind, names, to }: Claim): readonly Part[] {
  const of = (mentions: readonly Mention[], what: Part["kind"]) =>
    mentions.map((at): Part => ({ at, kind: what }));
  return kind === "renamed" ? [...of(names, "removed"), ...of(to, "added")] : of(names, kind);
}

/** A place that a sentence names, and the shapes that it is or holds on both sides. */
interface Place {
  readonly mention: Mention;
  readonly before: ReadonlySet<ShapeId>;
  readonly after: ReadonlySet<ShapeId>;
}

interface PlacedPart extends Part {
  readonly places: readonly Place[];
}

/** What a part is held against. */
interface Held {
  readonly change: ToldChange;
  readonly isPlaceTold: IsPlaceTold;
}

function holdsShape({ before, after }: Place, shape: ShapeId): boolean {
  return before.has(shape) || after.has(shape);
}

function judgePart(part: PlacedPart, held: Held): ClaimProblem | undefined {
  if (part.kind === "added" || part.kind === "removed") return judgeFact(part, held);
  return !part.at.isSure || isSo(part, held.change) ? undefined : createProblem("false", part, held.change);
}

function judgeFact(part: PlacedPart, { change, isPlaceTold }: Held): ClaimProblem | undefined {
  const { at, kind, places } = part;
  const all = factsAbout(change, at.name);
  if (!at.isSure && all.length === 0) return undefined; // a word of the language, perhaps
  const facts = all.filter((fact) => fact.kind === kind);
  const isAt = ({ shape }: NameFact) => places.some((place) => holdsShape(place, shape));
  if (facts.length === 0) return isMoved(part, change) ? undefined : createProblem("false", part, change);
  if (places.length > 0 && !facts.some(({ shape, isShape }) => isShape && isOperation(change, shape)))
    return facts.some(isAt) || isLooselyAt(facts, places) || isMoved(part, change)
      ? undefined
      : createProblem("wrong-place", part, change);
  if (kind === "added" || facts.some(({ isShape }) => isShape)) return undefined;
  const gone = new Set(facts.map(({ shape }) => shape));
  const isUnclear = stays(at.name, gone, change) && !isPlaceTold(gone);
  return isUnclear ? createProblem("unclear-place", part, change) : undefined;
}

/** Operations are new in a service, wherever the text says that they belong. */
function isOperation({ before, after }: ToldChange, id: ShapeId): boolean {
  return [before, after].some((model) => findShape(model, id)?.kind === "operation");
}

/** People leave out of a type's name what all types have: of LoRaWANServiceProfile, ServiceProfile. */
function isLooselyAt(facts: readonly NameFact[], places: readonly Place[]): boolean {
  const names = places.map(({ mention }) => mention.name.toLowerCase());
  return facts.some(({ shape }) => names.some((name) => shapeName(shape).toLowerCase().includes(name)));
}

/** Whether a name is where it was not, or no longer where it was, although nothing of that name came or went itself. */
function isMoved({ at, kind, places }: PlacedPart, { before, after }: ToldChange): boolean {
  const isIn = (side: "before" | "after") => {
    const uses = indexNames(side === "before" ? before : after).get(at.name) ?? [];
    return uses.some(({ shape }) => places.length === 0 || places.some((place) => place[side].has(shape)));
  };
  return kind === "added" ? isIn("after") && !isIn("before") : isIn("before") && !isIn("after");
}

/** Whether a name that went stays somewhere else. */
function stays(name: string, gone: ReadonlySet<ShapeId>, { after }: ToldChange): boolean {
  return (indexNames(after).get(name) ?? []).some(
    ({ shape, member }) => member !== undefined && !gone.has(shape),
  );
}

/** Whether what is said of a state is so after the change, at one of its places. */
function isSo({ at, kind, places }: PlacedPart, { before, after }: ToldChange): boolean {
  const isAt = (shape: ShapeId) => places.length === 0 || places.some((place) => holdsShape(place, shape));
  const uses = indexNames(after).get(at.name) ?? [];
  if (kind === "kept")
    return [indexNames(before).get(at.name) ?? [], uses].every((own) => own.some(({ shape }) => isAt(shape)));
  const members = membersNamed(after, at.name).filter(({ shape }) => isAt(shape));
  if (kind === "deprecated") {
    const isMarked = (id: ShapeId) => hasTrait(findShape(after, id) ?? { traits: {} }, "deprecated");
    const isOfShape = uses.some(({ shape, member }) => member === undefined && isMarked(shape));
    return isOfShape || members.some(({ member }) => hasTrait(member, "deprecated"));
  }
  const own = members.filter(({ shape }) => isStructure(after, shape));
  return own.length === 0 || own.some(({ member }) => hasTrait(member, "required") === (kind === "required"));
}

function isStructure(model: Model, id: ShapeId): boolean {
  return findShape(model, id)?.kind === "structure";
}

/** Returns the places of a claim at which none of its names came or went. */
function findEmptyPlaces(
  { kind, names, to }: Claim,
  places: readonly Place[],
  change: ToldChange,
): readonly ClaimProblem[] {
  const [first] = names;
  if (!first || places.length < 2) return [];
  if (kind !== "added" && kind !== "removed" && kind !== "renamed") return [];
  const all = [...names, ...to];
  const facts = all.flatMap(({ name }) => factsAbout(change, name));
  const moved = kind === "removed" ? kind : "added";
  const isEmpty = (place: Place) =>
    !facts.some(({ shape }) => holdsShape(place, shape)) &&
    !all.some((at) => isMoved({ at, kind: moved, places: [place] }, change));
  const says = sayFacts(change, first.name);
  return places
    .filter(isEmpty)
    .map(({ mention }): ClaimProblem => ({ kind: "wrong-place", at: mention, name: first.name, says }));
}

const FACTS = new WeakMap<ToldChange, ReadonlyMap<string, readonly NameFact[]>>();

function factsAbout(change: ToldChange, name: string): readonly NameFact[] {
  const known = FACTS.get(change) ?? indexFacts(change);
  FACTS.set(change, known);
  return known.get(name) ?? [];
}

function indexFacts({ changes }: ToldChange): ReadonlyMap<string, readonly NameFact[]> {
  const index = new Map<string, NameFact[]>();
  for (const fact of listFacts(changes)) {
    const known = index.get(fact.name);
    if (known) known.push(fact);
    else index.set(fact.name, [fact]);
  }
  return index;
}

function createProblem(kind: ClaimProblem["kind"], { at }: Part, change: ToldChange): ClaimProblem {
  return { kind, at, name: at.name, says: sayFacts(change, at.name) };
}

const MOST_SAID = 3;

/** Returns what the models say of a name: where it came and went, and where it stays. */
function sayFacts(change: ToldChange, name: string): string {
  const facts = factsAbout(change, name);
  const of = (kind: NameFact["kind"]) => [
    ...new Set(
      facts.flatMap((fact) => (fact.kind === kind ? [fact.isShape ? "" : shapeName(fact.shape)] : [])),
    ),
  ];
  const gone = new Set(facts.filter(({ kind }) => kind === "removed").map(({ shape }) => shape));
  const came = new Set(facts.filter(({ kind }) => kind === "added").map(({ shape }) => shape));
  const kept = (indexNames(change.after).get(name) ?? []).flatMap(({ shape, member }) =>
    came.has(shape) || gone.has(shape) ? [] : [member === undefined ? "" : shapeName(shape)],
  );
  const parts = [
    say("was removed", "from", of("removed")),
    say("was added", "to", of("added")),
    say("stays", "in", [...new Set(kept)]),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "did neither" : parts.join(", ");
}

function say(what: string, where: string, places: readonly string[]): string {
  if (places.length === 0) return "";
  const named = places.filter((place) => place !== "");
  return named.length === 0 ? what : `${what} ${where} ${codeList(named, "and", MOST_SAID)}`;
}
