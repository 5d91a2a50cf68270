import type { SyntaxTree } from "../idl/syntax.js";

/** Returns what the name of an input or output written inside an operation ends in (Smithy 2.0, "Inline input / output shapes"). */
export function findSuffix({ control }: SyntaxTree, of: "input" | "output"): string {
  const key = of === "input" ? "operationInputSuffix" : "operationOutputSuffix";
  const value = control.find((statement) => statement.key.name === key)?.value;
  if (value?.kind === "string" || value?.kind === "textBlock") return value.value;
  return of === "input" ? "Input" : "Output";
}
