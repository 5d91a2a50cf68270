/** What is known of the time that a backtracking matcher takes for a pattern. */
export interface PatternCost {
  /** Repetitions inside repetitions that can share the text in many ways: time may double with every character. */
  readonly nested: boolean;
  /** How many repetitions may end in several places: time may grow with that power of the length. */
  readonly repetitions: number;
  /** In how many ways alternatives and what may be left out can be taken, each with each. */
  readonly ways: number;
}

/** One group being read. */
interface Group {
  /** What is repeated or may be left out in it, as patterns of one character; `undefined` stands for anything. */
  readonly repeated: (string | undefined)[];
  /** The single characters that every match of it has, outside of repetitions. */
  readonly fixed: string[];
  hasAlternatives: boolean;
  alternatives: number;
}

const REPETITION = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
/** Repetitions that make no choice of a single character. */
const BOUNDED = /^(?:\?|\{\d+\}|\{0,1\})/;
/** Repetitions that take what is before them once or not at all. */
const OPTIONAL = /^(?:\?|\{0,1\})/;
/** Repetitions that take a group at most once. */
const ONCE = /^(?:\?|\{1\}|\{0,1\})/;

/** Looks for repetitions within others that no fixed character keeps apart, and for those whose end is not plain. */
export function measurePattern(pattern: string): PatternCost {
  let nested = false;
  let ways = 1;
  const open = createOpenEnds();
  const groups: Group[] = [createGroup()];
  for (let index = 0; index < pattern.length; ) {
    const group = groups.at(-1) ?? createGroup();
    const token = readToken(pattern, index);
    index += Math.max(token.length, 1);
    if (token === "|") {
      group.hasAlternatives = true;
      group.alternatives++;
    }
    if (token.startsWith("(")) groups.push(createGroup());
    if (token === "|" || token.startsWith("(")) {
      open.meet(undefined);
      continue;
    }
    const closed = token === ")" && groups.length > 1 ? groups.pop() : undefined;
    const repetition = REPETITION.exec(pattern.slice(index, index + 24))?.[0] ?? "";
    index += repetition.length;
    const isRepeated = repetition !== "" && !(closed ? ONCE : BOUNDED).test(repetition);
    const around = groups.at(-1) ?? group;
    if (OPTIONAL.test(repetition)) {
      ways *= 2;
      around.repeated.push(...(closed ? closed.fixed : [token]));
    }
    if (closed) {
      ways *= closed.alternatives;
      addGroup(around, closed, repetition === "");
    } else {
      open.meet(repetition === "" ? token : undefined);
      if (repetition === "") around.fixed.push(token);
    }
    if (!isRepeated) continue;
    if (closed && isAmbiguous(closed)) nested = true;
    around.repeated.push(closed ? undefined : token);
    open.begin(closed ? undefined : token);
  }
  open.meet(undefined);
  for (const { alternatives } of groups) ways *= alternatives;
  return { nested, repetitions: open.count(), ways };
}

function addGroup(around: Group, closed: Group, isOnce: boolean): void {
  for (const each of closed.repeated) around.repeated.push(each);
  if (closed.hasAlternatives) around.hasAlternatives = true;
  else if (isOnce) for (const each of closed.fixed) around.fixed.push(each);
}

/**
 * Counts repetitions that may end in several places. One that is followed by a character it cannot match itself ends
 * in one place only.
 */
function createOpenEnds() {
  let pending: (string | undefined)[] = [];
  let counted = 0;
  return {
    begin: (token: string | undefined) => pending.push(token),
    meet(next: string | undefined) {
      const literal = next === undefined ? undefined : literalOf(next);
      if (next !== "$") {
        counted += pending.filter(
          (token) => token === undefined || literal === undefined || canMatch(token, literal),
        ).length;
      }
      pending = [];
    },
    count: () => counted,
  };
}

function createGroup(): Group {
  return { repeated: [], fixed: [], hasAlternatives: false, alternatives: 1 };
}

const TOKEN =
  /\\[pP]\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[\s\S]/y;

function readToken(pattern: string, index: number): string {
  TOKEN.lastIndex = index;
  return TOKEN.exec(pattern)?.[0] ?? "";
}

/** A repeated group is safe where a character that all its matches have is in none of its own repetitions. */
function isAmbiguous({ repeated, fixed, hasAlternatives }: Group): boolean {
  if (hasAlternatives) return true;
  if (repeated.length === 0) return false;
  const separators = fixed.flatMap((token) => literalOf(token) ?? []);
  return !separators.some((character) =>
    repeated.every((one) => one !== undefined && !canMatch(one, character)),
  );
}

function literalOf(token: string): string | undefined {
  if (token.length === 1) return /[\^$.]/.test(token) ? undefined : token;
  return /^\\[^\w]$/.test(token) ? token.slice(1) : undefined;
}

function canMatch(token: string, character: string): boolean {
  try {
    return new RegExp(`^${token}$`, "u").test(character);
  } catch {
    return true;
  }
}
