import type { Span } from "./span.js";

/** A word, a piece of code or a mark of a sentence. */
export interface Token extends Span {
  readonly kind: "word" | "code" | "mark";
  /** Without the marks of code. */
  readonly text: string;
  /** In small letters, for words of the language. */
  readonly small: string;
}

const TOKEN =
  /(?<!`)`{1,3}([^`\n]+)`{1,3}|["“]([^"“”\n]{1,80})["”]|‘([^‘’\n]{1,80})’|(?<![\p{L}\p{N}])'([\w.$-]{1,80})'(?![\p{L}\p{N}])|([\p{L}\p{N}_$](?:[\p{L}\p{N}_$-]|\[\]|[.’'](?=[\p{L}\p{N}_]))*)|([^\s\p{L}\p{N}])/gu;
/** A word that can only be a name, by its looks. */
export const CODE_LIKE = /\p{Ll}\p{Lu}|_|\p{Lu}{2}\p{Ll}|\p{L}\d|\d\p{L}|\.|\$|^\p{Lu}{4,}$/u;

/** Where a sentence ends: a point before a space, a blank line, or the next item of a list. */
const END =
  /[.!?;](?=\s|$(?![\s\S]))|\n[ \t]*(?:\r?\n|[-+•][ \t]|\d+[.)][ \t]|#)|(?<=\s)(?:\(?\d{1,2}[.)]|[-–—•])(?=\s)/g;

/** A sentence with more words is read as several: what is looked for around a word is looked for in all of its sentence. */
const LONGEST_SENTENCE = 2000;

/** Returns the sentences of a text as their tokens. */
export function readSentences(text: string): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  const ends = [...text.matchAll(END)].map(({ index }) => index);
  let next = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { index } = match;
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= index) {
      if ((sentences.at(-1)?.length ?? 0) > 0) sentences.push([]);
      next++;
    }
    if ((sentences.at(-1)?.length ?? 0) >= LONGEST_SENTENCE) sentences.push([]);
    sentences.at(-1)?.push(createToken(match));
    const end = index + match[0].length;
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < end) next++;
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function createToken(match: RegExpMatchArray): Token {
  const [whole, code, double, single, plain, word] = match;
  const start = match.index ?? 0;
  const span = { start, end: start + whole.length };
  const quoted = code ?? double ?? single ?? plain;
  if (quoted !== undefined) return { ...span, kind: "code", text: quoted.trim(), small: "" };
  if (word !== undefined) return { ...span, kind: "word", text: word, small: word.toLowerCase() };
  return { ...span, kind: "mark", text: whole, small: whole };
}
