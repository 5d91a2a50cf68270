import { describe, expect, it } from "vitest";
import { codeList, countMore, countPlaces, joinSome } from "./words.js";

describe("countMore", () => {
  it.each([
    [{ count: 5, exact: true }, 3, "2 more"],
    [{ count: 3, exact: true }, 3, undefined],
    [{ count: 5, exact: false }, 3, "at least 2 more"],
    [{ count: 3, exact: false }, 3, "maybe more"],
  ])("tells of %o what is left after %i", (places, first, words) => {
    expect(countMore(places, first)).toBe(words);
  });
});

describe("lists of which not all are shown", () => {
  it("count what is left of the list", () => {
    expect(codeList(["a", "b", "c"], "and", 2)).toBe("`a`, `b` and 1 more");
    expect(joinSome(["a", "b", "c"], 2)).toBe("a, b and 1 more");
  });

  it("count what the list does not have", () => {
    const shown = { limit: 2, total: { count: 9, exact: true } };
    expect(codeList(["a", "b", "c"], "and", shown)).toBe("`a`, `b` and 7 more");
    expect(joinSome(["a", "b", "c"], shown)).toBe("a, b and 7 more");
    expect(joinSome(["a"], { limit: 12, total: { count: 3, exact: true } })).toBe("a and 2 more");
    expect(joinSome(["a"], { limit: 2, total: { count: 1, exact: false } })).toBe("a and maybe more");
  });
});

it("says that there are at least so many places", () => {
  expect(countPlaces({ count: 1, exact: true })).toBe("1 place");
  expect(countPlaces({ count: 100, exact: false })).toBe("at least 100 places");
});
