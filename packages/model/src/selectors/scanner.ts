import type { Diagnostic, Location } from "@shapelog/diagnostics";
import { IDENTIFIER, NAMESPACE } from "../shape-id.js";
import { selectorDiagnostics } from "./diagnostics.js";

const SPACE = /[ \t\r\n]*/y;
const NAME = new RegExp(IDENTIFIER, "y");
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ROOT_SHAPE_ID = new RegExp(`${NAMESPACE}(?:#${IDENTIFIER})?`, "y");
const JUNK = /[^\s:[\]<>()*$,~A-Za-z-]*/y;

/** More problems than this in one selector tell nobody anything. */
const MAX_PROBLEMS = 100;

/** Reads tokens from a selector's text and keeps the problems found. Space between tokens means nothing. */
export class Scanner {
  readonly text: string;
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  position = 0;
  #errors = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Skips space and returns whether nothing is left. */
  atEnd(): boolean {
    this.#match(SPACE);
    return this.position >= this.text.length;
  }

  /** Skips space and returns the next character, or "" at the end. */
  peek(): string {
    return this.atEnd() ? "" : this.text.charAt(this.position);
  }

  /** Takes a token after space, and returns whether it was there. */
  take(token: string): boolean {
    this.atEnd();
    return this.takeNext(token);
  }

  /** Takes a token that follows at once. */
  takeNext(token: string): boolean {
    if (!this.text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  /** Takes a token, or reports that it is missing. */
  expect(token: string): boolean {
    if (this.take(token)) return true;
    this.reportSyntax(`"${token}"`);
    return false;
  }

  takeIdentifier(): string | undefined {
    this.atEnd();
    return this.#match(NAME);
  }

  /** Takes a number or a root shape id, absolute or relative. */
  takeWord(): string | undefined {
    this.atEnd();
    return this.#match(NUMBER) ?? this.#match(ROOT_SHAPE_ID);
  }

  /** Takes a text in quotes, `undefined` where there is none or it is not closed, which is reported. */
  takeQuoted(): string | undefined {
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") return undefined;
    const end = this.text.indexOf(quote, this.position + 1);
    if (end === -1) {
      this.report(selectorDiagnostics.create("unclosed-quote", this.at(), { quote }));
      this.position = this.text.length;
      return undefined;
    }
    const text = this.text.slice(this.position + 1, end);
    this.position = end + 1;
    return text;
  }

  /** Leaves what cannot be read, up to where an expression may start. Always moves on. */
  skipJunk(): void {
    this.position++;
    this.#match(JUNK);
  }

  /** Goes to just behind the next `]` that is not in quotes. */
  skipAttribute(): void {
    for (; this.position < this.text.length; this.position++) {
      const char = this.text.charAt(this.position);
      if (char === "]") {
        this.position++;
        return;
      }
      if (char !== '"' && char !== "'") continue;
      const end = this.text.indexOf(char, this.position + 1);
      if (end !== -1) this.position = end;
    }
  }

  at(offset = this.position): Location {
    return { file: this.file, offset };
  }

  /** Reports what is not where it was expected; the end is only news where all before it was right. */
  reportSyntax(expected: string): void {
    if (this.atEnd() && this.hasErrors) return;
    const found = this.atEnd() ? "the end" : JSON.stringify(String.fromCodePoint(this.#codePoint()));
    this.report(selectorDiagnostics.create("syntax", this.at(), { found, expected }));
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
    if (diagnostic.severity !== "error") return;
    this.#errors++;
    if (this.#errors >= MAX_PROBLEMS) this.stop();
  }

  /** Reads no further. */
  stop(): void {
    this.position = this.text.length;
  }

  #codePoint(): number {
    return this.text.codePointAt(this.position) ?? 0;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }
}
