import type { Finding } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { splitName } from "./split-name.js";
import { isToldInWords } from "./told-in-words.js";

/**
 * Returns whether a note names what a finding is about: the values that left an enum or came to it, else the member, or
 * the type where no member is meant. An operation is named for changes of its own alone, not for those of what it takes or gives.
 *
 * A limit counts as named, too, where a note that speaks of limits names a type that holds it (`findHolders`).
 *
 * The note of a service that is gone names that where it says that the client or the service is removed, by any name.
 *
 * A name of several words counts in any case, with hyphens, underscores or nothing between them; with spaces where it is
 * of three words or more, or the sentence says what kind of thing it is or that something left or is bounded. A name of a
 * single word is a word of the language, too. It counts as code, beside a word that says so (`status field`, `make name
 * required`), and in its own casing where that is not the casing of a title.
 */
export function isNamed(
  finding: Finding,
  note: string,
  findHolders: () => readonly string[] = () => [],
): boolean {
  return hasName(finding, note, findHolders) || isToldInWords(finding, readNote(note).texts);
}

function hasName(finding: Finding, note: string, findHolders: () => readonly string[]): boolean {
  const { changes, shape, member } = finding;
  const { small, sentences } = readNote(note);
  const has = (name: string, isType = false) => {
    const words = splitName(name);
    const lower = words.map((word) => word.toLowerCase());
    const isIn = (text: string) => lower.every((word) => text.includes(word));
    // Most names are nowhere in the note, and searches cost more to make than to find that out.
    const near = isIn(small) ? sentences.filter((sentence) => isIn(sentence.small)) : [];
    if (near.length === 0) return false;
    const search = createSearch(words, isType);
    return near.some(({ text }) => search(text));
  };
  const isType = member === undefined && has(shapeName(shape), true);
  const gone = valuesOf(finding, "enum.value.removed");
  const values = gone.length > 0 ? gone : valuesOf(finding, "enum.value.added");
  if (values.length > 0) {
    const said = values.filter((value) => has(value));
    const isOfAll = gone.length > 0 && LEAVING.test(note) && (isType || said.length > 0);
    return said.length === values.length || isOfAll;
  }
  if (finding.rule === "service.removed") return isType || ENDING.test(small);
  if (finding.rule === "operation.removed" && !isType && LEAVING.test(note))
    return hasPart(shapeName(shape), small);
  const isOwn = isOperation(finding) && !changes.some(({ kind }) => kind === "shape.removed");
  if (isOwn) return isType && (CALLING.test(note) || METHOD.test(note));
  if (isType || membersOf(finding).some((name) => has(name))) return true;
  if (!isLimit(finding) || !BOUNDING.test(note)) return false;
  const [operation, ...others] = finding.operations;
  const isAlone = operation !== undefined && others.length === 0 && has(shapeName(operation), true);
  return isAlone || findHolders().some((name) => has(name, true));
}

function valuesOf({ changes }: Finding, kind: "enum.value.added" | "enum.value.removed"): readonly string[] {
  return changes.flatMap((change) => (change.kind === kind ? [String(change.value)] : []));
}

/** People name operations by what they are about: "remove the function url apis" is of CreateFunctionUrlConfig. */
function hasPart(name: string, small: string): boolean {
  const words = splitName(name).map((word) => word.toLowerCase());
  return words.slice(1, -1).some((word, index) => small.includes(`${word} ${words[index + 2]}`));
}

/** A limit can be told of by what has it, a type or the one operation: "the greatest number of entities of EventFilter". */
function isLimit({ rule }: Finding): boolean {
  return /\.(?:limit|pattern|member\.(?:required|optional))/.test(rule);
}

/** What stands behind these characters of a note is not looked at. */
const LONGEST_NOTE = 16_384;

/** A note as names are looked for in it. */
interface ReadNote {
  readonly note: string;
  readonly small: string;
  readonly texts: readonly string[];
  readonly sentences: readonly { readonly text: string; readonly small: string }[];
}

/** All findings of a revision are about one note. */
let last: ReadNote = { note: "", small: "", texts: [], sentences: [] };

function readNote(note: string): ReadNote {
  if (last.note === note) return last;
  const whole = note.slice(0, LONGEST_NOTE);
  const texts = whole.split(/(?<=[.!?;])\s+|\n\s*/);
  const sentences = texts.map((text) => ({ text, small: text.toLowerCase() }));
  last = { note, small: whole.toLowerCase(), texts, sentences };
  return last;
}
/** Words of which one stands in a note that tells of something that left. */
const LEAVING =
  /\b(?:remov|delet|dropp|discontinu|deprecat|retir|revert|roll(?:ed|s|ing)? ?back|renam|replac|unsupported|no longer|left\b|gone\b|los(?:t|es?)\b)/i;
/** A sentence of a service's own note that tells of its end. */
const ENDING = /\b(?:client|service|sdk)\b[^.]*\b(?:remov|delet|discontinu|retir|no longer)/;
/** Words of which one stands in a note that tells how an operation is called. */
const CALLING = /\bHTTP|\b(?:URIs?|URLs?|verbs?|methods?|paths?|status)\b/i;
const METHOD = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/;
/** Words of which one stands in a sentence that tells of a new bound. */
const BOUNDING =
  /\b(?:required?|mandatory|optional|max(?:imum)?|min(?:imum)?|limit(?:s|ed)?|at (?:least|most)|up to)\b/i;
/** A member that a type is met under at more places than these does not stand for it. */
const MOST_NAMES = 3;

function isOperation({ shape, member, operations }: Finding): boolean {
  return member === undefined && operations.includes(shape);
}

/** Returns the members that a finding is about: those that left, where some did; for a type those that hold it. */
function membersOf({ member, changes, positions }: Finding): readonly string[] {
  const gone = changes.flatMap((change) => (change.kind === "member.removed" ? [change.member] : []));
  if (gone.length > 0) return gone;
  if (member !== undefined) return [member];
  const last = new Set(positions.map(({ path }) => /\w+$/.exec(path)?.[0] ?? ""));
  return last.size > MOST_NAMES ? [] : [...last].filter((name) => name !== "");
}

/** Says whether a sentence speaks of a name. */
type Search = (sentence: string) => boolean;

/** Returns the search for a name of these words. */
function createSearch(words: readonly string[], isType: boolean): Search {
  const [first, ...others] = words;
  if (first === undefined) return () => false;
  if (others.length === 0) return searchWord(first);
  const isLong = others.length > 1;
  const apart = `${BEFORE}${words.join("[\\s_./-]")}${isType || isLong ? "s?" : ""}${AFTER}`;
  const whole = new RegExp(`${BEFORE}${words.join("[_./-]?")}${isType ? "s?" : ""}${AFTER}`, "iu");
  const anywhere = new RegExp(apart, "iu");
  const beside = new RegExp(`${apart}\\s+${THING}`, "iu");
  const isTelling = (sentence: string) => isLong || LEAVING.test(sentence) || BOUNDING.test(sentence);
  return (sentence) =>
    whole.test(sentence) || (isTelling(sentence) ? anywhere.test(sentence) : beside.test(sentence));
}

const BEFORE = "(?<![\\p{L}\\p{N}_])";
const AFTER = "(?![\\p{L}\\p{N}_])";
/** What members, types and values are called behind their names. */
const THING = `(?:fields?|param(?:eter)?s?|members?|attributes?|propert(?:y|ies)|arguments?|enums?|values?|elements?|headers?|objects?|structures?|shapes?|types?|lists?|maps?|arrays?|lengths?|limits?|ranges?|patterns?|formats?)${AFTER}`;

function searchWord(word: string): Search {
  const text = `${word}${AFTER}`;
  const forms = [
    `[\`'"“‘<.]${word}[\`'"”’>.]`,
    `${BEFORE}${text}\\s+${THING}`,
    `${BEFORE}${text}(?:\\s+[\\w-]+){0,3}\\s+(?:required|optional|mandatory)${AFTER}`,
    `${BEFORE}(?:remov|delet|dropp|deprecat|renam)\\w*\\s+(?:the\\s+)?${text}`,
  ];
  const form = new RegExp(forms.join("|"), "iu");
  const own = new RegExp(`${BEFORE}${text}`, "gu");
  const isShouted = /^\p{Lu}{4,}$/u.test(word);
  const isCapitalized = /^\p{Lu}/u.test(word);
  return (sentence) => {
    if (form.test(sentence)) return true;
    if (!isCapitalized) return false;
    const found = [...sentence.matchAll(own)];
    return isShouted ? found.length > 0 : found.some(({ index }) => isPlain(sentence, index, word));
  };
}

/** How far around a word is looked for the casing of others. */
const NEAR = 60;

/** Returns whether a capitalized word stands among words that are not, so that it is neither a title's nor a beginning. */
function isPlain(sentence: string, index: number, word: string): boolean {
  const before = sentence.slice(Math.max(0, index - NEAR), index);
  const after = sentence.slice(index + word.length, index + word.length + NEAR);
  const isInTitle =
    /\S\s+\p{Lu}\p{Ll}*\s+$/u.test(before) || /^\s+\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/u.test(after);
  return index > 0 && !isInTitle;
}
