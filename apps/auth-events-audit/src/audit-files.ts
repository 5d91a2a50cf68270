import { createReadStream } from "node:fs";
import { type Audit, addToAudit, createAudit, type Place } from "./audit.js";
import { type Line, LineSplitter } from "./line-splitter.js";
import { parseLine } from "./parse-line.js";
import { readContent } from "./read-content.js";

export interface FilesOptions {
  /** Files in the order to read them; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly input: () => AsyncIterable<Uint8Array>;
  readonly problemLimit: number;
}

/** Audits files of JSON lines, one line in memory at a time. Rejects where a file cannot be read. */
export async function auditFiles({ paths, input, problemLimit }: FilesOptions): Promise<Audit> {
  const audit = createAudit("line", paths.map(nameSource));
  for (const path of paths) {
    const source = nameSource(path);
    const splitter = new LineSplitter();
    const addLines = (lines: Iterable<Line>) => {
      for (const line of lines) {
        addLineToAudit(audit, line, { source, number: line.number }, problemLimit);
      }
    };
    for await (const chunk of path === "-" ? input() : readChunks(path)) addLines(splitter.push(chunk));
    addLines(splitter.end());
  }
  return audit;
}

function nameSource(path: string): string {
  return path === "-" ? "standard input" : path;
}

function readChunks(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}

function addLineToAudit(audit: Audit, line: Line, place: Place, problemLimit: number): void {
  const parsed = parseLine(line);
  if (parsed.kind === "empty") return;
  const content =
    parsed.kind === "value"
      ? readContent(parsed.value)
      : { events: [], drift: [], fullLists: 0, problems: [parsed.message] };
  addToAudit(audit, content, place, problemLimit);
}
