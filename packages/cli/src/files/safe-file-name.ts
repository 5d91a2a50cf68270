import { createHash } from "node:crypto";

/**
 * Returns a file's name, without ending, for a name that anybody may have chosen: the name itself where that is safe on
 * every system, else one that is, and that no other name has.
 */
export function safeFileName(name: string): string {
  if (
    /^[a-z0-9][a-z0-9._-]{0,80}$/.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/.test(name)
  ) {
    return name;
  }
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
  return `_${plain}-${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
}
