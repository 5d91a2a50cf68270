import { compareCodeUnits } from "@shapelog/model";
import { PACKABLE, packNames } from "../browser/pack-names.js";
import { noteShardOf, shardsOfName } from "../browser/words.js";
import { pathSegment } from "../names/path-segment.js";
import type { SiteFile } from "../options.js";
import type { SharedSummary } from "../service-summary.js";
import type { ChangeSummary } from "../views/change-summary.js";
import { SEARCH_FORMAT, type SearchRow } from "./search-row.js";
import { shardFiles } from "./shard-files.js";

/** Where something of a name is: the number of its service, with the end of its address where that is not its name. */
type Place = number | readonly [service: number, end: string];

/** What the files of searches are made of. */
export interface SearchParts {
  /** In the order in which the files number services. */
  readonly summaries: readonly SharedSummary[];
  /** What is to be found of no service. */
  readonly pages: readonly SearchRow[];
}

/**
 * Yields the files that searches over all services read. `symbols.json` is read first; of the others those alone that a
 * query asks for: types and names by two characters, notes by a letter.
 */
export function* searchFiles({ summaries, pages }: SearchParts): Generator<SiteFile> {
  const types = yield* shardFiles("search/types", typeRows(summaries), ([name]) => shardsOfName(name));
  const names = yield* shardFiles("search/names", nameRows(summaries), ([name]) => shardsOfName(name));
  const notes = yield* shardFiles("search/notes", noteRows(summaries), ([word]) => [noteShardOf(word)]);
  yield print("changes", { services: summaries.map(({ changes }) => changes.map(changeRow)) });
  yield print("symbols", { types, names, notes, services: summaries.map(symbolsOf), pages });
}

function print(name: string, content: object): SiteFile {
  return { path: `search/${name}.json`, text: `${JSON.stringify({ format: SEARCH_FORMAT, ...content })}\n` };
}

/** Operations that are there and at the address of their name are one text: most are, and there are many. */
function symbolsOf({ row: { service }, aliases, symbols }: SharedSummary) {
  const base = service.url.slice(1);
  const operations = symbols.filter(([, kind]) => /^(?:removed )?operation$/.test(kind));
  const isPlain = ([name, kind, url]: SearchRow) =>
    kind === "operation" && url === `${base}${name}/` && PACKABLE.test(name);
  const others = operations.filter((row) => !isPlain(row));
  return {
    id: service.id,
    title: service.title,
    ...(aliases.length > 0 ? { aliases } : {}),
    operations: packNames(operations.filter(isPlain).map(([name]) => name)),
    ...(others.length > 0 ? { others } : {}),
  };
}

/** Types of one name and kind are a row, with all services that have one. */
function typeRows(
  summaries: readonly SharedSummary[],
): (readonly [name: string, kind: string, ...Place[]])[] {
  const rows = new Map<string, [name: string, kind: string, ...Place[]]>();
  for (const [index, { row, symbols }] of summaries.entries()) {
    const base = `${row.service.url.slice(1)}types/`;
    for (const [name, kind, url] of symbols) {
      if (!url.startsWith(base)) continue;
      const key = JSON.stringify([name, kind]);
      const known: [string, string, ...Place[]] = rows.get(key) ?? [name, kind];
      known.push(url === `${base}${name}/` ? index : [index, url.slice(base.length)]);
      rows.set(key, known);
    }
  }
  return [...rows.values()].sort(([a], [b]) => compareCodeUnits(a, b));
}

/** Where names are in a service, its own file says. */
function nameRows(summaries: readonly SharedSummary[]): (readonly [name: string, ...number[]])[] {
  const rows = new Map<string, [name: string, ...number[]]>();
  for (const [index, { names }] of summaries.entries()) {
    for (const name of names) {
      const known = rows.get(name);
      if (known) known.push(index);
      else rows.set(name, [name, index]);
    }
  }
  return [...rows.values()].sort(([a], [b]) => compareCodeUnits(a, b));
}

/** Changes by their service; the end of an address where it is not made of id and version. */
function changeRow({ moment, verdict, baseline, url }: ChangeSummary) {
  const { revision, version = "" } = moment;
  const end = url.split("/").at(-2) ?? "";
  const isPlain =
    end === pathSegment(version === "" ? revision : `${revision}-${version}`) && !end.includes("~");
  const sign = baseline ? "f" : verdict.charAt(0);
  return isPlain ? [revision, version, sign] : [revision, version, sign, end];
}

/** Words with the numbers of the changes that they are said of, each less the one before it. */
function noteRows(summaries: readonly SharedSummary[]): (readonly [word: string, ...number[]])[] {
  const numbers = new Map<string, number[]>();
  let number = 0;
  for (const { noteWords } of summaries) {
    for (const words of noteWords) {
      for (const word of words) {
        const known = numbers.get(word);
        if (known) known.push(number);
        else numbers.set(word, [number]);
      }
      number++;
    }
  }
  return [...numbers]
    .map(([word, own]) => [word, ...own.map((each, at) => each - (own[at - 1] ?? 0))] as const)
    .sort(([a], [b]) => compareCodeUnits(a, b));
}
