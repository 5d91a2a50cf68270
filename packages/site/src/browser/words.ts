/** Returns the words of a name in small letters: at humps, and at what is neither a letter nor a digit. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Returns the letters and digits of a text, small: `admin-list-user` and `AdminListUser` are the same. */
export function flatten(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Where names are listed whose first two characters are none of a file's name. */
export const OTHER_SHARD = "other";

/** Returns the file that a text beginning so is looked up in, or `undefined` where it is too short to tell. */
export function shardOf(flat: string): string | undefined {
  const start = flat.slice(0, 2);
  if (start === "") return undefined;
  if (!/^[a-z\d]*$/.test(start)) return OTHER_SHARD;
  return start.length === 2 ? start : undefined;
}

/** Returns the files that a name is listed in: of its beginning, and of each of its words. */
export function shardsOfName(name: string): ReadonlySet<string> {
  const starts = [flatten(name), ...wordsOf(name)].flatMap((each) => shardOf(each) ?? []);
  return new Set(starts.length > 0 ? starts : [OTHER_SHARD]);
}

/** Returns the file that a word of a note is listed in. */
export function noteShardOf(word: string): string {
  return /^[a-z]/.exec(word)?.[0] ?? OTHER_SHARD;
}

/** Returns the words of a note that it can be found by, each once. */
export function noteWordsOf(note: string): string[] {
  const words = note.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 2 && word.length < 40))];
}
