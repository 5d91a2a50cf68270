import { PLACE_EFFECTS, type Place } from "./place.js";

/** Returns places by file, each file's worst first, and the files with the worst places first; no place twice. */
export function sortPlaces(places: readonly Place[]): Place[] {
  const worst = new Map<string, number>();
  const unique = new Map<string, Place>();
  for (const each of places) {
    const rank = PLACE_EFFECTS.indexOf(each.effect);
    worst.set(each.at.file, Math.min(worst.get(each.at.file) ?? rank, rank));
    unique.set(`${each.at.file} ${each.at.start} ${each.message}`, each);
  }
  return [...unique.values()].sort(
    (a, b) =>
      (worst.get(a.at.file) ?? 0) - (worst.get(b.at.file) ?? 0) ||
      compareText(a.at.file, b.at.file) ||
      PLACE_EFFECTS.indexOf(a.effect) - PLACE_EFFECTS.indexOf(b.effect) ||
      a.at.start - b.at.start,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
