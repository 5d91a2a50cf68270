/** Lists of names in a sentence are read up to here; the page lists all by themselves. */
const MOST = 4;

const LIST = /(`[^`]+`(?:, `[^`]+`)+),? (and|or) (?:`[^`]+`|(\d[\d,]*) more)/g;

/** Returns a finding's sentence with long lists of names cut: `a`, `b`, `c` or 190 more. */
export function shortenLists(message: string): string {
  return message.replace(LIST, (whole, names: string, word: string, more: string | undefined) => {
    const all = names.match(/`[^`]+`/g) ?? [];
    const total = all.length + (more === undefined ? 1 : Number(more.replaceAll(",", "")));
    if (all.length <= MOST) return whole;
    const shown = all.slice(0, MOST - 1);
    return `${shown.join(", ")} ${word} ${(total - shown.length).toLocaleString("en-US")} more`;
  });
}
