import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compareTexts } from "../src/compare-texts.js";
import { readPattern } from "../src/read-pattern.js";
import type { TextLimits } from "../src/text-limits.js";
import { tryTexts } from "../src/try-texts.js";
import { arbitraryPattern, regularOf } from "./arbitrary-pattern.js";

const arbitraryBody = fc.oneof(
  { weight: 4, arbitrary: arbitraryPattern },
  { weight: 2, arbitrary: arbitraryPattern.map((body) => `^(?:${body})$`) },
  arbitraryPattern.map((body) => `^(?=${body})[ab-]{0,4}$`),
  fc.tuple(fc.constantFrom("[a-c_]", ".", "\\w", "[^]"), fc.nat(3)).map(([set, min]) => `^${set}{${min},5}$`),
);

const arbitraryLength = fc.option(
  fc.tuple(fc.nat(4), fc.nat(6)).map(([min, more]) => ({ min, max: min + more })),
  { nil: undefined },
);

const arbitraryValues = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom("a", "b", "-", "😀"), maxLength: 3 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

const arbitraryLimits: fc.Arbitrary<TextLimits> = fc
  .record({
    patterns: fc.array(arbitraryBody, { maxLength: 2 }),
    length: arbitraryLength,
    values: fc.option(arbitraryValues, { nil: undefined, freq: 9 }),
  })
  .map(({ patterns, length, values }) => ({
    patterns,
    ...(length ? { length } : {}),
    ...(values ? { values } : {}),
  }));

const arbitraryText = fc.string({ unit: fc.constantFrom(..."aabbc-_1 \né", "😀"), maxLength: 8 });

/** Whether limits take a text, by the regular expressions themselves. */
function takes({ patterns = [], length, values }: TextLimits, text: string): boolean {
  const { min = 0, max = Number.POSITIVE_INFINITY } = length ?? {};
  const count = [...text].length;
  const isListed = values?.includes(text) ?? true;
  return (
    isListed && min <= count && count <= max && patterns.every((one) => regularOf(sourceOf(one)).test(text))
  );
}

function withoutLength({ length: _, ...limits }: TextLimits): TextLimits {
  return limits;
}

function sourceOf(pattern: string): string {
  const read = readPattern(pattern);
  if (read.refusal !== undefined) throw new Error(read.refusal);
  return read.source;
}

it("gives texts that one side takes alone, and no relation that a text disproves", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.tuple(arbitraryLimits, arbitraryLimits),
      fc.array(arbitraryText, { minLength: 20, maxLength: 40 }),
      ([before, after], texts) => {
        const { relation, lost, gained, byPatterns, byLengths } = compareTexts(before, after);
        const [old, now] = [withoutLength(before), withoutLength(after)];
        if (byLengths.lost)
          expect([takes(old, byLengths.lost.text ?? ""), takes(now, byLengths.lost.text ?? "")]).toEqual([
            true,
            true,
          ]);
        if (byPatterns.lost) expect(takes(now, byPatterns.lost.text ?? "")).toBe(false);
        if (byPatterns.gained) expect(takes(old, byPatterns.gained.text ?? "")).toBe(false);
        seen.set(relation, (seen.get(relation) ?? 0) + 1);
        if (lost)
          expect([takes(before, lost.text ?? ""), takes(after, lost.text ?? "")]).toEqual([true, false]);
        if (gained)
          expect([takes(before, gained.text ?? ""), takes(after, gained.text ?? "")]).toEqual([false, true]);
        if (relation === "undecided") return;
        for (const text of [...texts, ...(before.values ?? []), ...(after.values ?? [])]) {
          const [was, is] = [takes(before, text), takes(after, text)];
          if (was && !is) expect(lost?.length, text).toBeLessThanOrEqual([...text].length + 12);
          if (is && !was) expect(gained?.length, text).toBeLessThanOrEqual([...text].length + 12);
          if (was && is) expect(relation, text).not.toBe("disjoint");
        }
      },
    ),
    { numRuns: 3000 },
  );
  for (const relation of ["same", "wider", "narrower", "overlap", "disjoint"])
    expect(seen.get(relation), relation).toBeGreaterThan(15);
});

it("finds by trying texts nothing that the regular expressions disprove, and most of what there is", () => {
  let [proved, missed] = [0, 0];
  fc.assert(
    fc.property(arbitraryLimits, arbitraryLimits, (before, after) => {
      const tried = tryTexts(before, after)?.found;
      const { lost, gained, common } = {
        lost: tried?.get("lostByPattern")?.text,
        gained: tried?.get("gainedByPattern")?.text,
        common: tried?.get("common")?.text,
      };
      const [old, now] = [withoutLength(before), withoutLength(after)];
      if (lost !== undefined) expect([takes(before, lost), takes(now, lost)]).toEqual([true, false]);
      if (gained !== undefined) expect([takes(old, gained), takes(after, gained)]).toEqual([false, true]);
      if (common !== undefined) expect([takes(before, common), takes(after, common)]).toEqual([true, true]);
      const { byPatterns } = compareTexts(before, after);
      for (const [found, text] of [
        [byPatterns.lost, lost],
        [byPatterns.gained, gained],
      ] as const) {
        if (text !== undefined) expect(found, text).toBeDefined();
        if (found && text === undefined) missed++;
        else if (found) proved++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(proved).toBeGreaterThan(missed * 2);
});
