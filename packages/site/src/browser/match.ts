import { flatten, wordsOf } from "./words.js";

/** Something to be found. */
export interface Findable {
  readonly name: string;
  /** What it is, in a word or two, such as `operation` or `removed value`. */
  readonly kind: string;
  /** From the site's root, without a slash in front. */
  readonly url: string;
  /** The id of its service, where it has one. */
  readonly service?: string;
}

/** A service as searches know it. */
export interface FindableService {
  readonly id: string;
  readonly title: string;
  /** What else it is called. */
  readonly aliases: readonly string[];
}

/** What the order of rows depends on besides the rows. */
export interface Surroundings {
  readonly services: ReadonlyMap<string, FindableService>;
  /** The service whose page one is on. */
  readonly own?: string;
}

/** How well a name fits, the best last. */
const NOTHING = 0;
const INSIDE = 1;
const HUMPS = 2;
const WORDS = 3;
const START = 4;
const WHOLE = 5;
type Fit = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Returns the rows that fit a query, best first: the whole name, its beginning, beginnings of its words, a part of it.
 * Among equals what is there comes before what was removed, and operations before types before fields and values.
 */
export function rankRows<Row extends Findable>(
  rows: readonly Row[],
  text: string,
  around: Surroundings,
): readonly Row[] {
  const query = { ...readQuery(text), of: new Map<string, boolean>() };
  if (query.flat === "" && query.raw === "") return [];
  const found: { readonly row: Row; readonly fit: Fit }[] = [];
  for (const row of rows) {
    const fit = fitOf(row, query, around);
    if (fit !== NOTHING) found.push({ row, fit });
  }
  const titleOf = ({ service }: Row) =>
    service === undefined ? "" : (around.services.get(service)?.title ?? service);
  return found
    .sort(
      (a, b) =>
        b.fit - a.fit ||
        Number(isRemoved(a.row)) - Number(isRemoved(b.row)) ||
        rankOf(a.row) - rankOf(b.row) ||
        Number(b.row.service === around.own) - Number(a.row.service === around.own) ||
        a.row.name.length - b.row.name.length ||
        compare(a.row.name, b.row.name) ||
        compare(titleOf(a.row), titleOf(b.row)),
    )
    .map(({ row }) => row);
}

interface Query {
  /** Small, without spaces around. For names of signs alone. */
  readonly raw: string;
  readonly flat: string;
  readonly words: readonly string[];
  /** Its parts, where it has several: each has to fit the name, or what the row is of. */
  readonly parts: readonly string[];
  /** The end of an anchor, where the query is a path. */
  readonly path: string | undefined;
  /** Whether services fit parts, as far as is known. */
  readonly of: Map<string, boolean>;
}

function readQuery(text: string): Omit<Query, "of"> {
  const raw = text.trim().toLowerCase();
  // Of an id only the end of its namespace says whose it is.
  const named = text.trim().replace(/^[^#\s]*\.([^.#\s]+)#/, "$1 ");
  const parts = named.split(/[\s:#/]+|\.(?!\d)/).map(flatten);
  const isPath = /[.=]|\[\]|\{\w*\}/.test(raw) && !/\s/.test(raw);
  return {
    raw,
    flat: flatten(text),
    words: wordsOf(text),
    parts: parts.filter((part) => part !== ""),
    path: isPath ? anchorEnd(raw) : undefined,
  };
}

/** Returns a path as printed in the words of anchors. */
function anchorEnd(path: string): string {
  return path
    .replaceAll("[]", ".item")
    .replaceAll("{key}", ".key")
    .replaceAll("{}", ".value")
    .replace(/^\.+/, "");
}

function fitOf(row: Findable, query: Query, around: Surroundings): Fit {
  if (query.path !== undefined && row.url.includes("#") && isAtPath(row.url, query.path)) return WHOLE;
  const service = row.service === undefined ? undefined : around.services.get(row.service);
  const whole = row.kind === "service" ? fitService(service, query) : fitName(row.name, query);
  if (whole !== NOTHING || query.parts.length < 2) return whole;
  let fit: Fit = NOTHING;
  for (const part of query.parts) {
    const own = fitName(row.name, { raw: part, flat: part, words: [part] });
    if (own !== NOTHING) fit = fit === NOTHING || own < fit ? own : fit;
    else if (!isKind(row, part) && !isOf(service, part, query.of)) return NOTHING;
  }
  return fit;
}

function isAtPath(url: string, path: string): boolean {
  const anchor = url.slice(url.indexOf("#") + 1).toLowerCase();
  return anchor.endsWith(`.${path}`);
}

function isKind({ kind }: Findable, part: string): boolean {
  return part.length > 3 && kind.split(" ").some((word) => word === part || `${word}s` === part);
}

/** A service fits by whatever it is called. */
function fitService(service: FindableService | undefined, query: Query): Fit {
  if (!service) return NOTHING;
  const fits = [service.id, service.title, ...service.aliases].map((name) => fitName(name, query));
  return fits.reduce((best, fit) => (fit > best ? fit : best), NOTHING);
}

function isOf(service: FindableService | undefined, part: string, known: Map<string, boolean>): boolean {
  if (!service) return false;
  const key = `${service.id} ${part}`;
  const fits =
    known.get(key) ??
    [service.id, service.title, ...service.aliases].some((name) => isAtWord(wordsOf(name), part));
  known.set(key, fits);
  return fits;
}

/** Names without signs: each key that is pressed asks for all of them again. */
const FLAT = new Map<string, string>();

function flatName(name: string): string {
  const known = FLAT.get(name) ?? flatten(name);
  FLAT.set(name, known);
  return known;
}

function fitName(name: string, { raw, flat, words }: Pick<Query, "raw" | "flat" | "words">): Fit {
  if (flat === "") return name.toLowerCase().includes(raw) ? INSIDE : NOTHING;
  const own = flatName(name);
  if (own === flat) return WHOLE;
  if (own.startsWith(flat)) return START;
  if (!hasInOrder(own, flat)) return NOTHING;
  const ownWords = wordsOf(name);
  if (isAtWord(ownWords, flat) || (words.length > 1 && beginInOrder(ownWords, words))) return WORDS;
  if (flat.length > 1 && flat.length < 24 && climbs(flat, ownWords)) return HUMPS;
  return flat.length > 1 && own.includes(flat) ? INSIDE : NOTHING;
}

/** Whether all characters are there, one after the other: most names are out with that. */
function hasInOrder(name: string, query: string): boolean {
  let at = 0;
  for (const character of query) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Returns whether a text without spaces begins at a word: `userauth` does in AdminListUserAuthEvents. */
export function isAtWord(words: readonly string[], flat: string): boolean {
  return words.some((_, index) => words.slice(index).join("").startsWith(flat));
}

/** `list_auth` is in ListUserAuthEvents: each begins a word, in the same order. */
function beginInOrder(words: readonly string[], starts: readonly string[]): boolean {
  let at = 0;
  return starts.every((start) => {
    while (at < words.length && words[at]?.startsWith(start) === false) at++;
    return at++ < words.length;
  });
}

/** `lua` and `lisuau` are in ListUserAuth: each letter goes on in a word or begins a later one. */
function climbs(query: string, words: readonly string[]): boolean {
  const failed = new Set<string>();
  const climb = (at: number, from: number): boolean => {
    if (at === query.length) return true;
    const state = `${at} ${from}`;
    if (failed.has(state)) return false;
    for (let next = from; next < words.length; next++) {
      const word = words[next] ?? "";
      let length = 0;
      while (length < word.length && word[length] === query[at + length]) length++;
      for (; length > 0; length--) if (climb(at + length, next + 1)) return true;
    }
    failed.add(state);
    return false;
  };
  return climb(0, 0);
}

function isRemoved({ kind }: Findable): boolean {
  return kind.startsWith("removed ");
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [
    ["service"],
    ["operation"],
    ["structure", "union", "enum", "integer enum", "error"],
    ["guide", "rule", "page"],
    ["field", "field or value"],
    ["value"],
  ].flatMap((kinds, rank) => kinds.map((kind) => [kind, rank] as const)),
);

function rankOf({ kind }: Findable): number {
  return RANKS.get(kind.replace(/^removed /, "")) ?? RANKS.size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What a query asks of changes: a version, or a day, month or year. */
export interface WhenQuery {
  readonly date?: string;
  readonly version?: string;
}

/** Returns the version or date that a query is, or `undefined`. */
export function readWhen(text: string): WhenQuery | undefined {
  const query = text.trim();
  if (/^(?:19|20)\d\d(?:-\d{0,2}){0,2}$/.test(query)) return { date: query };
  return /^v?\d+(?:\.\d+)+\.?$/i.test(query) ? { version: query.replace(/^v/i, "") } : undefined;
}

/** Returns whether a change is of the version or date; a beginning of either is enough, up to where a number ends. */
export function isWhen(
  { date, version }: WhenQuery,
  change: { readonly date: string; readonly version?: string },
): boolean {
  if (date !== undefined) return change.date.startsWith(date);
  if (version === undefined || change.version === undefined) return false;
  return (
    change.version === version || change.version.startsWith(version.endsWith(".") ? version : `${version}.`)
  );
}
