/**
 * Returns the known names that a name may be a slip of, the nearest first: those in which at most two characters, or a
 * quarter of a longer name, differ; upper and lower case do not. At most three; none where all are far.
 */
export function findSimilar(name: string, known: Iterable<string>): string[] {
  const wanted = name.slice(0, 200).toLowerCase();
  let limit = Math.max(2, Math.floor(wanted.length / 4));
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of known) {
    const distance = countEdits(wanted, candidate.toLowerCase(), limit);
    if (distance === undefined) continue;
    near.push({ candidate, distance });
    limit = Math.min(limit, distance + 1);
  }
  return near
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Returns Levenshtein's distance of two texts, or `undefined` where it is more than `limit`. */
function countEdits(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edits = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return undefined;
    above = current;
  }
  const edits = above[b.length] ?? 0;
  return edits > limit ? undefined : edits;
}
