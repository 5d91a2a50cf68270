import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { isAbsolute } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Returns what to print of an error that is a bug of ours: its stack leads to our sources. */
export function printBugReport(error: unknown, version: string): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in shapelog ${version}, not in your model. Please report it with the command you ran and this:
https://github.com/shapelog/shapelog/issues

${traceToSources(stack)}
node ${process.version}, ${process.platform} ${process.arch}
`;
}

const PLACE = /(file:\/\/[^\s()]+?|(?<=[(\s])(?:\/|[A-Za-z]:\\)[^()]*?):(\d+):(\d+)(?=\)?$)/gm;

/** Returns a stack with places in bundled files replaced by those in the sources, where a map beside the file tells. */
export function traceToSources(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const path = file.startsWith("file:") ? fileURLToPath(file) : file;
    if (!isAbsolute(path)) return place;
    if (!maps.has(path)) maps.set(path, readMap(`${path}.map`));
    const entry = maps.get(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return place;
    return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function readMap(path: string): SourceMap | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined; // The error itself is what has to be told.
  }
}
