import { code, codeList } from "../words.js";
import type { Place } from "./rule.js";

/** What is said of calls that do or do not set a member. */
export interface CallWords {
  /** Completes "Affected if …". */
  readonly without: string;
  /** An instruction, without its full stop. */
  readonly set: string;
}

/** Returns what is said of calls that set a member: of all, or of those that send what it stands in. */
export function callWords(place: Place, member: string | undefined): CallWords {
  const name = place.name(member);
  if (member === undefined || isTop(place)) {
    return { without: `you call without ${name}`, set: `Set ${name} in every call` };
  }
  const { container, inside } = nameInside(place, member);
  const collections = container.replace(ENTRY, "`");
  if (!isMixed(container) && collections !== container) {
    return {
      without: `you send entries of ${collections} without ${inside}`,
      set: `Set ${inside} in every entry of ${collections}`,
    };
  }
  return {
    without: `you send ${container} without ${inside}`,
    set: `Set ${inside} wherever you send ${container}`,
  };
}

/** How the path of an entry ends. */
const ENTRY = /(?:\[\]|\{\})`/g;

/** Returns whether some of the names are of entries, and others are not. */
function isMixed(names: string): boolean {
  const entries = names.match(ENTRY)?.length ?? 0;
  return entries > 0 && entries * 2 < (names.match(/`/g)?.length ?? 0);
}

/** Returns whether a place is what calls themselves are made of. */
export function isTop({ positions }: Place): boolean {
  return positions.every(({ path }) => path === "");
}

/** So many members that hold a type are named, else the type is. */
const NAMED = 3;

/** Returns what holds a member as callers know it: by its path, by the names of the members that hold it, or by its type. */
function nameInside(place: Place, member: string) {
  const paths = [...new Set(place.positions.map(({ path }) => path))];
  const steps = [...new Set(paths.map((path) => path.slice(path.lastIndexOf(".") + 1)))];
  const [step = ""] = steps;
  if (place.count !== undefined || steps.length > NAMED || steps.includes(""))
    return { container: withoutCount(place.name()), inside: withoutCount(place.name(member)) };
  if (paths.length === 1) return { container: place.name(), inside: place.name(member) };
  if (steps.length === 1) return { container: code(step), inside: code(`${step}.${member}`) };
  return { container: codeList(steps, "or"), inside: code(member) };
}

function withoutCount(name: string): string {
  return name.replace(/` \([^()`]*\)$/, "`");
}
