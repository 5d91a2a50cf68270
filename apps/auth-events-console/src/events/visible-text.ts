/**
 * Characters that act instead of being seen: controls (a terminal's escape among them), marks and overrides of the
 * writing direction, those of no width, and halves of surrogate pairs.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164\uffa0]/gu;

/** Returns a text with every character that acts instead of being seen as its code point, such as `⟨U+202E⟩`. */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** Returns a text for one line of a table: at most `limit` characters of it, with nothing unseen. */
export function shortenText(text: string, limit: number): string {
  // Cut before the rest is looked at: a text can be very long. A surrogate pair is not cut in two.
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return showUnseen(cut);
}
