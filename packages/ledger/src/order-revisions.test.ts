import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Revision } from "./ledger.js";
import { orderRevisions } from "./order-revisions.js";

/** Returns revisions of texts such as `06-01 A>B`: the day, and the models before and after; nothing before is `-`. */
function revisions(...texts: readonly string[]): Revision[] {
  return texts.map((text) => {
    const [day = "", models = ""] = text.split(" ");
    const [before = "", after = ""] = models.split(">");
    const date = `2026-${day.slice(0, 5)}`;
    return { id: `2026-${day}`, date, before: before === "-" ? null : before, after, changes: [] };
  });
}

const order = (texts: readonly string[], base?: string) =>
  orderRevisions(revisions(...texts), (branches) =>
    Math.max(
      branches.findIndex((branch) => branch.some(({ id }) => id === `2026-${base}`)),
      0,
    ),
  ).map(({ id }) => id.slice("2026-".length));

describe("the order of revisions", () => {
  it.each([
    ["that of what follows what, whatever the dates say", ["06-09 ->A", "06-10 A>B", "06-05 B>C"]],
    ["that of days and numbers in older ledgers", ["06-09 ->A", "06-10 A>B", "06-10.2 B>C"]],
    ["that of what follows what within a day", ["06-09 ->A", "06-10-ffffffff A>B", "06-10-00000000 B>C"]],
    [
      "the only one that there is where a model comes back",
      ["06-01 ->A", "06-04 A>B", "06-05 B>A", "06-03 A>C"],
    ],
  ])("is %s", (_, texts) => {
    const sorted = orderRevisions(revisions(...texts.toReversed()));
    expect(sorted.map(({ before }, index) => before === (sorted[index - 1]?.after ?? null))).toEqual(
      texts.map(() => true),
    );
  });

  it("takes the older dates first where more than one is possible", () => {
    expect(order(["06-01 ->A", "06-05 A>B", "06-06 B>A", "06-03 A>C", "06-04 C>A"])).toEqual([
      ...["06-01", "06-03", "06-04", "06-05", "06-06"],
    ]);
  });

  it("has the branch that is chosen before the others", () => {
    const fork = ["06-01 ->A", "06-02 A>B", "06-04 B>C", "06-03 A>D", "06-05 D>E"];
    expect(order(fork)).toEqual(["06-01", "06-02", "06-04", "06-03", "06-05"]);
    expect(order(fork, "06-05")).toEqual(["06-01", "06-03", "06-05", "06-02", "06-04"]);
  });

  it("has forks of forks, and two beginnings", () => {
    const fork = ["06-01 ->A", "06-02 A>B", "06-03 B>C", "06-04 B>D", "06-05 A>E", "06-06 ->F"];
    expect(order(fork, "06-04")).toEqual(["06-01", "06-02", "06-04", "06-03", "06-05", "06-06"]);
    expect(order(fork, "06-06")).toEqual(["06-06", "06-01", "06-02", "06-03", "06-04", "06-05"]);
  });

  it("has what follows nothing at its end", () => {
    expect(order(["06-01 ->A", "06-02 X>Y", "06-03 Y>Z", "06-04 A>B"])).toEqual([
      ...["06-01", "06-04", "06-02", "06-03"],
    ]);
  });

  it("has each revision once, however they follow each other", () => {
    const digest = fc.constantFrom("A", "B", "C", "D");
    const pair = fc.tuple(fc.option(digest), digest);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const given = pairs.map(([before, after], index) => `06-0${index + 1} ${before ?? "-"}>${after}`);
        expect(order(given).toSorted()).toEqual(given.map((text) => text.slice(0, 5)));
      }),
    );
  });

  it("is a chain where there is one, in whatever order the files are named", () => {
    const digest = fc.constantFrom("A", "B", "C", "D");
    fc.assert(
      fc.property(fc.array(fc.tuple(digest, fc.nat()), { minLength: 1, maxLength: 8 }), (models) => {
        const chain = models.map(([after, name], index) => {
          const before = models[index - 1]?.[0] ?? "-";
          return `06-01-${(name % 65536).toString(16).padStart(4, "0")}${index} ${before}>${after}`;
        });
        const ordered = orderRevisions(revisions(...chain));
        expect(ordered.every(({ before }, at) => before === (ordered[at - 1]?.after ?? null))).toBe(true);
      }),
    );
  });
});
