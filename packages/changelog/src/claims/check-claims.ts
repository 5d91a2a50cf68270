import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { type Finding, inlineMarkdown } from "@shapelog/diff";
import {
  findMember,
  findShape,
  hasTrait,
  isAggregate,
  type Model,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import { changelogDiagnostics } from "../diagnostics.js";
import { findPlacesSpans } from "../places-paragraph.js";
import { findVendorQuotations } from "../quote-vendor.js";
import { type FindKinds, findClaims } from "./find-claims.js";
import { findBrokenPromises } from "./find-promises.js";
import { findUnknownNames } from "./find-unknown-names.js";
import { findWrongNumbers } from "./find-wrong-numbers.js";
import { isNamed } from "./is-named.js";
import { type ClaimProblem, judgeClaim } from "./judge-claim.js";
import { blankSpans, maskProse, type Waiver } from "./mask-prose.js";
import { indexNames } from "./name-index.js";
import { readSentences, type Token } from "./read-tokens.js";
import type { Span } from "./span.js";
import type { ToldChange } from "./told-change.js";
import type { NameKind } from "./words.js";

/** A text in somebody's words, and the changes that it is about. */
export interface ClaimedText {
  readonly service: string;
  /** Markdown. */
  readonly text: string;
  readonly told: readonly ToldChange[];
  /** Returns the place of an offset of the text. */
  readonly locate: (offset: number) => Location;
  /** Whether the text has to name what breaks: it is all that its readers are told. Default: true. */
  readonly isWhole?: boolean;
  /** Whether it is about other services, too, whose names are not known here. Default: false. */
  readonly isShared?: boolean;
}

/** Something wrong, with the names by which a waiver can let it through. */
interface Complaint {
  readonly diagnostic: Diagnostic;
  readonly names: readonly string[];
}

/**
 * Holds a text against the changes that it is about: what it says was added, removed, renamed, deprecated or kept, and
 * where; the numbers that it gives for limits; what it promises; and whether it names what breaks. Of names that the
 * models do not have, only those in backticks are looked at that are slips, or said to be at a place of the models. A
 * waiver in the text lets one name through.
 */
export function checkClaims(claimed: ClaimedText): readonly Diagnostic[] {
  const { text, told, isWhole = true, isShared = false } = claimed;
  const { text: masked, waivers } = maskProse(withoutPlaces(withoutQuotations(text)));
  if (masked.trim() === "" || told.length === 0) return reportWaivers(claimed, waivers, []);
  const sentences = readSentences(masked);
  const findKinds = createKindFinder(told.flatMap(({ before, after }) => [before, after]));
  const complaints = [
    ...(isShared ? [] : complainOfClaims(claimed, sentences, findKinds)),
    ...(isShared ? [] : complainOfUnknownNames(claimed, sentences, { text: masked, findKinds })),
    ...(isShared ? [] : complainOfNumbers(claimed, sentences)),
    ...complainOfPromises(claimed, masked),
    ...(isWhole ? complainOfSilence(claimed, masked) : []),
  ];
  const isWaived = ({ names }: Complaint) =>
    waivers.some(({ name, reason }) => reason !== "" && names.includes(name));
  return [
    ...complaints.filter((each) => !isWaived(each)).map(({ diagnostic }) => diagnostic),
    ...reportWaivers(claimed, waivers, complaints),
  ];
}

/** What a vendor says is the vendor's to answer for. */
function withoutQuotations(text: string): string {
  const quoted = findVendorQuotations({ file: "", text });
  return blankSpans(
    text,
    quoted.map(({ offset, end }) => ({ start: offset, end })),
  );
}

/** Where programs are affected says nothing of the API, whatever their files are called. */
function withoutPlaces(text: string): string {
  return blankSpans(text, findPlacesSpans(text));
}

/** Returns how many claims about names a text makes, for those who measure. */
export function countClaims(text: string, told: readonly ToldChange[]): number {
  const findKinds = createKindFinder(told.flatMap(({ before, after }) => [before, after]));
  const sentences = readSentences(maskProse(text).text);
  return sentences.reduce((sum, sentence) => sum + findClaims(sentence, findKinds).length, 0);
}

type Sentences = readonly (readonly Token[])[];

function complainOfClaims(
  { service, told, locate }: ClaimedText,
  sentences: Sentences,
  findKinds: FindKinds,
): readonly Complaint[] {
  const models = told.flatMap(({ before, after }) => [before, after]);
  let named: ReadonlySet<ShapeId> | undefined;
  const isPlaceTold = (shapes: ReadonlySet<ShapeId>) => {
    named ??= findNamed(models, new Set(sentences.flat().map(lastName)));
    return [...shapes].some((id) => named?.has(id));
  };
  return sentences.flatMap((sentence) =>
    findClaims(sentence, findKinds).flatMap((claim) =>
      judgeClaim(claim, told, isPlaceTold).map(({ kind, at, name, says }): Complaint => {
        const data = { service, claim: claim.kind, name, place: placeOf(claim.places, at), says };
        return {
          diagnostic: changelogDiagnostics.create(CODES[kind], locate(at.start), data),
          names: [name],
        };
      }),
    ),
  );
}

function createKindFinder(models: readonly Model[]): FindKinds {
  const known = new Map<string, ReadonlySet<NameKind>>();
  return (name) => {
    const kinds = known.get(name) ?? new Set(models.flatMap((model) => kindsOf(model, name)));
    known.set(name, kinds);
    return kinds;
  };
}

function kindsOf(model: Model, name: string): readonly NameKind[] {
  return (indexNames(model).get(name) ?? []).map(({ shape: id, member }): NameKind => {
    const shape = findShape(model, id);
    const isEnum = shape?.kind === "enum" || shape?.kind === "intEnum";
    if (member !== undefined) return isEnum ? "value" : "member";
    if (shape?.kind === "operation") return "operation";
    return shape && hasTrait(shape, "error") ? "error" : "type";
  });
}

/** The codes of what is said of prose. */
export const CLAIM_CODES: ReadonlySet<string> = new Set(
  [
    ...[
      "false-claim",
      "unknown-name",
      "wrong-place",
      "unclear-place",
      "wrong-number",
      "broken-promise",
      "untold-break",
    ],
    ...["waiver-without-reason", "idle-waiver"],
  ].map((name) => `changelog/${name}`),
);

const CODES = {
  false: "false-claim",
  "wrong-place": "wrong-place",
  "unclear-place": "unclear-place",
} as const satisfies Record<ClaimProblem["kind"], string>;

function placeOf(places: readonly { readonly name: string; readonly start: number }[], at: Span): string {
  return places.find(({ start }) => start === at.start)?.name ?? places[0]?.name ?? "";
}

function lastName({ text }: Token): string {
  return text.split(/[.$#/:]|\[\]/).findLast((part) => part !== "") ?? text;
}

/** Returns the shapes that words name, and those that members which words name hold. */
function findNamed(models: readonly Model[], words: ReadonlySet<string>): ReadonlySet<ShapeId> {
  const named = new Set<ShapeId>();
  for (const model of models) {
    const index = indexNames(model);
    for (const word of words) {
      for (const { shape: id, member: name } of index.get(word) ?? []) {
        if (name === undefined) named.add(id);
        const shape = name === undefined ? undefined : findShape(model, id);
        const member = shape && isAggregate(shape) ? findMember(shape, name ?? "") : undefined;
        if (member) named.add(member.target);
      }
    }
  }
  return named;
}

function complainOfUnknownNames(
  { service, told, locate }: ClaimedText,
  sentences: Sentences,
  { text, findKinds }: { readonly text: string; readonly findKinds: FindKinds },
): readonly Complaint[] {
  return findUnknownNames(sentences, { text, told, findKinds }).map(
    ({ name, meant, place, start }): Complaint => ({
      diagnostic: changelogDiagnostics.create("unknown-name", locate(start), { service, name, meant, place }),
      names: [name],
    }),
  );
}

function complainOfNumbers(
  { service, told, locate }: ClaimedText,
  sentences: Sentences,
): readonly Complaint[] {
  const isName = (name: string) =>
    told.some(({ before, after }) => [before, after].some((model) => indexNames(model).has(name)));
  return sentences.flatMap((sentence) =>
    findWrongNumbers(sentence, { isName, told }).map(({ number, name, known, start }): Complaint => {
      const data = { service, number, name, known };
      return {
        diagnostic: changelogDiagnostics.create("wrong-number", locate(start), data),
        names: [name, number],
      };
    }),
  );
}

function complainOfPromises({ service, told, locate }: ClaimedText, masked: string): readonly Complaint[] {
  return findBrokenPromises(masked, told).map(({ kind, words, start }): Complaint => {
    const worst = worstOf(told, kind);
    const data = { service, words, kind, because: worst };
    return { diagnostic: changelogDiagnostics.create("broken-promise", locate(start), data), names: [kind] };
  });
}

function worstOf(told: readonly ToldChange[], kind: "breaks" | "bump" | "api"): string {
  const findings = told.flatMap((change) => change.findings);
  const worst =
    (kind === "api" ? undefined : findings.find(({ verdict }) => verdict === "breaking")) ??
    findings.find(({ bump }) => bump === "major") ??
    findings.find(({ bump }) => bump === "minor") ??
    findings[0];
  return worst ? inlineMarkdown(worst.message) : "";
}

/** How many changes that a text leaves out are listed one by one. */
const MOST_LISTED = 5;

function complainOfSilence({ service, told, locate }: ClaimedText, masked: string): readonly Complaint[] {
  const silent = told.flatMap((change) =>
    change.findings.filter(
      (finding) => isBreaking(finding) && !isNamed(finding, masked, () => findHolders(change, finding)),
    ),
  );
  const places = new Set(silent.map(({ shape, member, direction }) => `${shape} ${member} ${direction}`));
  if (silent.length === 0 || saysMore(masked, places.size)) return [];
  const start = Math.max(0, masked.search(/\S/));
  return silent.slice(0, MOST_LISTED).map((finding): Complaint => {
    const data = {
      service,
      change: inlineMarkdown(finding.message),
      more: Math.max(0, silent.length - MOST_LISTED),
    };
    const diagnostic = changelogDiagnostics.create("untold-break", locate(start), data);
    return { diagnostic, names: namesOf(finding) };
  });
}

/** Breaks callers, or asks for a major release; types that came and went are told of where they are used. */
function isBreaking({ rule, verdict, bump }: Finding): boolean {
  return verdict === "breaking" || (bump === "major" && !rule.startsWith("shape."));
}

/** Returns the types that a finding's member is in, or that hold what it is about. */
function findHolders({ before, after }: ToldChange, { shape: id, member }: Finding): readonly string[] {
  if (member !== undefined) return [shapeName(id)];
  const holders = new Set<string>();
  for (const model of [before, after]) {
    for (const shape of model.shapes.values()) {
      if (shape.kind !== "structure" && shape.kind !== "union") continue;
      if (shape.members.some(({ target }) => target === id)) holders.add(shapeName(shape.id));
    }
  }
  return holders.size > MOST_HOLDERS ? [] : [...holders];
}

/** A type that more others hold is not meant by the name of one. */
const MOST_HOLDERS = 3;

/** A text can say how many more changes the facts beside it have. */
function saysMore(text: string, count: number): boolean {
  return [...text.matchAll(/\b(\d+) more (?:breaking )?changes?\b/gi)].some(
    ([, number]) => Number(number) >= count,
  );
}

function namesOf({ shape, member, changes }: Finding): readonly string[] {
  const values = changes.flatMap((change) => ("value" in change ? [String(change.value)] : []));
  return [shapeName(shape), ...(member === undefined ? [] : [member]), ...values];
}

function reportWaivers(
  { service, locate }: ClaimedText,
  waivers: readonly Waiver[],
  complaints: readonly Complaint[],
): readonly Diagnostic[] {
  return waivers.flatMap(({ name, reason, start }) => {
    if (reason === "") return [changelogDiagnostics.create("waiver-without-reason", locate(start), { name })];
    if (complaints.some(({ names }) => names.includes(name))) return [];
    return [changelogDiagnostics.create("idle-waiver", locate(start), { service, name })];
  });
}
