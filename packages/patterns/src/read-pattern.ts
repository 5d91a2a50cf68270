import type { AST } from "@eslint-community/regexpp";
import { parsePattern } from "./parse-pattern.js";
import { rewritePattern } from "./rewrite-pattern.js";

/**
 * A pattern as JavaScript has it with the flag `u`, or why it has none. `refusal` continues a sentence after a colon.
 *
 * @internal
 */
export type ReadPattern =
  | { readonly source: string; readonly parsed: AST.Pattern; readonly refusal?: never }
  | { readonly refusal: string };

const LONGEST = 5000;

/**
 * Reads a Smithy pattern (Smithy 2.0, "pattern trait"). Refused are those that have no exact translation.
 *
 * @internal
 */
export function readPattern(pattern: string): ReadPattern {
  if (pattern.length > LONGEST) return { refusal: `it is longer than ${LONGEST} characters` };
  const rewritten = rewritePattern(pattern);
  if (rewritten.refusal !== undefined) return rewritten;
  const { source } = rewritten;
  if (!compiles(source)) return { refusal: "it is not a pattern that JavaScript can compile" };
  return { source, parsed: parsePattern(source) };
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, "u").test(""); // a pattern that is too large fails at its first use
    return true;
  } catch {
    return false;
  }
}
