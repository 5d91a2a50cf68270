import type { ShapeId } from "@shapelog/model";

const DISTANCE = 2;

/** Returns the ids nearest to one that names nothing, if they differ in two characters at most. */
export function suggestIds(wrong: ShapeId, ids: Iterable<ShapeId>): readonly ShapeId[] {
  let best = DISTANCE;
  let found: ShapeId[] = [];
  for (const id of ids) {
    if (Math.abs(id.length - wrong.length) > best) continue;
    const distance = countEdits(wrong, id, best);
    if (distance === undefined || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(id);
  }
  return found.sort().slice(0, 3);
}

/** Returns the Levenshtein distance of two texts, or `undefined` where it is more than `limit`. */
function countEdits(a: string, b: string, limit: number): number | undefined {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return undefined;
    above = current;
  }
  return above[b.length];
}
