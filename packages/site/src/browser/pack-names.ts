/** Names that can be packed: letters, digits and underscores. */
export const PACKABLE: RegExp = /^\w+$/;

/** Returns names as one text, those that begin with the same word together: `Get Role User,List Users`. */
export function packNames(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const start = /^[A-Z][a-z]*/.exec(name)?.[0] ?? name;
    const ends = groups.get(start);
    if (ends) ends.push(name.slice(start.length));
    else groups.set(start, [name.slice(start.length)]);
  }
  return [...groups].map(([start, ends]) => [start, ...ends].join(" ")).join(",");
}

/** Returns the names of a packed text, in the order of their first words. */
export function unpackNames(text: string): string[] {
  if (text === "") return [];
  return text.split(",").flatMap((group) => {
    const [start = "", ...ends] = group.split(" ");
    return ends.map((end) => start + end);
  });
}
