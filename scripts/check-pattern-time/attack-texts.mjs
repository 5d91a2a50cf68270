// Makes texts that are slow for a pattern: a way to a loop of its automaton, the loop again and again, and an end that
// does not match.

import { buildPatternAutomaton } from "../../packages/emit/dist/pattern/pattern-automaton.js";
import { parsePattern } from "../../packages/patterns/dist/parse-pattern.js";
import { partitionCharacters } from "../../packages/patterns/dist/partition-characters.js";

/**
 * @typedef {import("../../packages/emit/dist/pattern/pattern-automaton.js").PatternAutomaton} PatternAutomaton
 * @typedef {{ prefix: string, pumps: string[], suffix: string }} Attack
 */

const SUFFIXES = ["\u0000", "", "\n", "!"];
const MOST_LOOPS = 12;
const MOST_PUMPS = 10;

/**
 * Returns the attacks on a pattern that compiles with the flag `u`; `random` gives numbers from 0 up to 1.
 * @param {string} source
 * @param {() => number} random
 * @returns {Attack[]}
 */
export function attacksOn(source, random) {
  const automaton = buildPatternAutomaton(parsePattern(source));
  if (!automaton) return [];
  return [automaton, ...automaton.inner.values()].flatMap((part) => attacksOnPart(part, random));
}

/**
 * @param {PatternAutomaton} automaton
 * @param {() => number} random
 * @returns {Attack[]}
 */
function attacksOnPart(automaton, random) {
  const { characters, positions, first, follow } = automaton;
  const { starts, kinds, sets, size } = partitionCharacters(characters);
  const letters = Array.from({ length: size }, (_, kind) => characterOf(starts, kinds, kind));
  /** @param {number} position */
  const kindsOf = (position) => sets[positions[position] ?? -1] ?? [];
  const shared = Array.from({ length: size }, (_, kind) => sets.filter((all) => all.includes(kind)).length);
  /** The character of a position that the most sets have, or any of it. @param {number} position @param {boolean} any */
  const letter = (position, any) => {
    const all = kindsOf(position);
    if (positions[position] === undefined || all.length === 0) return "";
    const most = all.reduce((a, b) => ((shared[b] ?? 0) > (shared[a] ?? 0) ? b : a));
    return letters[any ? (all[Math.floor(random() * all.length)] ?? most) : most] ?? "";
  };
  const paths = findPaths(first.keys(), follow);
  const loops = [...paths.keys()].flatMap((position) => {
    const around = findPaths(follow[position]?.keys() ?? [], follow).get(position);
    return around ? [{ to: paths.get(position) ?? [], around }] : [];
  });
  /** @param {readonly number[]} path @param {boolean} any */
  const spell = (path, any) => path.map((position) => letter(position, any)).join("");
  /** @type {Attack[]} */
  const attacks = [];
  for (const { to, around } of spread(loops, MOST_LOOPS)) {
    const prefix = spell(to, false);
    const pumps = new Set([spell(around, false), spell(around, true), spell(around, true)]);
    for (const kind of kindsOf(around.at(-1) ?? -1)) pumps.add(letters[kind] ?? "");
    const all = [...pumps].filter((pump) => pump !== "").slice(0, MOST_PUMPS);
    all.forEach((pump, index) => {
      attacks.push({ prefix, pumps: [pump], suffix: SUFFIXES[index % SUFFIXES.length] ?? "" });
      attacks.push({ prefix, pumps: [pump], suffix: "\u0000" });
      const other = all[Math.floor(random() * all.length)] ?? pump;
      if (other !== pump) attacks.push({ prefix, pumps: [pump, other], suffix: "\u0000" });
    });
  }
  // Patterns without loops, and starts that are tried everywhere.
  const ways = spread([...paths.values()], 4).map((path) => spell(path, false));
  for (const way of new Set(ways.filter((text) => text !== "")))
    attacks.push({ prefix: "", pumps: [way], suffix: "\u0000" });
  return attacks;
}

/**
 * The shortest way to each position.
 * @param {Iterable<number>} first
 * @param {PatternAutomaton["follow"]} follow
 * @returns {Map<number, number[]>}
 */
function findPaths(first, follow) {
  const paths = new Map([...first].map((position) => [position, [position]]));
  for (const [position, path] of paths)
    for (const next of follow[position]?.keys() ?? []) if (!paths.has(next)) paths.set(next, [...path, next]);
  return paths;
}

/**
 * @param {readonly number[]} starts
 * @param {readonly number[]} kinds
 * @param {number} kind
 */
function characterOf(starts, kinds, kind) {
  const ranges = kinds.flatMap((of, index) => (of === kind ? [index] : []));
  const printable = ranges.find((index) => (starts[index] ?? 0) >= 0x20) ?? ranges[0] ?? 0;
  return String.fromCodePoint(starts[printable] ?? 0);
}

/**
 * Up to `most` of a list, from all over it.
 * @template T
 * @param {readonly T[]} list
 * @param {number} most
 */
function spread(list, most) {
  const step = Math.max(1, list.length / most);
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
