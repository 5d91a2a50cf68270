import { KEYWORDS } from "./keywords.js";
import type { Parsing } from "./parsing.js";
import type { TokenStream } from "./token-stream.js";

/**
 * After an error in the statement that began at `start`, moves on to what may begin the next one: a word, a trait or a
 * `$` in the first column. An unknown word counts where a name follows on its line, as in a misspelt statement.
 */
export function recoverStatement(parsing: Parsing, start: number): void {
  const { tokens } = parsing;
  if (tokens.start <= start) tokens.next();
  while (tokens.kind !== "end" && !isStatementStart(tokens, tokens.start)) tokens.next();
  tokens.depth = 0;
  finish(parsing);
}

/** Where the member stood that could not be parsed. */
export interface LostMember {
  readonly start: number;
  readonly previousEnd: number;
}

/**
 * After an error within braces, moves on to the next member or to the closing brace. Returns whether it found one of
 * them; where the next statement or the end comes first, the parsing stays lost. What looks like a statement in the
 * first column was one: it is gone back to, and the missing brace is what the error was about.
 */
export function recoverMember(parsing: Parsing, depth: number, lost: LostMember): boolean {
  const { tokens } = parsing;
  if (isStatementStart(tokens, lost.start) && tokens.start > lost.start) {
    tokens.rewind(lost.previousEnd, depth);
    return false;
  }
  if (tokens.start <= lost.start) tokens.next();
  for (; tokens.kind !== "end" && !isStatementStart(tokens, tokens.start); tokens.next()) {
    const isMember =
      tokens.depth <= depth && tokens.isFirstOnLine && /^(?:identifier|[@$])$/.test(tokens.kind);
    if (!isMember && !closes(tokens, depth)) continue;
    finish(parsing);
    return true;
  }
  return false;
}

/** Returns whether the current token is the brace that closes the members opened at `depth`. */
function closes(tokens: TokenStream, depth: number): boolean {
  return tokens.kind === "}" && tokens.depth < depth;
}

function isStatementStart({ text }: TokenStream, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  const isInFirstColumn = start === 0 || before === 10 || before === 13 || before === 0xfeff;
  if (!isInFirstColumn) return false;
  const code = text.charCodeAt(start);
  if (code === 64 || code === 36) return true;
  const word = /^[A-Za-z_]\w{0,80}(?=([ \t]+["A-Za-z_])?)/.exec(text.slice(start, start + 160));
  return word !== null && (word[1] !== undefined || KEYWORDS.has(word[0]));
}

/** Comments that stood in what was skipped document nothing; those directly before the new start may. */
function finish(parsing: Parsing): void {
  parsing.isLost = false;
  parsing.nesting = 0;
}
