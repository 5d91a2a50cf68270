/** A part of Markdown text: a code span's content, or what stands between them. */
export interface Span {
  readonly kind: "code" | "text";
  readonly text: string;
}

/** Returns the parts of one paragraph of Markdown (CommonMark, "Code spans"). */
export function splitCodeSpans(markdown: string): Span[] {
  const spans: Span[] = [];
  const runs = [...markdown.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    if (!open || open.at < from) continue;
    const close = runs.slice(index + 1).find((run) => run.length === open.length);
    if (!close) continue;
    if (open.at > from) spans.push({ kind: "text", text: markdown.slice(from, open.at) });
    const inner = markdown.slice(open.at + open.length, close.at);
    spans.push({ kind: "code", text: inner.replace(/^ (.*[^ ].*) $/s, "$1") });
    from = close.at + close.length;
  }
  if (from < markdown.length) spans.push({ kind: "text", text: markdown.slice(from) });
  return spans;
}

/**
 * Returns a paragraph of Markdown without its code marks; backticks inside code stay. Code that ends as a sentence or a
 * clause does stands in quotes, so that readers see where it ends.
 */
export function plainText(markdown: string): string {
  return splitCodeSpans(markdown).map(plainSpan).join("");
}

/** Returns the words of {@link plainText}. Code is of one word: where a line ended in it, a space would not be seen. */
export function plainWords(markdown: string): readonly string[] {
  const words = [""];
  for (const span of splitCodeSpans(markdown)) {
    const [first = "", ...others] = span.kind === "code" ? [plainSpan(span)] : plainSpan(span).split(" ");
    words.push(`${words.pop() ?? ""}${first}`, ...others);
  }
  return words;
}

function plainSpan({ kind, text }: Span): string {
  return kind === "code" && /[.,;:!?]$/.test(text) ? `"${text}"` : text;
}
