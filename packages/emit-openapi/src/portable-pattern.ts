/** One item of a class, or one piece outside of classes. The first two are characters beyond the sixteen bits. */
const PIECE =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u\{[\da-fA-F]+\}|\\[pP]\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\k<[^>]*>|\\.|./gsu;

const LAST = 0x10ffff;

/** Any character beyond the sixteen bits: with the flag `u` the first matches it, without it the second. */
const ANY_ASTRAL = "[^\\0-\\uFFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

/**
 * Returns a pattern, made for the flag `u`, that takes the same texts and compiles without the flag too, where there is
 * one: characters beyond the sixteen bits stand alone in it, and a class that has all of them has them behind a bar.
 * Such a pattern is also one of Python: classes of nothing and of anything, names of groups and `\cA` are written in words
 * that both know. A range of some of them, `\p{…}`, and what counts such characters has no such
 * form, and stays as it is.
 */
export function portablePattern(source: string): string {
  const pieces = patternPieces(source);
  let result = "";
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? "";
    if (piece === "(" && isNamed(pieces, index) && !pieces.some((each) => each.startsWith("\\k<"))) {
      result += "(";
      index = pieces.indexOf(">", index);
      continue;
    }
    if (piece !== "[") {
      result += outside(piece);
      continue;
    }
    const end = pieces.indexOf("]", index + 1);
    if (end === -1) return source;
    result += rewriteClass(pieces.slice(index + 1, end));
    index = end;
  }
  return result;
}

/** Returns a pattern for the flag `u` as its characters, escapes and signs. Joined they are the pattern. */
export function patternPieces(source: string): readonly string[] {
  return source.match(PIECE) ?? [];
}

/** Whether a group that opens has a name, which Python writes in another way. */
function isNamed(pieces: readonly string[], index: number): boolean {
  return /^\(\?<[A-Za-z_$]/.test(pieces.slice(index, index + 4).join(""));
}

function outside(piece: string): string {
  const codePoint = codePointOf(piece);
  if (codePoint === undefined) return unit(piece, codePoint);
  return codePoint > 0xffff ? `(?:${String.fromCodePoint(codePoint)})` : unit(piece, codePoint);
}

function rewriteClass(items: readonly string[]): string {
  if (items.length === 0) return "(?!)";
  if (items.length === 1 && items[0] === "^") return "[\\s\\S]";
  const unchanged = `[${items.join("")}]`;
  if (!items.some((item) => (codePointOf(item) ?? 0) > 0xffff)) {
    return `[${items.map((item) => unit(item, codePointOf(item))).join("")}]`;
  }
  if (items[0] === "^") return unchanged;
  const alone: string[] = [];
  let rest = "";
  let all = "";
  for (let index = 0; index < items.length; index++) {
    const item = items[index] ?? "";
    const first = codePointOf(item);
    const isRange = items[index + 1] === "-" && index + 2 < items.length;
    if (!isRange) {
      if (first !== undefined && first > 0xffff) alone.push(String.fromCodePoint(first));
      else rest += unit(item, first);
      continue;
    }
    const last = codePointOf(items[index + 2] ?? "");
    index += 2;
    if (last === undefined || last <= 0xffff) {
      rest += `${unit(item, first)}-${unit(items[index] ?? "", last)}`;
    } else if (first === 0x10000 && last === LAST) all = ANY_ASTRAL;
    else if (first !== undefined && first < 0xd800 && last === LAST) {
      rest += `${unit(item, first)}-\\uFFFF`; // halves of such characters are among them
      all = "[^\\0-\\uFFFF]";
    } else return unchanged;
  }
  const branches = [rest === "" ? "" : `[${rest}]`, all, ...(all === "" ? alone : [])];
  return `(?:${branches.filter(Boolean).join("|")})`;
}

/** A character of sixteen bits without the form that needs the flag. */
function unit(piece: string, codePoint: number | undefined): string {
  if (/^\\c[A-Za-z]/.test(piece)) return `\\x${(piece.charCodeAt(2) % 32).toString(16).padStart(2, "0")}`;
  if (codePoint === undefined || !piece.startsWith("\\u{")) return piece;
  return `\\u${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

function codePointOf(piece: string): number | undefined {
  if (/^\\u\{/.test(piece)) return Number.parseInt(piece.slice(3), 16);
  if (/^\\u/.test(piece)) {
    const units = piece.split("\\u").slice(1);
    return String.fromCharCode(...units.map((digits) => Number.parseInt(digits, 16))).codePointAt(0);
  }
  if (/^\\x/.test(piece)) return Number.parseInt(piece.slice(2), 16);
  return piece.startsWith("\\") ? undefined : piece.codePointAt(0);
}
