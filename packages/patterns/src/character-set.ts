import type { AST } from "@eslint-community/regexpp";

/**
 * Code points from `min` to `max`, both among them.
 *
 * @internal
 */
export interface CharacterRange {
  readonly min: number;
  readonly max: number;
}

/**
 * Code points: ranges that ascend and do not touch.
 *
 * @internal
 */
export type CharacterSet = readonly CharacterRange[];

/**
 * What takes one character in a pattern that was parsed with the flag `u`.
 *
 * @internal
 */
export type CharacterElement =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass;

const LAST = 0x10ffff;

/** The characters of `\w`. */
export const WORD: CharacterSet = setOf([0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]);

const DIGIT = setOf([0x30, 0x39]);
const LINE_ENDS = setOf([0x0a, 0x0a], [0x0d, 0x0d], [0x2028, 0x2029]);
/** ECMA-262, "WhiteSpace" and "LineTerminator". */
const SPACE = setOf(
  ...([
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
  ] as const),
  ...([
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ] as const),
);

/** Returns the characters that an element takes; its properties are those of the Unicode that this JavaScript has. */
export function readCharacters(element: CharacterElement): CharacterSet {
  switch (element.type) {
    case "Character":
      return setOf([element.value, element.value]);
    case "CharacterSet":
      return readNamed(element);
    case "CharacterClass":
      return readClass(element);
    case "ExpressionCharacterClass":
      throw new Error(`${element.raw} needs the flag v`);
  }
}

/** Returns the characters that are in at least one of the sets. */
export function unite(sets: readonly CharacterSet[]): CharacterSet {
  const all = sets.flat().sort((a, b) => a.min - b.min);
  const united: CharacterRange[] = [];
  for (const { min, max } of all) {
    const last = united.at(-1);
    if (last && min <= last.max + 1)
      united[united.length - 1] = { min: last.min, max: Math.max(last.max, max) };
    else united.push({ min, max });
  }
  return united;
}

function setOf(...ranges: readonly (readonly [min: number, max: number])[]): CharacterSet {
  return ranges.map(([min, max]) => ({ min, max }));
}

/** Classes that were read, some of which have a thousand ranges: only a cache. */
const classes = new Map<string, CharacterSet>();
const MOST_CLASSES = 1000;

function readClass({ raw, negate: negated, elements }: AST.CharacterClass): CharacterSet {
  const known = classes.get(raw) ?? negateIf(negated, unite(elements.map(readClassElement)));
  if (classes.size >= MOST_CLASSES) classes.clear();
  classes.set(raw, known);
  return known;
}

function readClassElement(element: AST.CharacterClassElement): CharacterSet {
  if (element.type === "CharacterClassRange") return setOf([element.min.value, element.max.value]);
  if (element.type === "Character" || element.type === "CharacterSet") return readCharacters(element);
  throw new Error(`${element.raw} needs the flag v`);
}

function readNamed(set: AST.CharacterSet): CharacterSet {
  switch (set.kind) {
    case "any":
      return negate(LINE_ENDS);
    case "digit":
      return negateIf(set.negate, DIGIT);
    case "space":
      return negateIf(set.negate, SPACE);
    case "word":
      return negateIf(set.negate, WORD);
    case "property":
      return negateIf(set.negate, readProperty(set.value === null ? set.key : `${set.key}=${set.value}`));
  }
}

function negateIf(negated: boolean, set: CharacterSet): CharacterSet {
  return negated ? negate(set) : set;
}

function negate(set: CharacterSet): CharacterSet {
  const starts = [0, ...set.map(({ max }) => max + 1)];
  const ends = [...set.map(({ min }) => min - 1), LAST];
  return starts.map((min, index) => ({ min, max: ends[index] ?? LAST })).filter(({ min, max }) => min <= max);
}

/** There are a few hundred properties, and nothing else is kept here. */
const properties = new Map<string, CharacterSet>();

function readProperty(name: string): CharacterSet {
  const known = properties.get(name) ?? findProperty(name);
  properties.set(name, known);
  return known;
}

const SPAN = 0x1000;
const SURROGATES = { min: 0xd800, max: 0xdfff };

/** Finds the characters of a property, as the engine has it. Halves of characters are not looked at. */
function findProperty(name: string): CharacterSet {
  const runs = new RegExp(`\\p{${name}}+`, "gu");
  const found: CharacterRange[] = [];
  for (let start = 0; start <= LAST; start += SPAN) {
    for (const [run] of textFrom(start).matchAll(runs)) {
      found.push({ min: run.codePointAt(0) ?? 0, max: lastCharacter(run) });
    }
  }
  return unite([found]);
}

/** The texts of all characters, made when a property is first asked for. */
const texts = new Map<number, string>();

function textFrom(start: number): string {
  const known = texts.get(start);
  if (known !== undefined) return known;
  const all = Array.from({ length: SPAN }, (_, index) => start + index);
  const text = String.fromCodePoint(...all.filter((code) => code < SURROGATES.min || code > SURROGATES.max));
  texts.set(start, text);
  return text;
}

function lastCharacter(text: string): number {
  const unit = text.charCodeAt(text.length - 1);
  const isHalf = unit >= SURROGATES.min && unit <= SURROGATES.max;
  return isHalf ? (text.codePointAt(text.length - 2) ?? unit) : unit;
}
