import type { PlacedText } from "./page.js";

/** A text without characters. */
export const NO_TEXT: PlacedText = { text: "", offsetOf: () => 0 };

/** Returns a text whose characters stand in the file as they stand in it, from an offset on. */
export function placeText(text: string, offset = 0): PlacedText {
  return { text, offsetOf: (index) => offset + index };
}

/** Returns a part of a text, without white space at its ends. */
export function sliceText(source: PlacedText, start: number, end: number): PlacedText {
  const whole = source.text.slice(start, end);
  const text = whole.trim();
  const first = start + whole.length - whole.trimStart().length;
  return { text, offsetOf: (index) => source.offsetOf(first + index) };
}

/** Returns a text in which lines that only a narrow window broke are one: what begins an item or a paragraph stays. */
export function joinLines(source: PlacedText): PlacedText {
  const text = source.text.replace(BROKEN_LINE, (broken) => " ".repeat(broken.length));
  return { ...source, text };
}

/** A line end with blanks, where neither an empty line follows nor an item, a heading or a row begins. */
const BROKEN_LINE = /(?<=\S)[^\S\n]*\n[^\S\n]*(?=[^\s*+•#|-]|[-*+](?!\s))/g;

/** Returns texts as one, a paragraph each. */
export function joinTexts(texts: readonly PlacedText[]): PlacedText {
  const [first, ...others] = texts;
  if (!first) return NO_TEXT;
  if (others.length === 0) return first;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of texts) {
    starts.push(length);
    length += text.length + BETWEEN.length;
  }
  const offsetOf = (index: number) => {
    const found = starts.findLastIndex((start) => start <= index);
    const { text, offsetOf: inside } = texts[found] ?? first;
    return inside(Math.min(index - (starts[found] ?? 0), Math.max(0, text.length - 1)));
  };
  return { text: texts.map(({ text }) => text).join(BETWEEN), offsetOf };
}

const BETWEEN = "\n\n";
