import type { SiteFile } from "../options.js";
import type { Page, PageView, RenderedPage, SiteSetting } from "./page.js";

/** The name and version of the format of the packs' index. */
export const PACKS_FORMAT = "shapelog-pages/1";

/** Packs grow to about so many characters. */
const PACK_LENGTH = 8_000_000;

/** Pages as Markdown and JSON, gathered into files of JSON lines. */
export interface TwinPacks {
  /** Takes a page, and returns the packs that are full. */
  add(page: Page, twins: Pick<RenderedPage, "markdown" | "json">): Iterable<SiteFile>;
  /** Returns the rest and the index. */
  end(): Iterable<SiteFile>;
}

/** Where a page stands in a pack: `offset` and `length` are bytes, the line feed not counted. */
type PackRow = readonly [url: string, file: string, offset: number, length: number];

interface Pack {
  readonly group: string;
  readonly lines: string[];
  readonly urls: string[];
  length: number;
}

/**
 * Starts the packs of a service, or of the pages of none. A pack holds the operations or types of one initial, or the
 * changes of one year, so that a revision changes few of them. Pages of a kind come in that order; one pack of each kind
 * is in memory at a time.
 */
export function startTwinPacks(service: string | undefined): TwinPacks {
  const folder = twinFolder(service);
  const open = new Map<string, Pack>();
  const counts = new Map<string, number>();
  const rows: PackRow[] = [];
  const close = ({ group, lines, urls }: Pack): SiteFile => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    const file = `${group}${count === 1 ? "" : `-${count}`}.jsonl`;
    let offset = 0;
    for (const [index, line] of lines.entries()) {
      const length = Buffer.byteLength(line);
      rows.push([urls[index] ?? "", file, offset, length]);
      offset += length + 1;
    }
    return { path: `${folder}${file}`, text: `${lines.join("\n")}\n` };
  };
  return {
    *add(page, { markdown, json }) {
      const { kind, group } = groupOf(page);
      const line = printLine(page.url, markdown, json);
      let pack = open.get(kind);
      if (pack && (pack.group !== group || pack.length + line.length > PACK_LENGTH)) {
        yield close(pack);
        pack = undefined;
      }
      pack ??= { group, lines: [], urls: [], length: 0 };
      open.set(kind, pack);
      pack.lines.push(line);
      pack.urls.push(page.url);
      pack.length += line.length;
    },
    *end() {
      for (const pack of open.values()) yield close(pack);
      yield { path: `${folder}index.json`, text: printIndex(service, rows) };
    },
  };
}

/** Returns packs where a site has them. */
export function packsOf({ twins }: SiteSetting, service: string | undefined): TwinPacks | undefined {
  return twins === "packed" ? startTwinPacks(service) : undefined;
}

/** Returns the address of the index of the packs that have a page. */
export function packIndexUrl(page: Page): string {
  return `/${twinFolder(page.service?.id)}index.json`;
}

function twinFolder(service: string | undefined): string {
  return service === undefined ? "twins/" : `twins/${service}/`;
}

const KINDS: ReadonlyMap<PageView["kind"], string> = new Map([
  ["operation", "operations"],
  ["operation-history", "histories"],
  ["type", "types"],
  ["change", "changes"],
]);

function groupOf({ view, url, updated }: Page): { readonly kind: string; readonly group: string } {
  const kind = KINDS.get(view.kind) ?? "pages";
  if (kind === "pages") return { kind, group: kind };
  if (kind === "changes") return { kind, group: `${kind}-${updated?.slice(0, 4) ?? "other"}` };
  const name = url.split("/")[kind === "types" ? 4 : 3] ?? "";
  return { kind, group: `${kind}-${/^[a-z]/i.exec(name)?.[0].toLowerCase() ?? "other"}` };
}

function printLine(url: string, markdown: string, json: string): string {
  return `{"url":${JSON.stringify(url)},"markdown":${JSON.stringify(markdown)},"page":${json.trimEnd()}}`;
}

function printIndex(service: string | undefined, rows: readonly PackRow[]): string {
  const head = JSON.stringify({ format: PACKS_FORMAT, service: service ?? null }).slice(0, -1);
  return `${head},"pages":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`;
}
