import { measurePattern, type PatternCost } from "./measure-pattern.js";

const STEPS = 20_000_000;

/**
 * Returns whether a string matches a pattern somewhere (Smithy 2.0, "pattern trait"), or `undefined` where JavaScript
 * cannot read the pattern as it is meant, or could take very long over this string: patterns and strings come from
 * strangers.
 */
export function runPattern(pattern: string, value: string): boolean | undefined {
  return preparePattern(pattern)(value);
}

/** Returns {@link runPattern} for one pattern, which is read once. */
export function preparePattern(pattern: string): (value: string) => boolean | undefined {
  const regex = compile(pattern);
  const cost = measurePattern(pattern);
  return (value) => (regex && countSteps(cost, value.length) <= STEPS ? test(regex, value) : undefined);
}

/** Patterns are compiled at their first use, and engines throw then where a pattern or a value is too large for them. */
function test(regex: RegExp, value: string): boolean | undefined {
  try {
    return regex.test(value);
  } catch {
    return undefined;
  }
}

/** Patterns are written for many engines: escapes that need not be are taken out, `\A` and `\z` are put as JavaScript has them. */
function compile(pattern: string): RegExp | undefined {
  const rewritten = rewriteEscapes(pattern);
  return createRegExp(rewritten, "u") ?? (isPlain(rewritten) ? createRegExp(rewritten, "") : undefined);
}

function createRegExp(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

const ANCHORS: Readonly<Record<string, string>> = { "\\A": "^", "\\z": "$", "\\Z": "(?=\\n?$)" };

function rewriteEscapes(pattern: string): string {
  let isClass = false;
  return pattern.replace(/\\[\s\S]|[[\]]/g, (token) => {
    if (token === "[" || token === "]") {
      isClass = token === "[";
      return token;
    }
    if (!isClass && Object.hasOwn(ANCHORS, token)) return ANCHORS[token] ?? token;
    const character = token.slice(1);
    const isNeeded = /[\^$\\.*+?()[\]{}|/\w]/.test(character) || (isClass && character === "-");
    return isNeeded ? token : character;
  });
}

/** Returns whether a pattern means the same without the flag that makes JavaScript strict. */
function isPlain(pattern: string): boolean {
  return !/\\(?![dDwWsSbBnrtfvxu\W])|\(\?(?![:=!<])|[*+?}]\+/.test(pattern);
}

/** The most steps a backtracking matcher may take, roughly. */
function countSteps({ nested, repetitions, ways }: PatternCost, length: number): number {
  if (nested) return 2 ** length;
  let steps = ways * (length + 1);
  for (let count = 1; count <= repetitions; count++) steps *= (length + count) / count;
  return steps;
}
