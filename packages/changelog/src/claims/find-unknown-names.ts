import { type Claim, type FindKinds, findClaims } from "./find-claims.js";
import { listFacts } from "./list-facts.js";
import { findPlace } from "./places.js";
import type { Token } from "./read-tokens.js";
import type { Span } from "./span.js";
import type { ToldChange } from "./told-change.js";
import { HAVING, type NameKind } from "./words.js";

/** A name in backticks that none of the models has, where one of them would have to. */
export interface UnknownName extends Span {
  readonly name: string;
  /** A name that came or went, which it is a slip of. */
  readonly meant?: string;
  /** Where the text says that it came or went. */
  readonly place?: string;
}

export interface UnknownNamesOptions {
  /** The text that the sentences are of. */
  readonly text: string;
  readonly told: readonly ToldChange[];
  readonly findKinds: FindKinds;
}

const ANY_KIND: ReadonlySet<NameKind> = new Set(["value", "member", "operation", "error", "type"]);

/**
 * Returns the names in backticks that no model has, and that are one slip away from one that came or went and is not told
 * of, or that are said to have come or gone at a place that the models have. Other code can be of anything.
 */
export function findUnknownNames(
  sentences: readonly (readonly Token[])[],
  options: UnknownNamesOptions,
): readonly UnknownName[] {
  const { text, told, findKinds } = options;
  const tokens = sentences.flat();
  const unknown = tokens.filter(
    (token) => text[token.start] === "`" && isIdentifier(token) && findKinds(token.text).size === 0,
  );
  if (unknown.length === 0) return [];
  const said = new Set(tokens.flatMap((token) => token.text.split(/\W+/)));
  const moved = new Set(told.flatMap(({ changes }) => listFacts(changes).map(({ name }) => name)));
  const silent = [...moved].filter((name) => !said.has(name));
  const placed = findPlaced(sentences, unknown, options);
  return unknown.flatMap(({ text: name, start, end }): UnknownName[] => {
    const meant = silent.find((each) => isSlip(name, each));
    if (meant !== undefined) return [{ name, start, end, meant }];
    const place = placed.get(start);
    return place === undefined ? [] : [{ name, start, end, place }];
  });
}

function isIdentifier({ kind, text }: Token): boolean {
  return kind === "code" && /^[\p{L}_][\p{L}\p{N}_]{3,}$/u.test(text);
}

/** Returns the places at which unknown names are said to have come or gone, by where the names start. */
function findPlaced(
  sentences: readonly (readonly Token[])[],
  unknown: readonly Token[],
  { told, findKinds }: UnknownNamesOptions,
): ReadonlyMap<number, string> {
  const names = new Set(unknown.map(({ text }) => text));
  const guess: FindKinds = (name) => (names.has(name) ? ANY_KIND : findKinds(name));
  const starts = new Set(unknown.map(({ start }) => start));
  const claims = sentences
    .filter((sentence) => sentence.some(({ start }) => starts.has(start)))
    .flatMap((sentence) => findClaims(sentence, guess))
    .filter(({ kind }) => kind === "added" || kind === "removed");
  const claimed = claims.flatMap((claim) => {
    const place = findKnownPlace(claim, told);
    return place === undefined ? [] : claim.names.map(({ start }) => [start, place] as const);
  });
  return new Map([...claimed, ...sentences.flatMap((sentence) => findHeld(sentence, { starts, findKinds }))]);
}

/** Returns the unknown names that a name of the models is said to have: `Kind has A`. */
function findHeld(
  sentence: readonly Token[],
  { starts, findKinds }: { readonly starts: ReadonlySet<number>; readonly findKinds: FindKinds },
): readonly (readonly [start: number, place: string])[] {
  return sentence.flatMap(({ start }, index) => {
    const [place, verb] = sentence.slice(Math.max(0, index - 2), index);
    const isHeld = starts.has(start) && place?.kind === "code" && HAVING.has(verb?.small ?? "");
    return isHeld && findKinds(place.text).size > 0 ? [[start, place.text] as const] : [];
  });
}

function findKnownPlace({ places }: Claim, told: readonly ToldChange[]): string | undefined {
  const isKnown = (place: Claim["places"][number]) =>
    told.some(({ before, after }) => [before, after].some((model) => findPlace(model, place).size > 0));
  return places.find((place) => place.isSure && isKnown(place))?.name;
}

/**
 * Whether one letter more, less or other makes one name of the other. What differs in case, in marks between words or in a
 * number may be another way to write a name, or another name.
 */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replaceAll("_", "")) as [string, string];
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const rest = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return rest.every((part) => part.length <= 1 && !/\d/.test(part));
}
