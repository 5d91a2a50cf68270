import type { SiteFile } from "@shapelog/site";
import type { Figure, PartFigures } from "./site-record.js";

/** How many pages are told of. */
const TOLD = 5;

/** Files as they go by, and their figures: complete once all have been read. */
export interface MeasuredFiles<Result> {
  readonly files: Iterable<SiteFile>;
  /** What the rendering returned, and figures of what it made. */
  readonly end: () => { readonly result: Result; readonly figures: PartFigures };
}

/** Passes files on and measures them. `onPage` is called after each page. */
export function measureFiles<Result>(
  rendering: Generator<SiteFile, Result>,
  onPage: () => void = () => undefined,
): MeasuredFiles<Result> {
  let [pages, count, bytes] = [0, 0, 0];
  const largest: Figure[] = [];
  const slowest: Figure[] = [];
  let result: { readonly value: Result } | undefined;
  function* pass(): Generator<SiteFile> {
    for (;;) {
      const began = performance.now();
      const next = rendering.next();
      if (next.done) {
        result = { value: next.value };
        return;
      }
      const { path, text } = next.value;
      const size = Buffer.byteLength(text);
      count++;
      bytes += size;
      if (path.endsWith(".html")) {
        pages++;
        keepMost(largest, { path, value: size });
        keepMost(slowest, { path, value: performance.now() - began });
        onPage();
      }
      yield next.value;
    }
  }
  return {
    files: pass(),
    end() {
      if (!result) throw new Error("the files have not been read to their end");
      return { result: result.value, figures: { pages, files: count, bytes, largest, slowest } };
    },
  };
}

/** Returns figures of several parts as one. */
export function joinFigures(parts: readonly PartFigures[]): PartFigures {
  const largest: Figure[] = [];
  const slowest: Figure[] = [];
  let [pages, files, bytes] = [0, 0, 0];
  for (const part of parts) {
    pages += part.pages;
    files += part.files;
    bytes += part.bytes;
    for (const each of part.largest) keepMost(largest, each);
    for (const each of part.slowest) keepMost(slowest, each);
  }
  return { pages, files, bytes, largest, slowest };
}

/** Changes `figures`, which are sorted, and as many as are told. */
function keepMost(figures: Figure[], figure: Figure): void {
  const place = figures.findIndex(({ value }) => value < figure.value);
  if (place === -1 && figures.length >= TOLD) return;
  figures.splice(place === -1 ? figures.length : place, 0, figure);
  if (figures.length > TOLD) figures.pop();
}
