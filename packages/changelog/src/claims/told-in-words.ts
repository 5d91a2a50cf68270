import type { Finding } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { splitName } from "./split-name.js";

/**
 * Returns whether one sentence tells of a change in words of its own, without its name: which kind of thing changed, and
 * on what. "Updates the regex of contact names" is of the pattern of `ContactName`, "removes the APIs for media
 * installation" of `ImportInstallationMedia`, "fixed the HTTP binding of ListEvents" of where its members stand.
 */
export function isToldInWords(finding: Finding, sentences: readonly string[]): boolean {
  const subject = SUBJECTS.find(({ rules }) => rules.test(finding.rule));
  if (subject === undefined) return false;
  const spoken = sentences.filter((sentence) => subject.topic.test(sentence));
  return spoken.length > 0 && subject.isMeant(finding, spoken);
}

interface Subject {
  readonly rules: RegExp;
  /** Words of which one stands in a sentence that tells of such a change. */
  readonly topic: RegExp;
  readonly isMeant: (finding: Finding, sentences: readonly string[]) => boolean;
}

const SUBJECTS: readonly Subject[] = [
  {
    rules: /^request\.(?:limit|pattern)\./,
    topic:
      /\b(?:validat\w*|reg(?:ex|ular expression)\w*|patterns?|lengths?|sizes?|constraints?|limits?|ranges?|restrict\w*)\b/i,
    isMeant: isBounded,
  },
  {
    rules: /\.(?:wire-format|wire-type)\./,
    topic: /\b(?:HTTP|JSON|XML|headers?|query (?:string|param\w*)|serializ\w*|bindings?)\b/i,
    isMeant: isSent,
  },
  {
    rules: /^(?:operation|operation\.error|service\.error|error)\.removed$/,
    topic: /\b(?:remov|delet|dropp|discontinu|retir|revert|roll(?:ed|s|ing)? ?back)/i,
    isMeant: isGone,
  },
];

/**
 * A bound is told of by its member, its type, what holds the member, or what the operation is about; in a short sentence
 * about validation by the last word alone: "updated the validation of ids".
 */
function isBounded(finding: Finding, sentences: readonly string[]): boolean {
  const { whole, holders, last } = thingsOf(finding);
  return sentences.some((sentence) => {
    const isLast = last.some((word) => hasRun(sentence, [word]));
    const isHeld = isLast && holders.some((words) => hasRun(sentence, words));
    return isHeld || (isLast && isBrief(sentence)) || whole.some((words) => hasAll(sentence, words));
  });
}

/** A sentence of at most as many characters that is about validation is about little else. */
const BRIEF = 100;

function isBrief(sentence: string): boolean {
  return sentence.length <= BRIEF && /\b(?:validation|reg(?:ex|ular expression))\b/i.test(sentence);
}

function isSent(finding: Finding, sentences: readonly string[]): boolean {
  const { whole, holders } = thingsOf(finding);
  const operations = finding.operations.map((id) => splitName(shapeName(id)));
  const things = [...whole, ...holders, ...operations].filter((words) => words.length > 1);
  return sentences.some((sentence) => things.some((words) => hasRun(sentence, words)));
}

/** What left is told of by all of its words but the verb and the kind, in any order. */
function isGone({ shape, changes }: Finding, sentences: readonly string[]): boolean {
  const gone = changes.flatMap((change) =>
    change.kind === "operation.error.removed" || change.kind === "service.error.removed"
      ? [change.target]
      : [],
  );
  const names = gone.length > 0 ? gone : [shape];
  return names.every((id) => {
    const words = splitName(shapeName(id));
    const isError = /^(?:Exception|Error|Fault)$/.test(words.at(-1) ?? "");
    const own = isError ? words.slice(0, -1) : words.slice(1);
    return own.length > 1 && sentences.some((sentence) => hasAll(sentence, own));
  });
}

interface Things {
  /** Names of which one alone says what is meant. */
  readonly whole: readonly (readonly string[])[];
  /** Names around it: a member of these is meant where its last word is in the sentence, too. */
  readonly holders: readonly (readonly string[])[];
  readonly last: readonly string[];
}

/** Positions beyond these do not help to tell which place is meant. */
const MOST_POSITIONS = 20;
/** A member's name of one word that is as long as this is not met by chance in a sentence about limits. */
const LONG_WORD = 6;

function thingsOf({ shape, member, positions, operations }: Finding): Things {
  const paths = positions.slice(0, MOST_POSITIONS).map(({ path }) => path.match(/\w+/g) ?? []);
  const members = member === undefined ? paths.flatMap((path) => path.slice(-1)) : [member];
  const type = splitName(shapeName(shape));
  const names = [...members.map(splitName), ...(member === undefined ? [type] : [])];
  const kind = member === undefined && type.length > 2 ? [type.slice(0, -1)] : [];
  const holders = [
    ...paths.flatMap((path) => path.slice(0, -1).map(splitName)),
    ...(member === undefined ? [] : [type]),
    ...operations.map((id) => splitName(shapeName(id)).slice(1)),
  ];
  return {
    whole: [...names, ...kind].filter((words) => words.length > 1 || (words[0] ?? "").length >= LONG_WORD),
    holders: holders.filter((words) => words.length > 1),
    last: names.flatMap((words) => words.slice(-1)),
  };
}

function hasAll(sentence: string, words: readonly string[]): boolean {
  return words.every((word) => hasRun(sentence, [word]));
}

/** Returns whether these words follow each other in a text, in any case, as one word or apart, the last one or many. */
function hasRun(sentence: string, words: readonly string[]): boolean {
  const singular = words
    .join("[\\s_./-]?")
    .replace(/(?<![aisu])s$/i, "")
    .replace(/y$/i, "(?:y|ie)");
  return new RegExp(`(?<![\\p{L}\\p{N}])${singular}(?:e?s)?(?![\\p{L}\\p{N}])`, "iu").test(sentence);
}
