import { type Comparison, createEntries, inlineMarkdown } from "@shapelog/diff";

const TOLD = 3;

/** Returns a note made of what a comparison found: the first few changes in words, as Markdown. Empty where there are none. */
export function writeNote(comparison: Comparison): string {
  const messages = createEntries(comparison).flatMap(({ findings: [first] }) =>
    first ? [inlineMarkdown(first.message)] : [],
  );
  const told = new Set([...new Set(messages)].slice(0, TOLD));
  const more = messages.filter((message) => !told.has(message)).length;
  const rest = more > 0 ? [`And ${more} more ${more === 1 ? "change" : "changes"}.`] : [];
  return [...told, ...rest].join(" ");
}
