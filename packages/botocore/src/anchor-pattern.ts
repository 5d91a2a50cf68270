/**
 * Returns a pattern of botocore, where it is for the whole text, as one of Smithy, where it may match anywhere: with the
 * anchors that it leaves out. What is anchored stays as it is. An anchor beside alternatives would be for the nearest of
 * them alone: they are held together, as `^(?:a|b)$`, or each gets its own, as `^$|^a$`, where an anchor stands at a bar.
 * What is one text behind `^` or before `$`, as `^https:\/\/`, is how texts begin or end, as newer files write it,
 * `^https:\/\/.*$`: as a whole, there would be one text.
 */
export function anchorPattern(pattern: string): string {
  if (EDGE_OF_TEXT.test(pattern)) return pattern.startsWith("^") ? `${pattern}.*$` : `^.*${pattern}`;
  const alternatives = splitAlternatives(pattern) ?? [pattern];
  const isAnchoredEach = alternatives.some((each, index) => {
    return (index > 0 && hasStart(each)) || (index < alternatives.length - 1 && hasEnd(each));
  });
  if (alternatives.length === 1 || isAnchoredEach) return alternatives.map(addAnchors).join("|");
  const bare = pattern.replace(START, "").replace(END, "$1");
  return `^(?:${bare})$`;
}

/** One text: characters that stand for themselves. */
const TEXT = String.raw`(?:\\[^A-Za-z0-9]|[^\\^$.|?*+()[\]{}])+`;
/** One text, with an anchor on one side. */
const EDGE_OF_TEXT = new RegExp(String.raw`^(?:\^${TEXT}|${TEXT}\$)$`);

function addAnchors(pattern: string): string {
  return `${hasStart(pattern) ? "" : "^"}${pattern}${hasEnd(pattern) ? "" : "$"}`;
}

/** An anchor, unless it is repeated and so may be left out. */
const START = /^(?:\^|\\A)(?![*+?{])/;
/** An anchor: not what stands after an odd number of backslashes. */
const END = /((?:^|[^\\])(?:\\\\)*)(?:\$|\\z)$/;
/** Inline flags of Java, which are on for all that follows. */
const FLAGS = /^(?:\(\?[A-Za-z]+\))+/;
/** A group that takes what stands in it: no lookaround. */
const GROUP = /^\((?:\?:|\?<[A-Za-z]\w*>|(?!\?))/;

function hasStart(pattern: string): boolean {
  const text = pattern.replace(FLAGS, "");
  return START.test(text) || hasAnchorInGroup(text, "first", hasStart);
}

function hasEnd(pattern: string): boolean {
  return END.test(pattern) || hasAnchorInGroup(pattern, "last", hasEnd);
}

/** Whether a pattern begins or ends with a group of which each alternative has an anchor there. */
function hasAnchorInGroup(
  pattern: string,
  at: "first" | "last",
  hasAnchor: (alternative: string) => boolean,
): boolean {
  const groups = scan(pattern)?.groups;
  const group = at === "first" ? groups?.[0] : groups?.at(-1);
  if (!group || (at === "first" ? group.start !== 0 : group.end !== pattern.length)) return false;
  if (/^[*+?{]/.test(pattern.slice(group.end))) return false;
  const text = pattern.slice(group.start, group.end - 1);
  const open = GROUP.exec(text)?.[0];
  return open !== undefined && (splitAlternatives(text.slice(open.length)) ?? []).every(hasAnchor);
}

function splitAlternatives(pattern: string): readonly string[] | undefined {
  const bars = scan(pattern)?.bars;
  if (!bars) return undefined;
  return [...bars, pattern.length].map((end, index) => pattern.slice((bars[index - 1] ?? -1) + 1, end));
}

interface Scanned {
  /** Where a bar stands between two alternatives of the whole. */
  readonly bars: readonly number[];
  /** From where to where there is a group that stands in no other. */
  readonly groups: readonly { readonly start: number; readonly end: number }[];
}

/**
 * What is one thing to a pattern: quoted text, an escape, a class (with one that it is intersected with), or a sign. Each
 * ends at the end of the pattern at the latest, so that none is read twice.
 */
const TOKEN = /\\Q.*?(?:\\E|$)|\\.?|\[(?:&&\[(?:\\.?|[^\]\\])*(?:\]|$)|\\.?|[^\]\\])*(?:\]|$)|./gs;

/** Deeper groups are read by nobody. */
const DEEPEST = 50;

/** Finds what stands at the top of a pattern; `undefined` where its groups do not pair, or are too deep. */
function scan(pattern: string): Scanned | undefined {
  const bars: number[] = [];
  const groups: { start: number; end: number }[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
    if (token === "|" && depth === 0) bars.push(index);
    if (token === "(" && depth++ === 0) start = index;
    if (token === ")" && --depth === 0) groups.push({ start, end: index + 1 });
    if (depth < 0 || depth > DEEPEST) return undefined;
  }
  return depth === 0 ? { bars, groups } : undefined;
}
