import { type NodeValue, readNumber } from "@shapelog/model";
import type { ExpressionProblem } from "./expression.js";

/** A token: a sign as written, or one that has a value. */
export type Token =
  | { readonly kind: "sign"; readonly sign: string; readonly at: number }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "literal"; readonly value: NodeValue; readonly at: number }
  | { readonly kind: "end"; readonly at: number };

const TOKENS =
  /\s*(?:(?<name>[A-Za-z_]\w*)|(?<number>-?\d+)|(?<quoted>"(?:[^"\\]|\\[\s\S])*")|(?<raw>'(?:[^'\\]|\\[\s\S])*')|(?<literal>`(?:[^`\\]|\\[\s\S])*`)|(?<sign>\[\?|\[\]|\|\||&&|[=!<>]=|[[\]{}().,:*@|&!<>]))/y;

/** Reads the tokens of an expression, or what is wrong with its text. */
export function readTokens(text: string): readonly Token[] | ExpressionProblem {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (let index = 0; index < end; index = TOKENS.lastIndex) {
    TOKENS.lastIndex = index;
    const match = TOKENS.exec(text);
    if (!match) return broken(text, index);
    const at = TOKENS.lastIndex - match[0].trimStart().length;
    const token = createToken(match.groups ?? {}, at);
    if (!token) return broken(text, at);
    tokens.push(token);
  }
  return [...tokens, { kind: "end", at: text.length }];
}

function createToken(groups: Readonly<Record<string, string | undefined>>, at: number): Token | undefined {
  const { name, number, quoted, raw, literal, sign } = groups;
  if (name !== undefined) return { kind: "name", name, at };
  if (number !== undefined) return { kind: "number", value: Number(number), at };
  if (sign !== undefined) return { kind: "sign", sign, at };
  if (raw !== undefined) {
    return { kind: "literal", value: raw.slice(1, -1).replaceAll(/\\(['\\])/g, "$1"), at };
  }
  const value = readJson(quoted ?? (literal ?? "").slice(1, -1).replaceAll("\\`", "`"));
  if (value === undefined) return undefined;
  if (quoted === undefined) return { kind: "literal", value, at };
  return typeof value === "string" ? { kind: "name", name: value, at } : undefined;
}

function readJson(text: string): NodeValue | undefined {
  const number = readNumber(text.trim());
  if (number !== undefined) return number;
  try {
    return JSON.parse(text) as NodeValue; // JSON is node values
  } catch {
    return undefined;
  }
}

function broken(text: string, index: number): ExpressionProblem {
  const at = index + (text.slice(index).length - text.slice(index).trimStart().length);
  const found = JSON.stringify(text.slice(at, at + 12));
  return { at, severity: "error", text: `cannot be read at ${found}` };
}
