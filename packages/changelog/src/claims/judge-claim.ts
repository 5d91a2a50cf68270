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
    const shapes = findPlace(change, mention);
    return shapes.size === 0 ? [] : [{ mention, shapes }];
  });
  const problems: ClaimProblem[] = [];
  const pairs: readonly (readonly [Mention, ClaimKind])[] =
    claim.kind === "renamed"
      ? [
          ...claim.names.map((name) => [name, "removed"] as const),
          ...claim.to.map((name) => [name, "added"] as const),
        ]
      : claim.names.map((name) => [name, claim.kind] as const);
  for (const [at, kind] of pairs) {
    const problem = judgeName(
      { at, kind, places, isPlaceTold: claim.kind === "renamed" ? () => true : isPlaceTold },
      change,
    );
    if (problem) problems.push(problem);
  }
  return problems.length > 0 ? problems : findEmptyPlaces(claim, places, change);
}

interface Place {
  readonly mention: Mention;
  readonly shapes: ReadonlySet<ShapeId>;
}

interface NameClaim {
  readonly at: Mention;
  readonly kind: ClaimKind;
  readonly places: readonly Place[];
  readonly isPlaceTold: IsPlaceTold;
}

function judgeName(claim: NameClaim, change: ToldChange): ClaimProblem | undefined {
  switch (claim.kind) {
    case "added":
    case "removed":
      return judgeFact({ ...claim, kind: claim.kind }, change);
    case "renamed":
      return undefined; // told of as one name that went and one that came
    default:
      return !claim.at.isSure || holds(claim, change) ? undefined : createProblem("false", claim, change);
  }
}

function judgeFact(
  claim: NameClaim & { readonly kind: "added" | "removed" },
  change: ToldChange,
): ClaimProblem | undefined {
  const { at, kind, places } = claim;
  const all = factsAbout(change, at.name);
  if (!at.isSure && all.length === 0) return undefined; // a word of the language, perhaps
  const facts = all.filter((fact) => fact.kind === kind);
  const isAt = (fact: NameFact) => places.some(({ shapes }) => shapes.has(fact.shape));
  if (facts.length === 0) return isMoved(claim, change) ? undefined : createProblem("false", claim, change);
  if (places.length > 0 && !facts.some(({ shape, isShape }) => isShape && isOperation(change, shape)))
    return facts.some(isAt) || isLooselyAt(facts, places) || isMoved(claim, change)
      ? undefined
      : createProblem("wrong-place", claim, change);
  if (kind === "added" || facts.some(({ isShape }) => isShape)) return undefined;
  return isUnclear(facts, claim, change) ? createProblem("unclear-place", claim, change) : undefined;
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
function isMoved({ at, kind, places }: NameClaim, { before, after }: ToldChange): boolean {
  const [with_, without] = kind === "added" ? [after, before] : [before, after];
  const isIn = (model: Model, within: readonly Place[]) => {
    const uses = indexNames(model).get(at.name) ?? [];
    return within.length === 0
      ? uses.length > 0
      : uses.some(({ shape }) => within.some((place) => reaches(model, place, shape)));
  };
  return isIn(with_, places) && !isIn(without, places);
}

function reaches(model: Model, { mention }: Place, shape: ShapeId): boolean {
  return findPlace({ before: model, after: model, changes: [], findings: [], bump: "patch" }, mention).has(
    shape,
  );
}

/** A name went somewhere, and stays somewhere else, and the text does not say which is meant. */
function isUnclear(
  facts: readonly NameFact[],
  { at, isPlaceTold }: NameClaim,
  { after }: ToldChange,
): boolean {
  const gone = new Set(facts.map(({ shape }) => shape));
  const stays = (indexNames(after).get(at.name) ?? []).some(
    ({ shape, member }) => member !== undefined && !gone.has(shape),
  );
  return stays && !isPlaceTold(gone);
}

/** Whether what a claim says of a state is so after the change, at one of its places. */
function holds({ at, kind, places }: NameClaim, { before, after }: ToldChange): boolean {
  const isAt = (shape: ShapeId) => places.length === 0 || places.some(({ shapes }) => shapes.has(shape));
  if (kind === "kept")
    return [before, after].every((model) =>
      (indexNames(model).get(at.name) ?? []).some(({ shape }) => isAt(shape)),
    );
  if (kind === "deprecated") {
    const shapes = (indexNames(after).get(at.name) ?? []).filter(({ member }) => member === undefined);
    const isOfShape = shapes.some(({ shape }) =>
      hasTrait(findShape(after, shape) ?? { traits: {} }, "deprecated"),
    );
    return (
      isOfShape ||
      membersNamed(after, at.name).some(({ shape, member }) => isAt(shape) && hasTrait(member, "deprecated"))
    );
  }
  const members = membersNamed(after, at.name).filter(
    ({ shape }) => isAt(shape) && isStructure(after, shape),
  );
  return (
    members.length === 0 ||
    members.some(({ member }) => hasTrait(member, "required") === (kind === "required"))
  );
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
  if ((kind !== "added" && kind !== "removed" && kind !== "renamed") || places.length < 2) return [];
  const all = [...names, ...to];
  const facts = all.flatMap(({ name }) => factsAbout(change, name));
  const [first] = all;
  return places.flatMap((place) => {
    const isEmpty =
      !facts.some(({ shape }) => place.shapes.has(shape)) &&
      !all.some((at) =>
        isMoved(
          { at, kind: kind === "removed" ? "removed" : "added", places: [place], isPlaceTold: () => true },
          change,
        ),
      );
    if (!isEmpty || !first) return [];
    return [
      {
        kind: "wrong-place" as const,
        at: place.mention,
        name: first.name,
        says: sayFacts(change, first.name),
      },
    ];
  });
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

function createProblem(kind: ClaimProblem["kind"], { at }: NameClaim, change: ToldChange): ClaimProblem {
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
  const stays = (indexNames(change.after).get(name) ?? []).flatMap(({ shape, member }) =>
    came.has(shape) || gone.has(shape) ? [] : [member === undefined ? "" : shapeName(shape)],
  );
  const parts = [
    say("was removed", "from", of("removed")),
    say("was added", "to", of("added")),
    say("stays", "in", [...new Set(stays)]),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "did neither" : parts.join(", ");
}

function say(what: string, where: string, places: readonly string[]): string {
  if (places.length === 0) return "";
  const named = places.filter((place) => place !== "");
  return named.length === 0 ? what : `${what} ${where} ${codeList(named, "and", MOST_SAID)}`;
}
