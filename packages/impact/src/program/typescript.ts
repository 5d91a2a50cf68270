/** TypeScript's API as a program has it: the consumer's own, or ours. It is handed in, so that nothing loads it unasked. */
export type TypeScript = typeof import("typescript");
