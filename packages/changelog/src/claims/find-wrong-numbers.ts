import { findMember, findShape, isBigNumber, type Model, type NodeValue, type Traits } from "@shapelog/model";
import { indexNames } from "./name-index.js";
import { CODE_LIKE, type Token } from "./read-tokens.js";
import type { Span } from "./span.js";
import type { ToldChange } from "./told-change.js";

/** A number that a sentence says of a limit which has another one. */
export interface WrongNumber extends Span {
  readonly number: string;
  readonly name: string;
  /** The numbers that the limit had and has. */
  readonly known: readonly string[];
}

const LIMITING =
  /^(?:limits?|limited|lengths?|max(?:imum)?|min(?:imum)?|characters?|bytes?|range|greatest|least|longest|shortest|most|items?|entries)$/;
const LIMITS = ["smithy.api#length", "smithy.api#range"] as const;

/** What stands between a limit and its number. */
const LEADING = /^(?:to|from|of|is|are|most|least|up|than|:|and|between|only|now|was|be)$/;
/** What a limit counts. */
const COUNTED =
  /^(?:characters?|chars?|bytes?|items?|entries|values?|elements?|members?|long|at|or|and|to|in|,|;|\)|\()$/;

/**
 * Returns the numbers of a sentence that are none of those that a limit has: only of sentences that speak of limits, where
 * the last name before the number is of something whose limit came, went or changed.
 */
export function findWrongNumbers(
  sentence: readonly Token[],
  { isName, told }: { readonly isName: (name: string) => boolean; readonly told: readonly ToldChange[] },
): readonly WrongNumber[] {
  if (!sentence.some(({ small }) => LIMITING.test(small))) return [];
  const found: WrongNumber[] = [];
  let name = "";
  for (const [index, token] of sentence.entries()) {
    const number = readNumber(sentence, index);
    if (number === undefined) {
      const isSure = token.kind === "code" || CODE_LIKE.test(token.text);
      if (isSure && !/^\d/.test(token.text)) name = isName(nameOf(token)) ? nameOf(token) : "";
      continue;
    }
    const known = told.flatMap((change) => limitsOf(change, name));
    if (known.length === 0 || known.includes(number.value)) continue;
    found.push({ number: number.text, name, known: [...new Set(known)], start: token.start, end: token.end });
  }
  return found;
}

/** Returns the number that stands at a place of a sentence as that of a limit; with its thousands, whose commas are marks. */
function readNumber(
  sentence: readonly Token[],
  index: number,
): { readonly text: string; readonly value: string } | undefined {
  const text = (at: number) => sentence[at]?.text ?? "";
  if (sentence[index]?.kind !== "word" || !/^\d+$/.test(text(index))) return undefined;
  if (text(index - 1) === "," && /^\d+$/.test(text(index - 2)) && /^\d{3}$/.test(text(index)))
    return undefined;
  let whole = text(index);
  let end = index + 1;
  for (
    ;
    text(end) === "," && /^\d{3}$/.test(text(end + 1)) && sentence[end + 1]?.start === sentence[end]?.end;
    end += 2
  )
    whole += `,${text(end + 1)}`;
  const isLed = LEADING.test(text(index - 1).toLowerCase());
  const isCounted = end >= sentence.length || COUNTED.test(text(end).toLowerCase());
  return isLed && isCounted ? { text: whole, value: whole.replaceAll(",", "") } : undefined;
}

/** Returns the numbers of a name's limits on both sides, where a change made others of them. */
function limitsOf({ before, after }: ToldChange, name: string): readonly string[] {
  const [old, now] = [limitsIn(before, name), limitsIn(after, name)];
  return old.join() === now.join() ? [] : [...old, ...now];
}

function nameOf({ text }: Token): string {
  return text.split(/[.$#]|\[\]/).findLast((part) => part !== "") ?? text;
}

function limitsIn(model: Model, name: string): readonly string[] {
  return (indexNames(model).get(name) ?? []).flatMap((use) => {
    const shape = findShape(model, use.shape);
    if (!shape || shape.kind === "enum" || shape.kind === "intEnum") return [];
    if (use.member === undefined) return numbersOf(shape.traits);
    const member = findMember(shape, use.member);
    const target = member && findShape(model, member.target);
    return [...numbersOf(member?.traits ?? {}), ...numbersOf(target?.traits ?? {})];
  });
}

function numbersOf(traits: Traits): readonly string[] {
  const pattern = traits["smithy.api#pattern"];
  const repeats = typeof pattern === "string" ? (pattern.match(/\d+/g) ?? []) : [];
  const limits = LIMITS.flatMap((id) => {
    const value: NodeValue | undefined = traits[id];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    return Object.values(value).map((number) => (isBigNumber(number) ? number.text : String(number)));
  });
  return limits.length === 0 ? [] : [...limits, ...repeats];
}
