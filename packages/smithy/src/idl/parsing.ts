import type { Diagnostic, Location, RelatedLocation } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { isLineEnd, skipSpaces } from "./characters.js";
import { idlDiagnostics } from "./diagnostics.js";
import type { Comment, Comments, IdlVersion } from "./syntax.js";
import { type TokenKind, type TokenProblem, TokenStream } from "./token-stream.js";

/** More than these are not listed: a text of megabytes may have a problem on every line. */
const MAX_PROBLEMS = 1000;

export const NO_COMMENTS: readonly Comment[] = [];

/**
 * A parse under way. After an error the parsing is lost: it reports nothing and the parse functions return, until
 * `recover` has found the next member or statement. So one mistake gives one diagnostic.
 */
export class Parsing {
  readonly tokens: TokenStream;
  readonly diagnostics: Diagnostic[] = [];
  version: IdlVersion = "1.0";
  isLost = false;
  /** How many values are open. */
  nesting = 0;
  readonly #file: string;

  constructor(source: SourceText) {
    this.#file = source.file;
    this.tokens = new TokenStream(source.text);
  }

  locate(offset: number): Location {
    return { file: this.#file, offset };
  }

  relate(message: string, offset: number): readonly RelatedLocation[] {
    return [{ message, location: this.locate(offset) }];
  }

  /** Reports something that parsing goes on after. */
  report(diagnostic: Diagnostic): void {
    if (this.isLost || this.diagnostics.length > MAX_PROBLEMS) return;
    const limit = MAX_PROBLEMS;
    const isFull = this.diagnostics.length === limit;
    this.diagnostics.push(
      isFull ? idlDiagnostics.create("more-problems", diagnostic.location, { limit }) : diagnostic,
    );
  }

  /** Reports an error that parsing cannot go on after. */
  lose(diagnostic: Diagnostic): void {
    this.report(diagnostic);
    this.isLost = true;
  }

  /** Gets lost because the current token, or what stands at `offset` before it, is not what was expected. */
  loseExpecting(expected: readonly string[], offset = this.tokens.start): void {
    const { problem } = this.tokens;
    if (problem !== undefined && offset === this.tokens.start) this.#loseAtProblem(problem);
    else {
      const data = { expected, found: this.#describe(offset) };
      this.lose(idlDiagnostics.create("expected", this.locate(offset), data));
    }
  }

  /** Moves past a token of this kind. Returns whether there was one; gets lost if not. */
  expect(kind: TokenKind, expected: string = `"${kind}"`): boolean {
    if (this.isLost) return false;
    if (this.tokens.kind !== kind) {
      this.loseExpecting([expected]);
      return false;
    }
    this.tokens.next();
    return true;
  }

  /** Returns whether only spaces stand before the current token; gets lost if not. */
  expectOnLine(expected: string): boolean {
    if (this.isLost) return false;
    const { tokens } = this;
    const at = skipSpaces(tokens.text, tokens.previousEnd);
    if (at === tokens.start) return true;
    this.loseExpecting([expected], at);
    return false;
  }

  /** Returns whether at least one space, and nothing else, stands before the current token; gets lost if not. */
  expectSpace(expected: string): boolean {
    if (this.isLost) return false;
    const { text, previousEnd } = this.tokens;
    if (skipSpaces(text, previousEnd) > previousEnd) return this.expectOnLine(expected);
    this.loseExpecting(["a space"], previousEnd);
    return false;
  }

  /** Gets lost if the statement before the current token is not followed by a line break. */
  expectLineEnd(mayHaveComma = false): void {
    if (this.isLost) return;
    const { text, previousEnd } = this.tokens;
    let at = skipSpaces(text, previousEnd);
    if (mayHaveComma && text.charCodeAt(at) === 44) at = skipSpaces(text, at + 1);
    if (!isLineEnd(text, at)) this.loseExpecting(["a line break"], at);
  }

  /** Takes the comments found so far. */
  takeComments(): readonly Comment[] {
    const { tokens } = this;
    if (tokens.comments.length === 0) return NO_COMMENTS;
    const { comments } = tokens;
    tokens.comments = [];
    return comments;
  }

  /** Takes the comments found so far where none of them documents anything. */
  takeStrayComments(): readonly Comment[] {
    const comments = this.takeComments();
    return comments.length === 0 ? comments : this.demote(comments);
  }

  /** Takes the comments before a body but for the one at the end of the line, which what is first in the body gets. */
  takeCommentsBeforeBody(): readonly Comment[] {
    const [first, ...others] = this.takeStrayComments();
    if (first === undefined) return NO_COMMENTS;
    if (first.breaks > 0) return [first, ...others];
    this.tokens.comments = [first];
    return others;
  }

  /** Takes the comment on the line the last token ended on, and the plain ones directly below if `withBelow`. */
  takeCommentsAfter(withBelow: boolean): readonly Comment[] {
    const { comments } = this.tokens;
    let count = comments[0]?.breaks === 0 ? 1 : 0;
    if (withBelow) {
      for (let next = comments[count]; next?.breaks === 1 && !next.doc; ) next = comments[++count];
    }
    return count === 0 ? NO_COMMENTS : this.demote(comments.splice(0, count));
  }

  /** Returns comments as ones that document nothing, and says so. */
  demote(comments: readonly Comment[]): readonly Comment[] {
    const misplaced = comments.find(({ doc }) => doc);
    if (misplaced === undefined) return comments;
    this.report(idlDiagnostics.create("misplaced-documentation", this.locate(misplaced.start), {}));
    return comments.map((comment) => (comment.doc ? { ...comment, doc: false } : comment));
  }

  #loseAtProblem(problem: TokenProblem): void {
    const location = this.locate(problem.offset);
    switch (problem.kind) {
      case "character":
        this.lose(idlDiagnostics.create("unexpected-character", location, { character: problem.character }));
        break;
      case "unterminated": {
        const begin = this.relate("The string begins here.", this.tokens.start);
        this.lose(idlDiagnostics.create("unterminated-string", location, { quotes: problem.quotes }, begin));
        break;
      }
      case "identifier":
        this.lose(idlDiagnostics.create("invalid-identifier", location, { name: problem.name }));
        break;
      case "number": {
        const { literal, reason } = problem;
        this.lose(idlDiagnostics.create("invalid-number", location, { literal, reason }));
        break;
      }
    }
  }

  #describe(offset: number): string {
    const { tokens } = this;
    if (offset === tokens.start && tokens.kind === "identifier") return `"${tokens.lexeme().slice(0, 80)}"`;
    if (offset === tokens.start && tokens.kind === "number")
      return `the number ${tokens.lexeme().slice(0, 40)}`;
    if (offset === tokens.start && /^(?:string|text block)$/.test(tokens.kind)) return `a ${tokens.kind}`;
    if (offset >= tokens.text.length) return "the end of the text";
    const code = tokens.text.codePointAt(offset) ?? 0;
    if (code === 10 || code === 13) return "a line break";
    if (code === 32 || code === 9) return "a space";
    return code === 47 ? "a comment" : `"${String.fromCodePoint(code)}"`;
  }
}

/** Returns the comments of a node, or `undefined` where it has none. */
export function createComments(
  before: readonly Comment[],
  inner: readonly Comment[],
  after: readonly Comment[],
): Comments | undefined {
  return before.length + inner.length + after.length === 0 ? undefined : { before, inner, after };
}

/** Returns comments that stood within a line's parts as ones on lines of their own. */
export function onOwnLines(comments: readonly Comment[]): readonly Comment[] {
  return comments.map((comment) => (comment.breaks === 0 ? { ...comment, breaks: 1 } : comment));
}

/** Returns a node with these comments instead of its own. */
export function withComments<Node extends { readonly comments?: Comments | undefined }>(
  node: Node,
  comments: Partial<Comments>,
): Node {
  const { before = NO_COMMENTS, inner = NO_COMMENTS, after = NO_COMMENTS } = comments;
  const created = createComments(before, inner, after);
  return created === undefined ? node : { ...node, comments: created };
}
