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
  const [container, inside] = [withoutCount(place.name()), withoutCount(name)];
  const entries = /^`(.+)(?:\[\]|\{\})`$/.exec(container)?.[1];
  if (entries !== undefined) {
    const what = `\`${entries}\``;
    return {
      without: `you send entries of ${what} without ${inside}`,
      set: `Set ${inside} in every entry of ${what}`,
    };
  }
  return {
    without: `you send ${container} without ${inside}`,
    set: `Set ${inside} wherever you send ${container}`,
  };
}

/** Returns whether a place is what calls themselves are made of. */
export function isTop({ positions }: Place): boolean {
  return positions.every(({ path }) => path === "");
}

/** The number of places is told once, in the message. */
function withoutCount(name: string): string {
  return name.replace(/` \([^()`]*\)$/, "`");
}
