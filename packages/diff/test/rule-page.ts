import { modelOf } from "@shapelog/testing";
import type { Block } from "@shapelog/testing/page";

/** One example of a page: the models on both sides, and what is found from one to the other. */
export interface Example {
  readonly before: Block;
  readonly after: Block;
  readonly findings: Block;
  /** What is found the other way round, where the page shows it. */
  readonly reversed: Block | undefined;
}

const KINDS = ["smithy before", "smithy after", "findings", "findings reversed"];

/** Returns the examples of a page: each begins with `smithy before`; throws where one is not whole. */
export function readExamples(blocks: readonly Block[]): Example[] {
  const own = blocks.filter(({ info }) => KINDS.includes(info));
  const starts = own.flatMap(({ info }, index) => (info === "smithy before" ? [index] : []));
  return starts.map((start, at) => {
    const [before, after, findings, reversed, ...rest] = own.slice(start, starts[at + 1]);
    if (!before || after?.info !== "smithy after" || findings?.info !== "findings" || rest.length > 0)
      throw new Error("an example is `smithy before`, `smithy after`, `findings`, maybe `findings reversed`");
    return { before, after, findings, reversed };
  });
}

/** Returns the model of one side of an example. Where it has no service there is one, `Things`. */
export function readExampleModel({ text }: Block) {
  return modelOf(text, { impliedService: true });
}
