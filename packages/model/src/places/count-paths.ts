import { memberPath } from "../member-path.js";
import type { Stop, StopMap } from "./stops.js";

/** Stops that are reached by paths of the same text. */
type Together = ReadonlySet<Stop>;

interface Counting {
  readonly together: Together;
  readonly next: readonly Together[];
  open: number;
  sum: number;
}

/** Larger counts are none that anybody reads. */
const MOST = 1_000_000_000;

/**
 * Returns how many texts the paths from some roots to the target have, without following each; paths of several roots
 * that read the same are one. Returns nothing where shapes lead back to themselves, where roots overlap so much that it
 * would take more than `looks` at members, and where there are more than a thousand million.
 */
export function countPaths(stops: StopMap, roots: Together, looks: number): number | undefined {
  const numbers = new Map<Stop, number>();
  const counts = new Map<string, number | "open">();
  const stack: Counting[] = [];
  let left = looks;
  const keyOf = (together: Together) =>
    [...together]
      .map((stop) => numberOf(numbers, stop))
      .sort((a, b) => a - b)
      .join();
  const open = (together: Together, key: string) => {
    const next = groupSteps(stops, together);
    for (const { size } of next) left -= size;
    counts.set(key, "open");
    stack.push({ together, next, open: 0, sum: [...together].some(({ isTarget }) => isTarget) ? 1 : 0 });
  };
  open(roots, keyOf(roots));
  for (let last = stack.at(-1); last; last = stack.at(-1)) {
    const together = last.next[last.open];
    if (!together) {
      counts.set(keyOf(last.together), last.sum);
      stack.pop();
      continue;
    }
    const key = keyOf(together);
    const known = counts.get(key);
    if (known === "open" || left < 0) return undefined;
    if (known === undefined) open(together, key);
    else {
      last.sum += known;
      last.open++;
    }
    if (last.sum > MOST) return undefined;
  }
  const count = counts.get(keyOf(roots));
  return count === "open" ? undefined : count;
}

function numberOf(numbers: Map<Stop, number>, stop: Stop): number {
  const known = numbers.get(stop) ?? numbers.size;
  numbers.set(stop, known);
  return known;
}

function groupSteps(stops: StopMap, together: Together): readonly Together[] {
  const groups = new Map<string, Set<Stop>>();
  for (const stop of together) {
    const { shape } = stop;
    if (!shape) continue;
    for (const { member, to } of stops.stepsFrom(stop)) {
      const text = memberPath("_", shape, member);
      const group = groups.get(text);
      if (group) group.add(to);
      else groups.set(text, new Set([to]));
    }
  }
  return [...groups.values()];
}
