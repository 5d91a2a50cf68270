import type { Comparator, Expression, ExpressionProblem } from "./expression.js";
import { readTokens, type Token } from "./tokens.js";

/** An expression, or the first thing that is wrong with its text. */
export type ParsedExpression =
  | { readonly expression: Expression; readonly problem?: never }
  | { readonly expression?: never; readonly problem: ExpressionProblem };

/** Far above any use, and low enough for walks by recursion. */
const MOST_TOKENS = 1000;

/** How tightly a sign that follows an expression binds it (JMESPath specification, "Grammar"). */
const BINDING: ReadonlyMap<string, number> = new Map([
  ["|", 1],
  ["||", 2],
  ["&&", 3],
  ["==", 5],
  ["!=", 5],
  ["<", 5],
  ["<=", 5],
  [">", 5],
  [">=", 5],
  ["[]", 9],
  ["*", 20],
  ["[?", 21],
  [".", 40],
  ["!", 45],
  ["[", 55],
]);

/** Signs that bind less than this end a projection. */
const PROJECTION_END = 10;

/**
 * Reads a JMESPath expression.
 *
 * @example
 * parseExpression("Items[?State == 'ready'].Name").expression;
 */
export function parseExpression(text: string): ParsedExpression {
  const tokens = readTokens(text);
  if ("severity" in tokens) return { problem: tokens };
  if (tokens.length > MOST_TOKENS) {
    return { problem: { at: 0, severity: "error", text: `has more than ${MOST_TOKENS} tokens` } };
  }
  const parser: Parser = { tokens, next: 0 };
  try {
    const expression = parse(parser, 0);
    if (peek(parser).kind !== "end") fail(parser, "the end");
    return { expression };
  } catch (error) {
    if (error instanceof Unexpected) return { problem: error.problem };
    throw error;
  }
}

interface Parser {
  readonly tokens: readonly Token[];
  next: number;
}

/** Leaves the parser at once; never leaves this file. */
class Unexpected extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.text);
    this.problem = problem;
  }
}

function fail(parser: Parser, expected: string): never {
  const token = peek(parser);
  const found = token.kind === "end" ? "the end" : describe(token);
  throw new Unexpected({ at: token.at, severity: "error", text: `expected ${expected}, found ${found}` });
}

function describe(token: Token): string {
  if (token.kind === "sign") return `"${token.sign}"`;
  if (token.kind === "name") return `the name "${token.name}"`;
  return `a ${token.kind}`;
}

function peek({ tokens, next }: Parser, ahead = 0): Token {
  return tokens[next + ahead] ?? { kind: "end", at: 0 };
}

function isSign(token: Token, ...signs: readonly string[]): boolean {
  return token.kind === "sign" && signs.includes(token.sign);
}

function take(parser: Parser, sign: string): boolean {
  const found = isSign(peek(parser), sign);
  if (found) parser.next++;
  return found;
}

function expect(parser: Parser, sign: string): void {
  if (!take(parser, sign)) fail(parser, `"${sign}"`);
}

function bindingOf(token: Token): number {
  return token.kind === "sign" ? (BINDING.get(token.sign) ?? 0) : 0;
}

function parse(parser: Parser, least: number): Expression {
  let left = parseStart(parser);
  while (least < bindingOf(peek(parser))) left = parseRest(parser, left);
  return left;
}

function parseStart(parser: Parser): Expression {
  const token = peek(parser);
  const { at } = token;
  const current: Expression = { kind: "current", at };
  if (token.kind === "literal") {
    parser.next++;
    return { kind: "literal", value: token.value, at };
  }
  if (token.kind === "name") {
    parser.next++;
    if (!take(parser, "(")) return { kind: "field", name: token.name, at };
    return { kind: "call", name: token.name, args: parseList(parser, ")"), at };
  }
  if (token.kind !== "sign") return fail(parser, "an expression");
  parser.next++;
  switch (token.sign) {
    case "@":
      return current;
    case "*":
      return { kind: "values", left: current, right: parseProjected(parser, 20), at };
    case "[]":
      return flatten(parser, current, at);
    case "[?":
      return filter(parser, current, at);
    case "[":
      return parseBracket(parser, current, at) ?? { kind: "list", items: parseList(parser, "]"), at };
    case "{":
      return parseHash(parser, at);
    case "&":
      return { kind: "reference", of: parse(parser, 0), at };
    case "!":
      return { kind: "not", of: parse(parser, 45), at };
    case "(": {
      const inside = parse(parser, 0);
      expect(parser, ")");
      return inside;
    }
    default:
      parser.next--;
      return fail(parser, "an expression");
  }
}

function parseRest(parser: Parser, left: Expression): Expression {
  const token = peek(parser);
  if (token.kind !== "sign") return fail(parser, "the end");
  const { sign, at } = token;
  parser.next++;
  switch (sign) {
    case ".":
      if (take(parser, "*")) return { kind: "values", left, right: parseProjected(parser, 20), at };
      return { kind: "then", left, right: parseAfterDot(parser, 40), at };
    case "[]":
      return flatten(parser, left, at);
    case "[?":
      return filter(parser, left, at);
    case "[":
      return parseBracket(parser, left, at) ?? fail(parser, 'a number, ":" or "*"');
    case "||":
      return { kind: "or", left, right: parse(parser, 2), at };
    case "&&":
      return { kind: "and", left, right: parse(parser, 3), at };
    case "|":
      return { kind: "then", left, right: parse(parser, 1), at };
    default:
      if (!isComparator(sign)) {
        parser.next--;
        return fail(parser, "the end");
      }
      return { kind: "comparison", comparator: sign, left, right: parse(parser, 5), at };
  }
}

function isComparator(sign: string): sign is Comparator {
  return ["==", "!=", "<", "<=", ">", ">="].includes(sign);
}

/** Reads what follows `[` where it is an index, a slice or `*]`. */
function parseBracket(parser: Parser, left: Expression, at: number): Expression | undefined {
  if (isSign(peek(parser), "*") && isSign(peek(parser, 1), "]")) {
    parser.next += 2;
    return { kind: "projection", left, right: parseProjected(parser, 20), at };
  }
  if (peek(parser).kind !== "number" && !isSign(peek(parser), ":")) return undefined;
  const parts: (number | undefined)[] = [readNumber(parser)];
  while (take(parser, ":")) parts.push(readNumber(parser));
  if (parts.length > 3) fail(parser, "at most two colons");
  expect(parser, "]");
  const [start, stop, step = 1] = parts;
  if (parts.length === 1) return { kind: "then", left, right: { kind: "index", index: start ?? 0, at }, at };
  const slice: Expression = {
    kind: "slice",
    ...(start === undefined ? {} : { start }),
    ...(stop === undefined ? {} : { stop }),
    step,
    at,
  };
  const sliced: Expression = { kind: "then", left, right: slice, at };
  return { kind: "projection", left: sliced, right: parseProjected(parser, 20), at };
}

function readNumber(parser: Parser): number | undefined {
  const token = peek(parser);
  if (token.kind !== "number") return undefined;
  parser.next++;
  return token.value;
}

function flatten(parser: Parser, of: Expression, at: number): Expression {
  return { kind: "projection", left: { kind: "flatten", of, at }, right: parseProjected(parser, 9), at };
}

function filter(parser: Parser, left: Expression, at: number): Expression {
  const condition = parse(parser, 0);
  expect(parser, "]");
  return { kind: "filter", left, condition, right: parseProjected(parser, 21), at };
}

/** Reads what each entry of a projection goes through. */
function parseProjected(parser: Parser, least: number): Expression {
  const token = peek(parser);
  if (bindingOf(token) < PROJECTION_END) return { kind: "current", at: token.at };
  if (take(parser, ".")) return parseAfterDot(parser, least);
  if (isSign(token, "[", "[?")) return parse(parser, least);
  return fail(parser, "the end of the projection");
}

function parseAfterDot(parser: Parser, least: number): Expression {
  const token = peek(parser);
  if (isSign(token, "[")) {
    parser.next++;
    return { kind: "list", items: parseList(parser, "]"), at: token.at };
  }
  if (token.kind !== "name" && !isSign(token, "{", "*")) fail(parser, 'a name, "*", "[" or "{"');
  return parse(parser, least);
}

function parseList(parser: Parser, closing: "]" | ")"): readonly Expression[] {
  const items: Expression[] = [];
  if (take(parser, closing)) return items;
  do items.push(parse(parser, 0));
  while (take(parser, ","));
  expect(parser, closing);
  return items;
}

function parseHash(parser: Parser, at: number): Expression {
  const entries: (readonly [string, Expression])[] = [];
  do {
    const key = peek(parser);
    if (key.kind !== "name") return fail(parser, "a name");
    parser.next++;
    expect(parser, ":");
    entries.push([key.name, parse(parser, 0)]);
  } while (take(parser, ","));
  expect(parser, "}");
  return { kind: "hash", entries, at };
}
