import { type Bump, isAtLeastBump } from "@shapelog/diff";
import type { Span } from "./span.js";
import type { ToldChange } from "./told-change.js";

/** Words that promise what a change does not keep. */
export interface BrokenPromise extends Span {
  /** `breaks`: nothing was to break. `bump`: the release was to be smaller. `api`: the API was to stay as it is. */
  readonly kind: "breaks" | "bump" | "api";
  readonly words: string;
}

const NO_BREAK =
  /\b(?:no|without(?: any)?|zero|not? (?:a|any))\s+breaking\s+changes?\b|\b(?:is|are|fully|remains?|stays?|completely|and)\s+(?:non-?breaking|backwards?[- ]compatible)\b|\bnon-?breaking\s+(?:change|release|update)s?\b|\bbackwards?[- ]compatible\s+(?:change|release|update)s?\b|\b(?:breaks?|broke)\s+(?:nothing|nobody|no\s?one)\b|\bnothing\s+(?:breaks|is breaking|was broken)\b/gi;
const BUMP =
  /\b(?:a|this is a|as a|this)\s+(minor|patch)\s+(?:release|version|bump|update|change)\b|\brelease:\s*(minor|patch)\b|\bsemver[- :](minor|patch)\b/gi;
const NO_API =
  /\b(?:docs?|documentation)[- ]only\s+(?:change|update|release|fix)e?s?\b|\bno\s+(?:api|model)\s+changes?\b|\bonly\s+(?:the\s+)?(?:docs|documentation)\s+(?:has |have )?changed?\b/gi;
/** A promise about a part, or about another time. */
const PART = /^\s+(?:to|in|for|of)\s+\S/;

/** Returns the words of a text that promise less than the changes do: no break, a smaller release, documentation alone. */
export function findBrokenPromises(text: string, told: readonly ToldChange[]): readonly BrokenPromise[] {
  if (told.length === 0) return [];
  const found: BrokenPromise[] = [];
  const isBreaking = told.some(
    ({ findings, bump }) => bump === "major" || findings.some(({ verdict }) => verdict === "breaking"),
  );
  const add = (kind: BrokenPromise["kind"], match: RegExpMatchArray) => {
    const start = match.index ?? 0;
    found.push({ kind, words: match[0].replace(/\s+/g, " "), start, end: start + match[0].length });
  };
  const isWhole = ({ index, 0: words }: RegExpMatchArray) =>
    !PART.test(text.slice((index ?? 0) + words.length));
  if (isBreaking) for (const match of text.matchAll(NO_BREAK)) if (isWhole(match)) add("breaks", match);
  const bump = told.reduce<Bump>(
    (most, change) => (isAtLeastBump(most, change.bump) ? most : change.bump),
    "patch",
  );
  for (const match of text.matchAll(BUMP)) {
    const said = (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase() as Bump;
    if (!isAtLeastBump(said, bump)) add("bump", match);
  }
  if (bump !== "patch") for (const match of text.matchAll(NO_API)) if (isWhole(match)) add("api", match);
  return found;
}
