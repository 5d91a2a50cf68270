import { TokenStream } from "./token-stream.js";

/** The deepest nesting that is read. Deeper values would overflow the stack of whoever walks them. */
export const MAX_DEPTH = 1000;

/** What keeps a text from being read. */
export interface JsonProblem {
  readonly kind: "syntax" | "too-deep";
  readonly reason: string;
  readonly offset: number;
}

/** What a visitor is told, in the order of the text. Offsets are those of the whole text. */
export interface JsonVisitor {
  /** An object or array starts. */
  open?(kind: "object" | "array", start: number): void;
  /** The object or array that started last ends. */
  close?(): void;
  /** A key of an object, quotes included. */
  key?(start: number, end: number): void;
  /** A string, number or literal, quotes included. */
  scalar?(kind: "string" | "number" | "literal", start: number, end: number): void;
}

/** Returns the offset at which JSON starts: a byte order mark is skipped. */
export function jsonStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * Walks a JSON text without recursion and stops at the first problem, which it returns. Memory is bounded by
 * {@link MAX_DEPTH}, not by the text.
 */
export function visitJson(text: string, visitor: JsonVisitor): JsonProblem | undefined {
  const tokens = new TokenStream(text, jsonStart(text));
  const containers: ("object" | "array")[] = [];
  if (tokens.next() === "end") return syntax("the text is empty", tokens.start);
  for (;;) {
    const problem = visitValue(tokens, containers, visitor);
    if (problem) return problem;
    if (tokens.kind === "end" && containers.length === 0) return undefined;
  }
}

/** Takes one value, or the start of a container, then everything up to the start of the next value or the end. */
function visitValue(
  tokens: TokenStream,
  containers: ("object" | "array")[],
  visitor: JsonVisitor,
): JsonProblem | undefined {
  const { kind, start, end } = tokens;
  if (kind === "{" || kind === "[") {
    const container = kind === "{" ? "object" : "array";
    if (containers.length === MAX_DEPTH) return { kind: "too-deep", reason: "", offset: start };
    containers.push(container);
    visitor.open?.(container, start);
    const next = tokens.next();
    if (next !== (kind === "{" ? "}" : "]"))
      return container === "object" ? takeKey(tokens, visitor) : undefined;
    containers.pop();
    visitor.close?.();
  } else if (kind === "string" || kind === "number" || kind === "literal") {
    visitor.scalar?.(kind, start, end);
  } else {
    return expected("a value", tokens, containers);
  }
  return takeAfterValue(tokens, containers, visitor);
}

/** Takes what may follow a value: closing brackets, then a comma and, in an object, the next key; or the end. */
function takeAfterValue(
  tokens: TokenStream,
  containers: ("object" | "array")[],
  visitor: JsonVisitor,
): JsonProblem | undefined {
  for (;;) {
    const kind = tokens.next();
    const container = containers.at(-1);
    if (container === undefined) return kind === "end" ? undefined : expected("the end", tokens, containers);
    if (kind === (container === "object" ? "}" : "]")) {
      containers.pop();
      visitor.close?.();
      continue;
    }
    if (kind !== ",")
      return expected(container === "object" ? 'a comma or "}"' : 'a comma or "]"', tokens, containers);
    const comma = tokens.start;
    const next = tokens.next();
    if (next === "}" || next === "]") return syntax(`a comma before "${next}"`, comma);
    return container === "object" ? takeKey(tokens, visitor) : undefined;
  }
}

function takeKey(tokens: TokenStream, visitor: JsonVisitor): JsonProblem | undefined {
  if (tokens.kind !== "string") return expected("a key in double quotes", tokens, ["object"]);
  visitor.key?.(tokens.start, tokens.end);
  if (tokens.next() !== ":") return expected("a colon after the key", tokens, ["object"]);
  tokens.next();
  return undefined;
}

function expected(what: string, tokens: TokenStream, containers: readonly string[]): JsonProblem {
  if (tokens.kind === "problem") return syntax(tokens.reason, tokens.end);
  if (tokens.kind === "end") {
    const open = containers.at(-1);
    return syntax(`it ends where ${what} is expected${open ? `, inside an ${open}` : ""}`, tokens.start);
  }
  const found = tokens.kind.length === 1 ? `"${tokens.kind}"` : `a ${tokens.kind}`;
  return syntax(`expected ${what}, found ${found}`, tokens.start);
}

function syntax(reason: string, offset: number): JsonProblem {
  return { kind: "syntax", reason, offset };
}
