import { parseId } from "./parse-id.js";
import { parseTrait, parseTraits } from "./parse-traits.js";
import { createComments, type Parsing } from "./parsing.js";
import type { ApplyStatement, Comment, TraitNode } from "./syntax.js";

/** Parses an apply statement (Smithy 2.0, "Apply statement"). */
export function parseApply(parsing: Parsing, before: readonly Comment[]): ApplyStatement | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  tokens.next();
  expectGap(parsing);
  const target = parseId(parsing);
  if (target === undefined) return undefined;
  expectGap(parsing);
  const stray = parsing.takeStrayComments();
  const block = tokens.kind === "{";
  if (!block && tokens.kind !== "@") parsing.loseExpecting(['"@"', '"{"']);
  if (parsing.isLost) return undefined;
  if (block) tokens.next();
  const traits = block ? parseTraits(parsing) : parseOneTrait(parsing);
  const inner = block ? parsing.takeStrayComments() : [];
  if (block) parsing.expect("}");
  const end = tokens.previousEnd;
  parsing.expectLineEnd();
  const after = parsing.isLost ? [] : parsing.takeCommentsAfter(true);
  const comments = createComments([...before, ...stray], inner, after);
  return { kind: "apply", start, end, comments, target, block, traits };
}

function parseOneTrait(parsing: Parsing): readonly TraitNode[] {
  const trait = parseTrait(parsing);
  return trait === undefined ? [] : [trait];
}

function expectGap(parsing: Parsing): void {
  const { tokens } = parsing;
  if (!parsing.isLost && tokens.start === tokens.previousEnd) parsing.loseExpecting(["a space"]);
}
