import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveMap, findChangedKeys } from "./derived-map.js";

const key = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(3), { nil: undefined })), { maxLength: 4 });
const history = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.array(changes, { maxLength: 12 }));

function start(size: number): Map<string, number> {
  return new Map(
    Array.from({ length: size }, (_, index) => [index < 8 ? ("abcdefgh"[index] ?? "") : `k${index}`, index]),
  );
}

describe("deriveMap", () => {
  it("is what changing a copy gives, along any history", () => {
    fc.assert(
      fc.property(history, ([size, steps]) => {
        const plain = start(size);
        let derived: ReadonlyMap<string, number> = start(size);
        for (const step of steps) {
          const before = derived;
          const held = [...before];
          derived = deriveMap(before, new Map(step));
          for (const [name, value] of new Map(step)) {
            if (value === undefined) plain.delete(name);
            else plain.set(name, value);
          }
          expect(new Map(derived)).toEqual(plain);
          expect([...before]).toEqual(held);
        }
        expect(derived.size).toBe(plain.size);
        expect([...derived.keys()].sort()).toEqual([...plain.keys()].sort());
        expect([...derived.values()].sort()).toEqual([...plain.values()].sort());
        const visited: [string, number][] = [];
        derived.forEach((value, name) => {
          visited.push([name, value]);
        });
        expect(visited).toEqual([...derived]);
        for (const name of [..."abcdefgh", "k20", "none"]) {
          expect(derived.get(name)).toBe(plain.get(name));
          expect(derived.has(name)).toBe(plain.has(name));
        }
      }),
    );
  });

  it("keeps places, and puts new keys last", () => {
    const map = deriveMap(
      start(40),
      new Map([
        ["new", 1],
        ["b", 7],
        ["a", undefined],
      ]),
    );
    expect([...map.keys()].slice(0, 2)).toEqual(["b", "c"]);
    expect([...map.keys()].at(-1)).toBe("new");
  });

  it("shares what is large and copies what has changed too much", () => {
    const map = start(40);
    expect(deriveMap(map, new Map([["a", 1]]))).not.toBeInstanceOf(Map);
    expect(deriveMap(map, new Map(start(20)))).toBeInstanceOf(Map);
    expect(deriveMap(map, new Map())).toBe(map);
  });
});

describe("findChangedKeys", () => {
  it("finds the keys whose values differ, and no others", () => {
    fc.assert(
      fc.property(history, history, ([size, steps], [, others]) => {
        const base = start(size);
        const follow = (list: typeof steps) =>
          list.reduce<ReadonlyMap<string, number>>((map, step) => deriveMap(map, new Map(step)), base);
        const [left, right] = [follow(steps), follow(others)];
        const expected = [...new Set([...left.keys(), ...right.keys()])].filter(
          (name) => left.get(name) !== right.get(name),
        );
        expect([...findChangedKeys(left, right)].sort()).toEqual(expected.sort());
      }),
    );
  });
});
