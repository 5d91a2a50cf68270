type Range = readonly [first: number, last: number];

/** Java's names for sets of ASCII characters, which JavaScript does not know. */
// biome-ignore format: one set a line
const ASCII_SETS: ReadonlyMap<string, readonly Range[]> = new Map<string, readonly Range[]>([
  ["Alnum", [[0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a]]],
  ["Alpha", [[0x41, 0x5a], [0x61, 0x7a]]],
  ["Blank", [[0x09, 0x09], [0x20, 0x20]]],
  ["Cntrl", [[0x00, 0x1f], [0x7f, 0x7f]]],
  ["Digit", [[0x30, 0x39]]],
  ["Graph", [[0x21, 0x7e]]],
  ["L1", [[0x00, 0xff]]],
  ["Lower", [[0x61, 0x7a]]],
  ["Print", [[0x20, 0x7e]]],
  ["Punct", [[0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e]]],
  ["Space", [[0x09, 0x0d], [0x20, 0x20]]],
  ["Upper", [[0x41, 0x5a]]],
  ["XDigit", [[0x30, 0x39], [0x41, 0x46], [0x61, 0x66]]],
]);

/** Java's names for properties that JavaScript has under another name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["all", "Any"],
  ["IsAlphabetic", "Alphabetic"],
  ["IsControl", "Cc"],
  ["IsDigit", "Nd"],
  ["IsIdeographic", "Ideographic"],
  ["IsLetter", "L"],
  ["IsLowercase", "Lowercase"],
  ["IsPunctuation", "P"],
  ["IsTitlecase", "Lt"],
  ["IsUppercase", "Uppercase"],
  ["IsWhite_Space", "White_Space"],
  ["IsWhitespace", "White_Space"],
]);

/**
 * Returns what stands for `\p{name}`, or `\P{name}` where `negated`, between the brackets of a JavaScript character
 * class; `undefined` where JavaScript has no such set. Java's names (`java.util.regex.Pattern`) are translated.
 */
export function propertyContent(
  name: string,
  { negated }: { readonly negated: boolean },
): string | undefined {
  const ranges = ASCII_SETS.get(name);
  if (ranges) return printRanges(negated ? complement(ranges) : ranges);
  if (name === "LD") return negated ? undefined : "\\p{L}\\p{Nd}";
  const known = [OTHER_NAMES.get(name), name, ...afterIs(name)].find(
    (it) => it !== undefined && isProperty(it),
  );
  return known === undefined ? undefined : `\\${negated ? "P" : "p"}{${known}}`;
}

/** Returns a character of a class as text that means only itself there. */
export function classCharacter(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (/[\^$\\.*+?()[\]{}|/-]/.test(character)) return `\\${character}`;
  if (codePoint >= 0x20 && codePoint < 0x7f) return character;
  return codePoint <= 0xff ? `\\x${hex(codePoint, 2)}` : `\\u{${hex(codePoint, 1)}}`;
}

function afterIs(name: string): string[] {
  if (!name.startsWith("Is")) return [];
  const rest = name.slice(2);
  return [rest, `Script=${rest}`];
}

function isProperty(name: string): boolean {
  if (!/^\w+(?:=\w+)?$/.test(name)) return false;
  try {
    new RegExp(`\\p{${name}}`, "u");
    return true;
  } catch {
    return false;
  }
}

function complement(ranges: readonly Range[]): Range[] {
  const starts = [0, ...ranges.map(([, last]) => last + 1)];
  const ends = [...ranges.map(([first]) => first - 1), 0x10ffff];
  return starts
    .map((start, index): Range => [start, ends[index] ?? 0x10ffff])
    .filter(([first, last]) => first <= last);
}

function printRanges(ranges: readonly Range[]): string {
  return ranges
    .map(([first, last]) =>
      first === last ? classCharacter(first) : `${classCharacter(first)}-${classCharacter(last)}`,
    )
    .join("");
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
