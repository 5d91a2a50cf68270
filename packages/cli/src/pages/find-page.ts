import type { RulePage } from "@shapelog/diagnostics";

/**
 * Returns the page about an id, or `undefined`. A page is about its own id and those it covers, and an event about the
 * ids below it, such as `TraitValue.smithy.api#length`; capitals do not matter where there is but one.
 */
export function findPage(pages: readonly RulePage[], id: string): RulePage | undefined {
  return findAmong(pages, id, (text) => text) ?? findAmong(pages, id, (text) => text.toLowerCase());
}

function findAmong(
  pages: readonly RulePage[],
  id: string,
  fold: (text: string) => string,
): RulePage | undefined {
  const known = new Map<string, RulePage>();
  for (const page of pages) for (const covered of page.covers) known.set(fold(covered), page);
  for (const page of pages) known.set(fold(page.id), page);
  const parts = fold(id).split(".");
  for (let length = parts.length; length > 0; length--) {
    const found = known.get(parts.slice(0, length).join("."));
    if (found) return found;
  }
  return undefined;
}

/** Returns a function that finds pages, each id looked for once. */
export function createPageFinder(pages: readonly RulePage[]): (id: string) => RulePage | undefined {
  const found = new Map<string, RulePage | undefined>();
  return (id) => {
    if (!found.has(id)) found.set(id, findPage(pages, id));
    return found.get(id);
  };
}
