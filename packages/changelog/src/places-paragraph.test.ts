import { describe, expect, it } from "vitest";
import {
  type AffectedLine,
  findPlaces,
  findPlacesSpans,
  printPlaces,
  setPlaces,
} from "./places-paragraph.js";

const OWNER = { service: "events", revision: "2024-01-01" };
const FACTS =
  "<!-- shapelog:facts events 2024-01-01 -->\n**2024-01-01**\n\n- Safe: all.\n<!-- /shapelog:facts -->";
const TEXT = `---\n"@example/events": minor\n---\n\nNote.\n\n${FACTS}\n`;

const line = (file: string, number: number, effect: AffectedLine["effect"] = "breaks"): AffectedLine => ({
  ...{ file, line: number, effect },
});

describe("printPlaces", () => {
  it("names the worst first, each line once, in one order whichever they come in", () => {
    const lines = [line("b.ts", 3, "silent"), line("b.ts", 3, "dead"), line("a.ts", 12), line("a.ts", 4)];
    const paragraph = "Places in this repository: `a.ts:4` breaks, `a.ts:12` breaks, `b.ts:3` is dead.";
    expect(printPlaces(lines)).toBe(paragraph);
    expect(printPlaces(lines.toReversed())).toBe(paragraph);
  });

  it("counts those after the fifth, and those whose file has a name that cannot be shown", () => {
    const many = Array.from({ length: 7 }, (_, index) => line("a.ts", index + 1));
    expect(printPlaces(many)).toMatch(/`a\.ts:5` breaks, and 2 more\.$/);
    const hostile = [line("a`b.ts", 1), line("a\u202eb.ts", 1), line("a\nb.ts", 1)];
    expect(printPlaces([...hostile, line("c.ts", 1)])).toBe(
      "Places in this repository: `c.ts:1` breaks, and 3 more.",
    );
    expect(printPlaces(hostile)).toBeUndefined();
    expect(printPlaces([])).toBeUndefined();
  });
});

describe("setPlaces", () => {
  const one = printPlaces([line("a.ts", 1)]);
  const other = printPlaces([line("b.ts", 2, "dead"), line("b.ts", 3, "silent")]);

  it("puts a paragraph above the facts of its revision, replaces it, and takes it out again", () => {
    const set = setPlaces(TEXT, OWNER, one);
    expect(set).toBe(TEXT.replace(FACTS, `${one}\n\n${FACTS}`));
    expect(findPlaces(set, OWNER)).toBe(one);
    expect(setPlaces(set, OWNER, one)).toBe(set);
    expect(findPlaces(setPlaces(set, OWNER, other), OWNER)).toBe(other);
    expect(setPlaces(set, OWNER, undefined)).toBe(TEXT);
  });

  it("leaves texts alone that do not tell of the revision, and what a person wrote", () => {
    expect(setPlaces(TEXT, { ...OWNER, revision: "2025-01-01" }, one)).toBe(TEXT);
    const own = TEXT.replace("Note.", "Places in this repository: see `a.ts:1`.");
    expect(findPlaces(own, OWNER)).toBeUndefined();
    expect(setPlaces(own, OWNER, undefined)).toBe(own);
  });
});

it("finds what it printed, also where a release tool indented it, and no other sentence", () => {
  const paragraph = printPlaces([line("src/Success removed.ts", 1), line("b.ts", 2, "silent")]) ?? "";
  const [span] = findPlacesSpans(`One.\n\n  ${paragraph}\n\nTwo.`);
  expect(span).toEqual({ start: 6, end: 8 + paragraph.length });
  expect(findPlacesSpans(`${paragraph} Success was removed.`)).toEqual([]);
  expect(findPlacesSpans("Places in this repository: `a` removed `Success`.")).toEqual([]);
});
