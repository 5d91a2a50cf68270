import { stringifyJson } from "@shapelog/diagnostics";
import { type Bump, isAtLeastBump } from "@shapelog/diff";
import type { SourceText } from "@shapelog/model";

/** The release of a package that a changeset asks for. */
export interface PackageRelease {
  readonly packageName: string;
  /** `none` tells of nothing, and the release tool drops it. */
  readonly bump: Bump | "none";
  /** Where the word for it stands. */
  readonly offset: number;
}

/** The releases that a changeset asks for, and the first thing in its first lines that the release tool does not read. */
export interface ReadReleases {
  readonly releases: readonly PackageRelease[];
  readonly problem?: string;
}

/** What stands before the prose, as @changesets/parse finds it. */
const FRONT = /^\s*---([\s\S]*?)\n[ \t]*---[ \t\r]*(?:\n|$)/;
const LINE =
  /^[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#:](?:[^:]*[^\s:])?)[ \t]*:[ \t]+(["']?)(\w+)\2[ \t]*(?:#.*)?$/;
const BUMPS: readonly (Bump | "none")[] = ["major", "minor", "patch", "none"];

/** Returns where the prose of a changeset begins. */
export function findFront({ text }: SourceText): number {
  return FRONT.exec(text)?.[0].length ?? 0;
}

/** Returns the releases that a changeset asks for: a line of YAML for each package, as the release tool writes them. */
export function readReleases({ text }: SourceText): ReadReleases {
  const front = FRONT.exec(text);
  if (!front) return { releases: [], problem: "it does not start with lines between --- and ---" };
  const releases: PackageRelease[] = [];
  let offset = front[0].indexOf("---") + "---".length;
  for (const line of (front[1] ?? "").split("\n")) {
    const written = line.trimEnd();
    const read = readLine(written);
    if (read === undefined)
      return { releases, problem: `${JSON.stringify(written.trim())} is no package and its release` };
    if (releases.some(({ packageName }) => packageName === read?.packageName))
      return { releases, problem: `${JSON.stringify(read?.packageName)} stands there twice` };
    if (read) releases.push({ ...read, offset: offset + read.offset });
    offset += line.length + 1;
  }
  return { releases };
}

/** Returns what a line says: nothing asked for by `null`, not readable by `undefined`. */
function readLine(line: string): PackageRelease | null | undefined {
  if (/^[ \t]*(?:#.*)?$/.test(line)) return null;
  const [whole, key = "", quote = "", word = ""] = LINE.exec(line) ?? [];
  const bump = BUMPS.find((known) => known === word);
  const packageName = readKey(key.trimEnd());
  if (whole === undefined || bump === undefined || packageName === undefined) return undefined;
  return { packageName, bump, offset: whole.lastIndexOf(`${quote}${word}${quote}`) + quote.length };
}

function readKey(key: string): string | undefined {
  if (key.startsWith("'")) return key.slice(1, -1).replaceAll("''", "'");
  if (!key.startsWith('"')) return key;
  try {
    return String(JSON.parse(key));
  } catch {
    return undefined;
  }
}

/** Returns a changeset that asks for at least this release of a package; as it is where it does, or cannot be read. */
export function raiseRelease(
  source: SourceText,
  { packageName, bump }: { readonly packageName: string; readonly bump: Bump },
): string {
  const { text } = source;
  const { releases, problem } = readReleases(source);
  if (problem !== undefined) return text;
  const release = releases.find((each) => each.packageName === packageName);
  if (!release) {
    const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
    const line = `${stringifyJson(packageName)}: ${bump}`;
    return text.replace(/^\s*---/, (start) => `${start}${lineBreak}${line}`);
  }
  if (release.bump !== "none" && isAtLeastBump(release.bump, bump)) return text;
  return text.slice(0, release.offset) + bump + text.slice(release.offset + release.bump.length);
}
