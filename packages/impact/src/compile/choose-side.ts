import type { Vocabulary } from "../program/vocabulary.js";

/** The side of a change that a consumer is written for. */
export type Side = "before" | "after";

/** What is known of each side's package, and of the one that is installed. */
export interface SideVocabularies {
  readonly before: readonly Vocabulary[];
  readonly after: readonly Vocabulary[];
  readonly installed: readonly Vocabulary[];
}

/**
 * Returns the side that the installed package is nearer to: of what only one side has, the installed one has more of that
 * side's. Where it says nothing it is the side before: whoever asks has the change before them.
 */
export function chooseSide({ before, after, installed }: SideVocabularies): Side {
  const [old, now, own] = [before, after, installed].map(factsOf);
  if (!old || !now || !own) return "before";
  let balance = 0;
  for (const fact of own) balance += Number(now.has(fact)) - Number(old.has(fact));
  // A package that moved on has left the side before by what it no longer has, too.
  for (const fact of old) if (!now.has(fact) && !own.has(fact)) balance++;
  for (const fact of now) if (!old.has(fact) && !own.has(fact)) balance--;
  return balance > 0 ? "after" : "before";
}

function factsOf(vocabularies: readonly Vocabulary[]): Set<string> {
  const facts = new Set<string>();
  for (const { enums, structures, errors, operations } of vocabularies) {
    for (const [name, values] of enums) for (const value of values) facts.add(`enum ${name} ${value}`);
    for (const [name, members] of structures)
      for (const member of members.keys()) facts.add(`member ${name} ${member}`);
    for (const name of errors) facts.add(`error ${name}`);
    for (const name of operations) facts.add(`operation ${name}`);
  }
  return facts;
}
