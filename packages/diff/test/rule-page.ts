/** A fenced block of a page: its info string, its text, and where the text stands in the page. */
export interface PageBlock {
  readonly info: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BLOCK = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

/** Returns the fenced blocks of a page in their order. */
export function readBlocks(page: string): PageBlock[] {
  return [...page.matchAll(BLOCK)].map(({ 0: whole, 1: info = "", 2: text = "", index }) => {
    const start = index + whole.indexOf("\n") + 1;
    return { info: info.trim(), text, start, end: start + text.length };
  });
}

/** Returns a page in which blocks have other texts. */
export function replaceBlocks(page: string, texts: ReadonlyMap<PageBlock, string>): string {
  let replaced = page;
  for (const [block, text] of [...texts].sort(([a], [b]) => b.start - a.start))
    replaced = replaced.slice(0, block.start) + text + replaced.slice(block.end);
  return replaced;
}

/** One example of a page: the models on both sides, and what is found from one to the other. */
export interface Example {
  readonly before: PageBlock;
  readonly after: PageBlock;
  readonly findings: PageBlock;
  /** What is found the other way round, where the page shows it. */
  readonly reversed: PageBlock | undefined;
}

const KINDS = ["smithy before", "smithy after", "findings", "findings reversed"];

/** Returns the examples of a page: each begins with `smithy before`; throws where one is not whole. */
export function readExamples(blocks: readonly PageBlock[]): Example[] {
  const own = blocks.filter(({ info }) => KINDS.includes(info));
  const starts = own.flatMap(({ info }, index) => (info === "smithy before" ? [index] : []));
  return starts.map((start, at) => {
    const [before, after, findings, reversed, ...rest] = own.slice(start, starts[at + 1]);
    if (!before || after?.info !== "smithy after" || findings?.info !== "findings" || rest.length > 0)
      throw new Error(
        "an example is `smithy before`, `smithy after`, `findings`, and maybe `findings reversed`",
      );
    return { before, after, findings, reversed };
  });
}
