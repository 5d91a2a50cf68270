import { canonicalJson, equalNodes, isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import type { TraitDelta } from "../rule/select.js";
import { isAdded, isRemoved } from "../rule/trait-rule.js";
import { code, joinAnd, listWords } from "../words.js";
import { textWords, traitWords } from "./trait-words.js";
import type { TraitWords } from "./vocabularies/vocabulary.js";

/** Longer values are not shown: a reader would not read them. */
const SHOWN_LENGTH = 80;
/** The most properties of a value that are told one by one. */
const SHOWN_PARTS = 4;
/** The most entries of a list that are named. */
const SHOWN_ENTRIES = 6;

/** Something whose value is on one side or on both; `undefined` where it is not there. */
interface Sides {
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/** Returns what the change of a trait says, as a clause: the name in JSON `a` → `b`. */
export function describeTrait(delta: TraitDelta): string {
  const words = traitWords(delta.change.trait);
  const told = isAdded(delta) ? delta.after : delta.before;
  if (isAdded(delta) !== isRemoved(delta)) {
    if (words.whole) return words.whole[isAdded(delta) ? 0 : 1];
    if (words.flag && (isMark(told) || isNodeObject(told))) return describeFlag(words.flag, words, delta);
    if (isMark(told)) return comesOrGoes(words, isAdded(delta));
  }
  if (words.each) return describeEntries(words, words.each, delta);
  if (isAdded(delta) !== isRemoved(delta) && isNodeObject(told)) {
    const parts = describeWhole(words, told, isAdded(delta));
    return parts === "" ? comesOrGoes(words, isAdded(delta)) : parts;
  }
  return describeSides(words, delta);
}

/** Returns that a mark comes or goes, and what it says beside that where it comes. */
function describeFlag([comes, goes]: readonly [string, string], words: TraitWords, { after }: Sides): string {
  if (after === undefined) return goes;
  const said = isNodeObject(after) ? Object.entries(after).filter(([, value]) => value !== false) : [];
  const clauses = said.flatMap(([key, value]) => {
    const text = shortWords(value);
    return text === undefined ? [] : [`${partWords(words, key).noun} is ${text}`];
  });
  return [comes, ...clauses.slice(0, SHOWN_PARTS)].join("; ");
}

/** Returns what the properties of a trait's value are, as clauses; empty where there are many, or none is short. */
function describeWhole(
  words: TraitWords,
  value: { readonly [key: string]: NodeValue },
  isNew: boolean,
): string {
  const keys = sortKeys(words, Object.keys(value));
  const shown = keys.flatMap((key) => {
    const text = shortWords(value[key]);
    return text === undefined ? [] : [[partWords(words, key), text] as const];
  });
  if (shown.length < keys.length || shown.length > SHOWN_PARTS) return "";
  const [only] = shown;
  if (only && shown.length === 1) return isNew ? describeGiven(...only) : describeNotGiven(...only);
  if (isNew)
    return joinAnd(shown.map(([{ noun, isMany }, text]) => `${noun} ${isMany ? "are" : "is"} ${text}`));
  return joinAnd(shown.map((each) => describeNotGiven(...each)));
}

/** Returns that something is given which was not. */
function describeGiven({ noun, isMany, none }: TraitWords, text: string): string {
  const before = none === undefined ? `none ${isMany ? "were" : "was"} given before` : `it had no ${none}`;
  return `${noun} ${isMany ? "are" : "is"} ${text} now (${before})`;
}

/** Returns that something is not given which was. */
function describeNotGiven({ noun, isMany }: TraitWords, text: string): string {
  return isMany
    ? `${noun} are not given any more (they were ${text})`
    : `${noun} is not given any more (it was ${text})`;
}

function describeSides(words: TraitWords, { before, after }: Sides): string {
  const { noun, fallback } = words;
  if (fallback !== undefined && (before === undefined || after === undefined)) {
    const sides = { before: before ?? fallback, after: after ?? fallback };
    return equalNodes(sides.before, sides.after)
      ? `${noun} ${shortWords(fallback)} is ${before === undefined ? "written out, and held before" : "no longer written out, and holds without it"}`
      : describeSides(words, sides);
  }
  const [old, now] = [shortWords(before), shortWords(after)];
  if (before === undefined) return now === undefined ? comesOrGoes(words, true) : describeGiven(words, now);
  if (after === undefined)
    return old === undefined ? comesOrGoes(words, false) : describeNotGiven(words, old);
  if (isNodeArray(before) && isNodeArray(after)) return describeLists(words, before, after);
  if (isNodeObject(before) && isNodeObject(after)) return describeParts(words, before, after);
  return old === undefined || now === undefined ? `${noun} changed` : `${noun} ${old} → ${now}`;
}

/** Returns the properties of an object that differ, where there are few. */
function describeParts(
  words: TraitWords,
  before: { readonly [key: string]: NodeValue },
  after: { readonly [key: string]: NodeValue },
): string {
  const keys = sortKeys(words, [...Object.keys(before), ...Object.keys(after)]);
  const clauses = keys.flatMap((key) => {
    const [old, now] = [partOf(before, key), partOf(after, key)];
    if (equalNodes(old, now)) return [];
    return [describeSides(partWords(words, key), { before: old, after: now })];
  });
  if (clauses.length === 0 || clauses.length > SHOWN_PARTS) return `${words.noun} changed`;
  const lead = words.parts || !words.noun.startsWith("`") ? "" : `in ${words.noun}, `;
  return lead + joinAnd(clauses);
}

function partWords({ parts }: TraitWords, key: string): TraitWords {
  const words = parts && Object.hasOwn(parts, key) ? parts[key] : undefined;
  if (words === undefined) return { noun: code(key) };
  if (typeof words === "string") return { noun: words };
  return "many" in words ? { noun: words.many, isMany: true } : words;
}

/** Returns keys in the order in which readers know them, others last. */
function sortKeys({ parts = {} }: TraitWords, keys: readonly string[]): string[] {
  const known = Object.keys(parts);
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return [...new Set(keys)].sort().sort((a, b) => rank(a) - rank(b));
}

/** Returns what a list of plain values gained and lost. */
function describeLists(words: TraitWords, before: readonly NodeValue[], after: readonly NodeValue[]): string {
  const [old, now] = [listShort(before), listShort(after)];
  if (!old || !now) return `${words.noun} changed`;
  const [came, gone] = [now.filter((text) => !old.includes(text)), old.filter((text) => !now.includes(text))];
  if (now.length === 0 && old.length > 0) return `none of ${words.noun} is left`;
  if (came.length + gone.length === 0) return `the order of ${words.noun} changed`;
  const gained = came.length > 0 ? `gained ${listWords(came, SHOWN_ENTRIES)}` : "";
  const lost = gone.length > 0 ? `lost ${listWords(gone, SHOWN_ENTRIES)}` : "";
  return `${words.noun} ${[gained, lost].filter((part) => part !== "").join(" and ")}`;
}

/** Returns the short words for each entry of a list; `undefined` where one has none. */
function listShort(values: readonly NodeValue[]): string[] | undefined {
  const words = values.map((value) =>
    isNodeArray(value) || isNodeObject(value) ? undefined : scalarWords(value),
  );
  return words.some((text) => text === undefined) ? undefined : words.map(String);
}

/** Returns which entries came, went and changed, by their names. */
function describeEntries(words: TraitWords, entry: NonNullable<TraitWords["each"]>, delta: Sides): string {
  const [before, after] = [namedEntries(delta.before, entry.by), namedEntries(delta.after, entry.by)];
  if (!before || !after)
    return delta.before === undefined || delta.after === undefined
      ? comesOrGoes(words, delta.before === undefined)
      : `${words.noun} changed`;
  const came = [...after.keys()].filter((name) => !before.has(name));
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after].filter(
    ([name, value]) => before.has(name) && !equalNodes(value, before.get(name)),
  );
  const clauses = [
    entryClause(entry.noun, came, "new"),
    entryClause(entry.noun, gone, "gone"),
    entryClause(
      entry.noun,
      changed.map(([name]) => name),
      "changed",
    ),
  ].filter((clause) => clause !== "");
  return clauses.length === 0 ? `the order of ${words.noun} changed` : joinAnd(clauses);
}

function entryClause(noun: string, names: readonly string[], what: "new" | "gone" | "changed"): string {
  if (names.length === 0) return "";
  const list = listWords(
    names.map((name) => textWords(name)),
    SHOWN_ENTRIES,
  );
  const nouns = names.length === 1 ? noun : plural(noun);
  if (what === "changed") return `the ${nouns} ${list} changed`;
  return `the ${nouns} ${list} ${names.length === 1 ? "is" : "are"} ${what}`;
}

/** Returns the plural of a noun that may go on after its first noun: `settings of clients`. */
function plural(noun: string): string {
  return noun.includes(" of ") ? noun.replace(" of ", "s of ") : noun.replace(/( to)?$/, "s$1");
}

/** Returns entries by name; `undefined` where one has no short name, or two have the same. */
function namedEntries(
  value: NodeValue | undefined,
  by: string | undefined,
): ReadonlyMap<string, NodeValue> | undefined {
  if (value === undefined) return new Map();
  if (by === undefined) {
    if (!isNodeObject(value)) return undefined;
    return Object.keys(value).every(isShort) ? new Map(Object.entries(value)) : undefined;
  }
  if (!isNodeArray(value)) return undefined;
  const named = new Map<string, NodeValue>();
  for (const entry of value) {
    const name = isNodeObject(entry) ? partOf(entry, by) : undefined;
    if (typeof name !== "string" || !isShort(name)) return undefined;
    named.set(name, entry);
  }
  return named.size === value.length ? named : undefined;
}

function comesOrGoes({ noun, isMany }: TraitWords, isNew: boolean): string {
  return `${noun} ${isMany ? "are" : "is"} ${isNew ? "new" : "gone"}`;
}

/** Returns a value in few words; `undefined` where it takes many. */
function shortWords(value: NodeValue | undefined): string | undefined {
  if (value === undefined || isNodeObject(value)) return undefined;
  if (!isNodeArray(value)) return scalarWords(value);
  if (value.length === 0) return "empty";
  const words = listShort(value);
  return words && listWords(words, SHOWN_ENTRIES);
}

function scalarWords(value: NodeValue): string | undefined {
  const text = typeof value === "string" ? value : canonicalJson(value);
  return isShort(text) ? textWords(text) : undefined;
}

function isShort(text: string): boolean {
  return text.length <= SHOWN_LENGTH;
}

/** Returns whether a trait is there and says no more. */
function isMark(value: NodeValue | undefined): boolean {
  return value === true || isEmptyObject(value);
}

function isEmptyObject(value: NodeValue | undefined): boolean {
  return isNodeObject(value) && Object.keys(value).length === 0;
}

function partOf(value: { readonly [key: string]: NodeValue }, key: string): NodeValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns a default as readers know it: a plain value as code, what holds nothing by a word. */
export function defaultWords(value: NodeValue | undefined): string {
  if (isNodeArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isNodeObject(value)) return isEmptyObject(value) ? "an empty object" : "an object";
  const text = typeof value === "string" ? value : canonicalJson(value ?? null);
  return text.length > LONG_DEFAULT ? `a text of ${text.length} characters` : code(text);
}

const LONG_DEFAULT = 200;
