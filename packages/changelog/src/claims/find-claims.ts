import { CODE_LIKE, type Token } from "./read-tokens.js";
import type { Span } from "./span.js";
import {
  ADVERBS,
  BEING,
  type ClaimKind,
  COUNTING,
  DOUBTING,
  FILLING,
  FOLLOWING,
  GIVEN,
  GIVING,
  HAVING,
  JOINING,
  KIND_WORDS,
  type NameKind,
  PREPOSITIONS,
  THINGS,
  VERB_FORMS,
  type Verb,
} from "./words.js";

/** A name of the models, where a text says it. */
export interface Mention extends Span {
  readonly name: string;
  /** The names before it in a path, outermost first. */
  readonly within: readonly string[];
  /** Whether it can be no word of the language, by its looks or by what stands beside it. */
  readonly isSure: boolean;
}

/** What a sentence says of names. */
export interface Claim extends Span {
  readonly kind: ClaimKind;
  readonly names: readonly Mention[];
  /** What the names are called now; for `renamed` alone. */
  readonly to: readonly Mention[];
  /** Where, as the sentence says it; of several, any. */
  readonly places: readonly Mention[];
}

/** Returns what the models have under a name. */
export type FindKinds = (name: string) => ReadonlySet<NameKind>;

/** A word of a sentence, and the name that it is, if it is one. */
interface Piece {
  readonly token: Token;
  readonly mention?: Mention | undefined;
  readonly kinds: ReadonlySet<NameKind>;
  /** Whether it is a name by its looks, and can be no word of the language. */
  readonly isSure: boolean;
}

/** A list of names as a sentence has it, and what stands behind it (or before it, for one that is read backwards). */
interface Names {
  readonly mentions: readonly Mention[];
  readonly next: number;
}

const NONE: Names = { mentions: [], next: -1 };

/**
 * Returns what a sentence says was added, removed, renamed, deprecated or kept, and where. Only what is plain is taken for a
 * claim: names of the models that are the object of such a verb, or its subject in the passive, and nothing that is wished,
 * planned, possible or denied.
 */
export function findClaims(sentence: readonly Token[], findKinds: FindKinds): readonly Claim[] {
  const pieces = sentence.map((token) => createPiece(token, findKinds));
  if (!pieces.some(({ mention }) => mention)) return [];
  const start = readStart(pieces);
  const claims: Claim[] = [];
  const known = new Set<string>();
  let subject: readonly Mention[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const read = readClaim(pieces, index, subject);
    if (!read) continue;
    subject = read.subject ?? subject;
    for (const claim of read.claims) {
      const places = claim.places.length > 0 ? claim.places : start;
      const keys = claim.names.map(({ start: at }) => `${claim.kind} ${at}`);
      if (keys.length === 0 || keys.some((key) => known.has(key))) continue;
      for (const key of keys) known.add(key);
      claims.push({ ...claim, places: without(places, claim) });
    }
  }
  return claims;
}

/** A name that something is said of is not where it is said to be. */
function without(places: readonly Mention[], { names, to }: Pick<Claim, "names" | "to">): readonly Mention[] {
  const own = new Set([...names, ...to].map(({ start }) => start));
  return places.filter(({ start }) => !own.has(start));
}

interface Read {
  readonly claims: readonly Claim[];
  /** Who did it, for the verbs behind it. */
  readonly subject?: readonly Mention[];
}

function readClaim(pieces: readonly Piece[], at: number, subject: readonly Mention[]): Read | undefined {
  const { small } = pieces[at]?.token ?? { small: "" };
  const verb = VERB_FORMS.get(small);
  if (verb && !pieces[at]?.mention) return readVerb(pieces, { at, verb, subject });
  if (small === "no" && smallAt(pieces, at + 1) === "longer") return readNoLonger(pieces, at);
  const state = STATES.get(small);
  return state && readState(pieces, at, state);
}

interface VerbAt {
  readonly at: number;
  readonly verb: Verb;
  readonly subject: readonly Mention[];
}

function readVerb(pieces: readonly Piece[], { at, verb, subject }: VerbAt): Read | undefined {
  if (isDoubted(pieces, at, verb)) return undefined;
  const before = skipBack(pieces, at - 1);
  const object = readNames(pieces, at + 1);
  const own = readNamesBack(pieces, before.at);
  const isAfter = before.isPassive || (object.mentions.length === 0 && endsThere(pieces[at + 1]));
  if (verb.form === "past" && isAfter) {
    const said = isOfOther(pieces, own.next) ? splitStart(pieces, own) : { names: own, places: [] };
    if (!said || said.names.mentions.length === 0) return undefined;
    const found = createClaims(pieces, verb, { names: said.names, next: at + 1 });
    return {
      claims: found.map((claim) => (claim.places.length > 0 ? claim : { ...claim, places: said.places })),
    };
  }
  if (object.mentions.length === 0 || isAdjective(pieces, at, verb)) return undefined;
  if (smallAt(pieces, object.next) === "as" && verb.kind !== "renamed") return undefined;
  const doer =
    own.mentions.length > 0 && at > 0 ? own.mentions : smallAt(pieces, at - 1) === "and" ? subject : [];
  const claims = createClaims(pieces, verb, { names: object, next: object.next });
  const placed = claims.map((claim) => (claim.places.length > 0 ? claim : { ...claim, places: doer }));
  return { claims: placed, subject: doer };
}

/** In `In P, A was added`, what stands before the last comma alone is the place. */
function splitStart(
  pieces: readonly Piece[],
  { mentions, next }: Names,
): { readonly names: Names; readonly places: readonly Mention[] } | undefined {
  if (next !== 0) return undefined;
  const at = (mention: Mention) => pieces.findIndex(({ token }) => token.start === mention.start);
  const cut = mentions.findLastIndex(
    (mention, index) => index > 0 && smallAt(pieces, at(mention) - 1) === ",",
  );
  if (cut < 1) return undefined;
  return { names: { mentions: mentions.slice(cut), next }, places: mentions.slice(0, cut) };
}

/** A participle without an object stands at the end of what it says, or before a place. */
function endsThere(next: Piece | undefined): boolean {
  return !next || (next.token.kind === "mark" && next.token.text !== ":") || FOLLOWING.has(next.token.small);
}

/** `deprecated` and `added` between a determiner and a name say which name is meant: "removed the deprecated field Size". */
function isAdjective(pieces: readonly Piece[], at: number, { form }: Verb): boolean {
  const before = smallAt(pieces, at - 1);
  return form === "past" && (FILLING.has(before) || PREPOSITIONS.has(before) || VERB_FORMS.has(before));
}

/** So many words before a verb can be of its clause. */
const CLAUSE = 40;

/** The clause before a verb says that it did not happen, or only can. */
function isDoubted(pieces: readonly Piece[], at: number, { form }: Verb): boolean {
  const before = smallAt(pieces, at - 1);
  if (form === "gerund" && PREPOSITIONS.has(before)) return true;
  if (
    form === "plain" &&
    at > 0 &&
    !(before === "and" || before === "," || before === ":" || before === ";" || before === "we")
  )
    return true;
  for (let index = at - 1; index >= Math.max(0, at - CLAUSE); index--) {
    const { token, mention } = pieces[index] as Piece; // within the sentence
    if (!mention && DOUBTING.has(token.small) && !isPastClause(pieces, index, at)) return true;
    if (token.kind === "mark" && /[;:()]/.test(token.text)) return false;
  }
  return false;
}

/** A doubt ends where a verb before this one has its own object: "to be clear, we removed". */
function isPastClause(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces.slice(from + 1, to).some(({ token }) => token.text === "," || token.text === "but");
}

/** Steps back over `is`, `has been`, `now` before a verb. */
function skipBack(
  pieces: readonly Piece[],
  from: number,
): { readonly at: number; readonly isPassive: boolean } {
  let at = from;
  let isPassive = false;
  for (; at >= 0; at--) {
    const { token, mention } = pieces[at] as Piece; // within the sentence
    if (mention) break;
    if (BEING.has(token.small)) isPassive = true;
    else if (!HAVING.has(token.small) && !ADVERBS.has(token.small)) break;
  }
  return { at, isPassive };
}

/** Returns the claims of a verb whose names are known, with what follows: what they are called now, and where they are. */
function createClaims(
  pieces: readonly Piece[],
  verb: Verb,
  { names, next }: { readonly names: Names; readonly next: number },
): readonly Claim[] {
  const word = smallAt(pieces, next);
  const { mentions } = names;
  if (verb.kind === "renamed") {
    const isTo = word === "to" || word === "as" || word === "into";
    const to = readNames(pieces, isTo ? next + 1 : next);
    const last = to.mentions.at(-1);
    if (!last) return [];
    // "A to B and C to D"
    if (isTo && to.mentions.length > 1 && smallAt(pieces, to.next) === word) {
      const rest = createClaims(pieces, verb, { names: { mentions: [last], next: to.next }, next: to.next });
      return [createClaim("renamed", mentions, { to: to.mentions.slice(0, -1), places: [] }), ...rest];
    }
    return [createClaim("renamed", mentions, { to: to.mentions, places: readPlaces(pieces, to.next) })];
  }
  if (verb.kind === "replaced") {
    const by = word === "by" || word === "with" ? readNames(pieces, next + 1) : NONE;
    if (by.mentions.length === 0) return [];
    const places = readPlaces(pieces, by.next);
    return [createClaim("removed", mentions, { places }), createClaim("added", by.mentions, { places })];
  }
  return createPlaced(pieces, verb.kind, names, next);
}

/** In `A to P and B to Q`, the last of the places of A is what the next place is of. */
function createPlaced(
  pieces: readonly Piece[],
  kind: ClaimKind,
  { mentions }: Names,
  from: number,
): readonly Claim[] {
  const claims: Claim[] = [];
  let names = mentions;
  for (let at = from; ; ) {
    const word = smallAt(pieces, at);
    const isPlace = PREPOSITIONS.has(word) && !pieces[at]?.mention;
    const places = isPlace ? readNames(pieces, at + 1) : NONE;
    const next = places.mentions.at(-1);
    const isGapped =
      smallAt(pieces, places.next) === word && readNames(pieces, places.next + 1).mentions.length > 0;
    if (places.mentions.length < 2 || !next || !isGapped) {
      claims.push(createClaim(kind, names, { places: readPlaces(pieces, at) }));
      return claims;
    }
    claims.push(createClaim(kind, names, { places: places.mentions.slice(0, -1) }));
    names = [next];
    at = places.next;
  }
}

function createClaim(
  kind: ClaimKind,
  names: readonly Mention[],
  { to = [], places }: { readonly to?: readonly Mention[]; readonly places: readonly Mention[] },
): Claim {
  const all = [...names, ...to];
  const start = Math.min(...all.map((mention) => mention.start));
  return { kind, names, to, places, start, end: Math.max(...all.map((mention) => mention.end)) };
}

/** `X no longer returns Y`, `X is no longer returned`, `X is no longer required`. */
function readNoLonger(pieces: readonly Piece[], at: number): Read | undefined {
  const word = smallAt(pieces, at + 2);
  const own = readNamesBack(pieces, skipBack(pieces, at - 1).at).mentions;
  if (GIVING.has(word)) {
    const object = readNames(pieces, at + 3);
    if (object.mentions.length === 0) return undefined;
    const places = readPlaces(pieces, object.next);
    return {
      claims: [createClaim("removed", object.mentions, { places: places.length > 0 ? places : own })],
    };
  }
  if (own.length === 0) return undefined;
  const places = readPlaces(pieces, at + 3);
  if (GIVEN.has(word)) return { claims: [createClaim("removed", own, { places })] };
  if (word === "required" || word === "mandatory")
    return { claims: [createClaim("optional", own, { places })] };
  return undefined;
}

const STATES: ReadonlyMap<string, ClaimKind> = new Map([
  ["gone", "removed"],
  ["new", "added"],
  ["required", "required"],
  ["mandatory", "required"],
  ["optional", "optional"],
]);

/** `X is gone`, `X is new`, `the new field X`, `X is now required`. */
function readState(pieces: readonly Piece[], at: number, kind: ClaimKind): Read | undefined {
  const before = skipBack(pieces, at - 1);
  if (before.isPassive && !isDoubted(pieces, at, { kind: "added", form: "past" })) {
    const own = readNamesBack(pieces, before.at);
    if (own.mentions.length > 0) {
      if (isOfOther(pieces, own.next)) return undefined;
      return { claims: [createClaim(kind, own.mentions, { places: readPlaces(pieces, at + 1) })] };
    }
  }
  const word = smallAt(pieces, at - 1);
  if (
    smallAt(pieces, at) !== "new" ||
    word === "as" ||
    COUNTING.has(word) ||
    /^\d/.test(word) ||
    PREPOSITIONS.has(word) ||
    isDoubted(pieces, at, { kind: "added", form: "past" })
  )
    return undefined;
  const names = readNames(pieces, at + 1);
  if (names.mentions.length === 0) return undefined;
  return { claims: [createClaim("added", names.mentions, { places: readPlaces(pieces, names.next) })] };
}

/** Returns the places that stand behind a verb: `to CreateUser`, `from the Kind enum in ListEvents`. */
function readPlaces(pieces: readonly Piece[], from: number): readonly Mention[] {
  const places: Mention[] = [];
  for (let at = from; PREPOSITIONS.has(smallAt(pieces, at)) && !pieces[at]?.mention; ) {
    const names = readNames(pieces, at + 1);
    if (names.mentions.length === 0) break;
    for (const mention of names.mentions) places.push(mention);
    at = names.next;
  }
  return places;
}

/** Returns what a sentence begins with as the place of all that it says: `In EventType, …`, `EventType: …`. */
function readStart(pieces: readonly Piece[]): readonly Mention[] {
  if (PREPOSITIONS.has(smallAt(pieces, 0))) return readPlaces(pieces, 0);
  const names = readNames(pieces, 0);
  return names.mentions.length > 0 && smallAt(pieces, names.next) === ":" ? names.mentions : [];
}

/** Returns the names that stand at a place as one list: `the fields A, B and C`. Empty where something else is meant. */
function readNames(pieces: readonly Piece[], from: number): Names {
  const found: Piece[] = [];
  const things: string[] = [];
  let at = from;
  for (;;) {
    const next = skipFilling(pieces, at, things);
    const piece = pieces[next];
    if (!piece?.mention) break;
    found.push(piece);
    at = next + 1;
    for (; isThing(pieces[at]); at++) things.push(smallAt(pieces, at));
    let joined = at;
    while (JOINING.has(smallAt(pieces, joined))) joined++;
    if (joined === at || !pieces[skipFilling(pieces, joined, [])]?.mention) break;
    at = joined;
  }
  const isCounted =
    found.length === 1 && pieces.slice(from, at).some(({ token }) => COUNTING.has(token.small));
  const isOfNumber = smallAt(pieces, at) === "of" && /^\d/.test(smallAt(pieces, at + 1));
  const isOfMany =
    found.length === 1 && /(?<!statu)s$/.test(smallAt(pieces, at - 1)) && isThing(pieces[at - 1]);
  const isHolder = smallAt(pieces, at) === "(" && pieces[at + 1]?.mention !== undefined;
  if (!isWhole(pieces[at]) || isCounted || isOfNumber || isOfMany || isHolder || !fitsThings(found, things))
    return NONE;
  return { mentions: pickNames(found, things.length > 0), next: at };
}

/** Skips what stands before a name, with a mark behind what it is called: `a new operation, A`. */
function skipFilling(pieces: readonly Piece[], from: number, things: string[]): number {
  let at = from;
  for (; isFilling(pieces, at); at++) if (isThing(pieces[at])) things.push(smallAt(pieces, at));
  const isNamed = at > from && isThing(pieces[at - 1]) && /^[,:(–—-]$/.test(smallAt(pieces, at));
  return isNamed && pieces[at + 1]?.mention ? at + 1 : at;
}

function isThing(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.isSure && THINGS.has(piece.token.small) && piece.token.kind === "word";
}

/** What stands behind a list is not what the list only tells more of: in `removed Success handling`, Success is no name. */
function isWhole(next: Piece | undefined): boolean {
  return next?.token.kind !== "word" || FOLLOWING.has(next.token.small) || VERB_FORMS.has(next.token.small);
}

/** In `new Kind values`, Kind is no value: what names are called has to fit what they are. */
function fitsThings(found: readonly Piece[], things: readonly string[]): boolean {
  const kinds = things.map((thing) =>
    Object.entries(KIND_WORDS).flatMap(([kind, words]) => (words.has(thing) ? [kind] : [])),
  );
  return found.every((piece) =>
    kinds.every(
      (fitting) => fitting.length === 0 || fitting.some((kind) => piece.kinds.has(kind as NameKind)),
    ),
  );
}

/** The same, for the list that ends at a place. */
function readNamesBack(pieces: readonly Piece[], from: number): Names {
  const found: Piece[] = [];
  const things: string[] = [];
  let at = from;
  for (;;) {
    for (; isThing(pieces[at]); at--) things.push(smallAt(pieces, at));
    const piece = pieces[at];
    if (!piece?.mention) break;
    found.unshift(piece);
    for (at--; isFilling(pieces, at); at--) if (isThing(pieces[at])) things.push(smallAt(pieces, at));
    let joined = at;
    while (JOINING.has(smallAt(pieces, joined))) joined--;
    if (joined === at) break;
    let before = joined;
    while (isThing(pieces[before])) before--;
    if (!pieces[before]?.mention) break;
    at = joined;
  }
  const isCompound =
    /^\p{Lu}\p{Ll}/u.test(pieces[at]?.token.text ?? "") &&
    !VERB_FORMS.has(smallAt(pieces, at)) &&
    !PREPOSITIONS.has(smallAt(pieces, at));
  if (isCompound || !fitsThings(found, things)) return NONE;
  return { mentions: pickNames(found, things.length > 0), next: at };
}

/** What a list of names belongs to: of `support for A`, A is not what is told of. */
function isOfOther(pieces: readonly Piece[], before: number): boolean {
  const word = smallAt(pieces, before);
  return PREPOSITIONS.has(word) || word === "by" || word === "with" || word === "using";
}

function isFilling(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.token.kind !== "word" || piece.isSure) return false;
  return (
    FILLING.has(piece.token.small) ||
    (THINGS.has(piece.token.small) && piece.token.text === piece.token.small)
  );
}

/** A word of the language is a name where it is written as one, or in a list with one that can only be that. */
function pickNames(found: readonly Piece[], hasThing: boolean): readonly Mention[] {
  const isSure = hasThing || found.some((piece) => piece.isSure);
  return found.flatMap(({ mention, isSure: isOwn, token }) =>
    mention && (isOwn || /^\p{Lu}/u.test(token.text)) ? [{ ...mention, isSure }] : [],
  );
}

function smallAt(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.token.small ?? "";
}

const PARTS = /[.$#/:]|\[\]/;
const NO_KINDS: ReadonlySet<NameKind> = new Set();

function createPiece(token: Token, findKinds: FindKinds): Piece {
  const { kind, text: whole, small, start, end } = token;
  const text = whole.replace(/[’']s$/, "");
  const isSure = kind === "code" || (kind === "word" && CODE_LIKE.test(text));
  if (kind === "mark" || (kind === "word" && THINGS.has(small)))
    return { token, kinds: NO_KINDS, isSure: false };
  const kinds = findKinds(text);
  if (kinds.size > 0) {
    return { token, kinds, mention: { start, end, name: text, within: [], isSure }, isSure };
  }
  const parts = text.split(PARTS).filter((part) => part !== "");
  const name = parts.at(-1);
  const own = isSure && name !== undefined && parts.length > 1 ? findKinds(name) : NO_KINDS;
  if (name === undefined || own.size === 0) return { token, kinds: NO_KINDS, isSure };
  return { token, kinds: own, mention: { start, end, name, within: parts.slice(0, -1), isSure }, isSure };
}
