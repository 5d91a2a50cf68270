// Small edits of words and lines.

/** Returns a word with one letter or digit changed. @param {string} word @param {() => number} random */
export function misspell(word, random) {
  const places = [...word.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)] ?? 0;
  const was = word[at] ?? "";
  const alphabet = /\d/.test(was) ? "0123456789" : /[A-Z]/.test(was) ? "BCDFGHJK" : "bcdfghjk";
  const others = [...alphabet].filter((each) => each !== was);
  const now = others[Math.floor(random() * others.length)] ?? "x";
  return word.slice(0, at) + now + word.slice(at + 1);
}

/** Returns a text with a line replaced by others. @param {string} text @param {number} index from 0 @param {readonly string[]} lines */
export function replaceLine(text, index, ...lines) {
  return text
    .split("\n")
    .toSpliced(index, 1, ...lines)
    .join("\n");
}

/** @template T @param {readonly T[]} list @param {() => number} random @returns {T} */
export function pick(list, random) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}
