import { setFlagsFromString } from "node:v8";

/**
 * V8 puts the functions that one calls into it when it optimises it, in each thread anew. Of code as broad as the rules
 * that takes more than it gives: a quarter of the time of a history, as benchmarks/history.mjs tells, and a sixth of that
 * of a site.
 */
const LITTLE_INLINING = "--max-inlined-bytecode-size-cumulative=100";

/** Makes the threads that are started from now on, and this one, put few functions into others. */
export function inlineLittle(): void {
  setFlagsFromString(LITTLE_INLINING);
}
