import { isNodeArray, isNodeObject, type NodeValue, shapeName } from "@shapelog/model";
import { parseSelector } from "@shapelog/model/selectors";
import { defineLinter } from "../../rule.js";
import { type Option, readOptions, readStrings } from "../options.js";
import { createTermMatcher, findTermProblem } from "../term-matcher.js";
import { createWildcardMatcher, findWildcardProblem } from "./wildcard-matcher.js";

/** Words that names of selected shapes must not be, and terms they must not have. */
interface Reservation {
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly selector: string;
  readonly reason: string;
}

const reserved: Option<readonly Reservation[]> = {
  expected: 'a list of objects with "words" or "terms"',
  absent: [],
  read: (value) => {
    const entries = isNodeArray(value) ? value.map(readReservation) : [undefined];
    const read = entries.filter((entry) => entry !== undefined);
    return read.length === entries.length ? read : undefined;
  },
};

const OPTIONS = { reserved };

/** Names that must not be used (Smithy 2.0, "Model linters", ReservedWords). */
export const reservedWords = defineLinter({
  name: "ReservedWords",
  events: {
    ReservedWords: {
      severity: "danger",
      message: (d: { name: string; reason: string }) =>
        `The name "${d.name}" is reserved. Choose another.${d.reason === "" ? "" : ` ${d.reason}`}`,
    },
  },
  check(configuration) {
    const { reserved: value } = configuration;
    if (value === undefined) return undefined;
    const read = reserved.read(value);
    if (!read) return `has a configuration whose "reserved" is not ${reserved.expected}`;
    return read.map(findReservationProblem).find((problem) => problem !== undefined);
  },
  *validate(context, event, configuration) {
    for (const { words, terms, selector, reason } of readOptions(OPTIONS, configuration).reserved) {
      const isReserved = createWildcardMatcher(words);
      const matcher = createTermMatcher(terms);
      const selected = selector === "*" ? undefined : context.select(selector);
      if (selector !== "*" && !selected) continue;
      for (const { id, member } of context.subjects()) {
        if (selected && !selected.has(id)) continue;
        const name = member?.name ?? shapeName(id);
        if (!isReserved(name) && matcher.find(name) === undefined) continue;
        yield event("ReservedWords", { shape: id }, { name, reason });
      }
    }
  },
});

function readReservation(entry: NodeValue): Reservation | undefined {
  if (!isNodeObject(entry)) return undefined;
  const { words: ownWords = [], terms: ownTerms = [], selector = "*", reason = "" } = entry;
  const words = readStrings(ownWords);
  const terms = readStrings(ownTerms);
  if (!words || !terms || typeof selector !== "string" || typeof reason !== "string") return undefined;
  return { words, terms, selector, reason };
}

function findReservationProblem({ words, terms, selector }: Reservation): string | undefined {
  if (!parseSelector(selector).selector)
    return `has the selector ${JSON.stringify(selector)}, which cannot be read`;
  return [...words.map(findWildcardProblem), ...terms.map(findTermProblem)].find(
    (found) => found !== undefined,
  );
}
