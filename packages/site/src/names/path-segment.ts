import { hashText } from "./hash-text.js";

const LONGEST = 80;
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Returns a name as one part of an address and of a file path. Letters, digits, `_` and `-` stay, and a dot between
 * two of letters and digits; all else becomes `~` with the code point in hex and `~`. Never empty, never `.` or `..`,
 * never a device name, never longer than 100 characters.
 */
export function pathSegment(name: string): string {
  const escaped = name.replace(/[^A-Za-z0-9_-]/gu, (character, offset: number) => {
    const isInnerDot =
      character === "." &&
      /[A-Za-z0-9]/.test(name[offset - 1] ?? "") &&
      /[A-Za-z0-9]/.test(name[offset + 1] ?? "");
    return isInnerDot ? "." : `~${(character.codePointAt(0) ?? 0).toString(16)}~`;
  });
  if (escaped === "") return "~";
  if (escaped.length > LONGEST) return `${escaped.slice(0, LONGEST)}~${hashText(name)}`;
  return DEVICES.test(escaped) ? `~${escaped}` : escaped;
}

/** Something that needs a part of an address. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Returns a path segment for each id. Where two would be the same file on a host that ignores case, the first in the
 * list keeps the plain one and the others get a hash of their id, so that a newcomer never moves an older page.
 */
export function assignSegments(
  named: readonly Named[],
  reserved: readonly string[] = [],
): ReadonlyMap<string, string> {
  const taken = new Set(reserved.map((segment) => segment.toLowerCase()));
  const segments = new Map<string, string>();
  for (const { id, name } of named) {
    const plain = pathSegment(name);
    const free = taken.has(plain.toLowerCase()) ? `${plain}~${hashText(id)}` : plain;
    taken.add(free.toLowerCase());
    segments.set(id, free);
  }
  return segments;
}
