import type { Code, CodeGen } from "ajv";

/** A condition and what is printed for the case that it is the first to hold. */
export type Branch = readonly [condition: Code, body: () => void];

/** Prints `if … else if …`. Branches that are `undefined` are left out. */
export function printBranches(gen: CodeGen, branches: readonly (Branch | undefined)[]): void {
  const [first, ...rest] = branches.filter((branch) => branch !== undefined);
  if (!first) return;
  gen.if(first[0]);
  first[1]();
  for (const [condition, body] of rest) {
    gen.elseIf(condition);
    body();
  }
  gen.endIf();
}
