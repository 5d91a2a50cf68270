import parseChangeset from "@changesets/parse";
import { stringifyJson } from "@shapelog/diagnostics";
import { type Bump, isAtLeastBump } from "@shapelog/diff";
import type { SourceText } from "@shapelog/model";

/** The release of a package that a changeset asks for. */
export interface PackageRelease {
  /** `none` tells of nothing, and the release tool drops it. */
  readonly bump: Bump | "none";
  /** Where it says so. */
  readonly offset: number;
}

/** Returns the release that a changeset asks for a package, as the release tool reads it; why not where it cannot. */
export function readRelease(
  source: SourceText,
  packageName: string,
): { readonly release?: PackageRelease; readonly problem?: string } {
  try {
    const found = parseChangeset(source.text).releases.find(({ name }) => name === packageName);
    if (!found) return {};
    return { release: { bump: found.type, offset: findLine(source.text, packageName)?.offset ?? 0 } };
  } catch (error) {
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { problem: first.replace(/^could not parse changeset - /, "").replace(/\.$/, "") };
  }
}

/** Returns a changeset that asks for at least this release of a package; as it is where it does, or cannot be read. */
export function raiseRelease(
  source: SourceText,
  { packageName, bump }: { readonly packageName: string; readonly bump: Bump },
): string {
  const { text } = source;
  const { release, problem } = readRelease(source, packageName);
  if (problem !== undefined) return text;
  if (release) {
    if (release.bump !== "none" && isAtLeastBump(release.bump, bump)) return text;
    const line = findLine(text, packageName);
    return line ? text.slice(0, line.offset) + bump + text.slice(line.offset + line.length) : text;
  }
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return text.replace(/^(\s*---)/, (start) => `${start}${lineBreak}${stringifyJson(packageName)}: ${bump}`);
}

const LINE = /^[ \t]*("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s"'#][^\n]*?)[ \t]*:[ \t]+["']?(\w+)/gm;

/** Returns where the word for a package's bump stands. */
function findLine(
  text: string,
  packageName: string,
): { readonly offset: number; readonly length: number } | undefined {
  const start = text.indexOf("---") + 3;
  const front = text.slice(0, text.indexOf("---", start));
  for (const found of front.matchAll(LINE)) {
    const [whole, key = "", word = ""] = found;
    if (readKey(key) === packageName)
      return { offset: found.index + whole.length - word.length, length: word.length };
  }
  return undefined;
}

function readKey(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1).replaceAll("''", "'");
  if (!key.startsWith('"')) return key;
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}
