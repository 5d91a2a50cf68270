/**
 * Returns where a code unit of a string's value stands in the text that it was read from. `start` is where the string
 * begins, with its quotation mark; `index` counts UTF-16 code units of the value (RFC 8259, section 7).
 */
export function offsetInString(text: string, start: number, index: number): number {
  return walkUnits(text, start + 1, index);
}

/** How many code units of a value lie between places that are remembered. */
const STEP = 4096;

/**
 * Returns a function that is `offsetInString` for one string, for many of its code units: the string is walked once, as
 * far as is needed.
 */
export function createOffsetFinder(text: string, start: number): (index: number) => number {
  const marks = [start + 1];
  return (index) => {
    const nearest = Math.floor(Math.max(0, index) / STEP);
    while (marks.length <= nearest) marks.push(walkUnits(text, marks.at(-1) ?? 0, STEP));
    return walkUnits(text, marks[nearest] ?? 0, index - nearest * STEP);
  };
}

/** Returns where the text stands after so many code units of a value. */
function walkUnits(text: string, from: number, count: number): number {
  let offset = from;
  for (let left = count; left > 0 && offset < text.length; left--) {
    if (text[offset] !== "\\") offset += 1;
    else offset += text[offset + 1] === "u" ? 6 : 2;
  }
  return offset;
}
