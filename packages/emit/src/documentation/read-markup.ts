/** A piece of documentation: CommonMark text with HTML in it. */
export type Markup =
  | { readonly kind: "text"; readonly text: string }
  /** A code span of CommonMark, without its backticks. */
  | { readonly kind: "code"; readonly text: string }
  /** A fenced code block of CommonMark, without its fences. */
  | { readonly kind: "fence"; readonly text: string; readonly language: string }
  | { readonly kind: "open" | "close"; readonly name: string; readonly raw: string };

/** Elements whose content is not text. */
const DROPPED =
  /^(?:script|style|iframe|object|embed|noscript|template|title|head|svg|math|textarea|select)$/;

const TAG = /<(\/?)([A-Za-z][\w:-]*)(?![\w:-])[^<>]*>/y;
const COMMENT = /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>/y;
const FENCE = /(?<=^|\n) {0,3}(`{3,}|~{3,})([^\n`]*)(?:\n|$)/y;
const PLAIN = /[^<`~]+|[<`~]/y;
/** A code span may be this long; without a limit stray backticks would pair over paragraphs. */
const LONGEST_SPAN = 500;

/** Splits documentation into pieces, in time that grows with its length only. */
export function* readMarkup(doc: string): Generator<Markup> {
  const runs = findBacktickRuns(doc);
  let text = "";
  let index = 0;
  const match = (expression: RegExp) => {
    expression.lastIndex = index;
    return expression.exec(doc) ?? undefined;
  };
  while (index < doc.length) {
    const found = match(FENCE) ? readFence(doc, index) : (readSpan(doc, index, runs) ?? readTag(match, doc));
    const comment = found ? undefined : match(COMMENT);
    if (found || comment) {
      if (text !== "") yield { kind: "text", text };
      text = "";
      if (found?.markup) yield found.markup;
      index = found?.end ?? index + (comment?.[0].length ?? 1);
      continue;
    }
    const plain = match(PLAIN)?.[0] ?? "";
    text += plain;
    index += Math.max(1, plain.length);
  }
  if (text !== "") yield { kind: "text", text };
}

interface Found {
  readonly markup: Markup | undefined;
  readonly end: number;
}

function readTag(match: (expression: RegExp) => RegExpExecArray | undefined, doc: string): Found | undefined {
  const tag = match(TAG);
  if (!tag) return undefined;
  const [raw, slash, written = ""] = tag;
  const name = written.toLowerCase();
  const end = tag.index + raw.length;
  if (!DROPPED.test(name)) return { markup: { kind: slash ? "close" : "open", name, raw }, end };
  if (slash) return { markup: undefined, end };
  const close = new RegExp(`</${name}[^<>]*>`, "gi");
  close.lastIndex = end;
  return { markup: undefined, end: close.exec(doc) ? close.lastIndex : doc.length };
}

function readFence(doc: string, start: number): Found {
  FENCE.lastIndex = start;
  const [line = "", fence = "", info = ""] = FENCE.exec(doc) ?? [];
  const from = start + line.length;
  const close = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`, "gm");
  close.lastIndex = from;
  const closing = close.exec(doc);
  const language = /^\s*([\w+#-]{1,20})/.exec(info)?.[1] ?? "";
  const text = doc.slice(from, closing?.index ?? doc.length).replace(/\n$/, "");
  return { markup: { kind: "fence", text, language }, end: closing ? close.lastIndex : doc.length };
}

function readSpan(doc: string, start: number, runs: ReadonlyMap<number, number>): Found | undefined {
  const close = runs.get(start);
  if (close === undefined || close - start > LONGEST_SPAN) return undefined;
  const length = /`+/.exec(doc.slice(start, close))?.[0].length ?? 1;
  const text = doc.slice(start + length, close);
  if (/\n\s*\n|<\/?(?:p|code|li|ul|ol|dl|dt|dd|note)\b/i.test(text)) return undefined;
  return { markup: { kind: "code", text }, end: close + length };
}

/** Returns for the start of each run of backticks the start of the next run of the same length. */
function findBacktickRuns(doc: string): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { 0: run, index } of doc.matchAll(/`+/g)) {
    const before = last.get(run.length);
    if (before !== undefined) next.set(before, index);
    last.set(run.length, index);
  }
  return next;
}
