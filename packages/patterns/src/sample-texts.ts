import type { AST } from "@eslint-community/regexpp";
import { type CharacterSet, readCharacters } from "./character-set.js";
import { EXAMPLES, rateRange } from "./readable-character.js";
import { has } from "./take-text.js";

/** The most texts that are made of a part of a pattern. */
const MOST_TEXTS = 500;
/** Longer texts are not made, in UTF-16 code units. */
const LONGEST = 700;
/** The most that is written for one pattern, of texts and of their parts, in UTF-16 code units; then all is plain. */
const MOST_WRITTEN = 600_000;

interface Sampling {
  left: number;
}

/**
 * Returns texts that a pattern may take: a plain one, and ones that differ from it in one part, by each alternative, by
 * each kind of character, by what is left out or there once more, and by how often something is repeated. What stands in
 * lookarounds is not looked at, and of texts that do not fit it some are returned, too.
 */
export function sampleTexts({ alternatives }: AST.Pattern): readonly string[] {
  return sampleAlternatives({ left: MOST_WRITTEN }, alternatives);
}

/** Of all samples of a part the first is the plainest. */
function sampleAlternatives(sampling: Sampling, alternatives: readonly AST.Alternative[]): readonly string[] {
  const each = alternatives.map(({ elements }) => sampleSequence(sampling, elements));
  return limit(sampling, [
    ...each.flatMap(([plain]) => plain ?? []),
    ...each.flatMap((samples) => samples.slice(1)),
  ]);
}

function sampleSequence(sampling: Sampling, elements: readonly AST.Element[]): readonly string[] {
  const samples = elements.map((element) => sampleElement(sampling, element));
  const plain = samples.map(([first]) => first ?? "").join("");
  if (plain.length > LONGEST) return [];
  const share = Math.ceil(MOST_TEXTS / Math.max(1, samples.filter(({ length }) => length > 1).length));
  const varied: string[] = [];
  let start = 0;
  for (const [first = "", ...others] of samples) {
    const [before, behind] = [plain.slice(0, start), plain.slice(start + first.length)];
    for (const other of others.slice(0, share)) varied.push(before + other + behind);
    start += first.length;
  }
  return limit(sampling, [plain, ...varied]);
}

function sampleElement(sampling: Sampling, element: AST.Element): readonly string[] {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return sampleAlternatives(sampling, element.alternatives);
    case "Quantifier":
      return sampleQuantifier(sampling, element);
    case "Assertion":
    case "Backreference":
      return [""];
    default:
      return limit(sampling, sampleCharacters(readCharacters(element)));
  }
}

function sampleQuantifier(sampling: Sampling, { element, min, max }: AST.Quantifier): readonly string[] {
  const [plain = "", ...others] = sampleElement(sampling, element);
  const repeat = (count: number) => plain.repeat(Math.min(count, LONGEST / Math.max(1, plain.length)));
  const fill = (parts: readonly string[]) =>
    parts.length > max ? [] : [repeat(Math.max(0, min - parts.length)) + parts.join("")];
  const forms = [
    (other: string) => [other],
    (other: string) => [plain, other],
    (other: string) => [other, plain],
    (other: string) => [other, other],
    (other: string) => [plain, other, plain],
  ];
  return limit(sampling, [
    ...[min, 1, min + 1].filter((count) => count >= min && count <= max).map(repeat),
    ...forms.flatMap((form) => others.flatMap((other) => fill(form(other)))),
    ...(Number.isFinite(max) ? [repeat(max)] : []),
  ]);
}

function limit(sampling: Sampling, texts: readonly string[]): readonly string[] {
  for (const { length } of texts) sampling.left -= length + 1;
  const short = new Set(texts.filter(({ length }) => length <= LONGEST));
  return [...short].slice(0, sampling.left > 0 ? MOST_TEXTS : 1);
}

/** A letter of either case, a digit, and signs: what patterns are made of. */
const TRIED = EXAMPLES.filter(({ code }) => /[a0A]|[^A-Za-z0-9]/.test(String.fromCodePoint(code)));

function sampleCharacters(set: CharacterSet): readonly string[] {
  const tried = TRIED.filter(({ code }) => has(set, code));
  const [first] = set;
  const known = tried.length > 0 || !first ? tried : [rateRange(first.min, first.max)];
  return known.map(({ code }) => String.fromCodePoint(code));
}
