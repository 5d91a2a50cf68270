import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSegments, pathSegment } from "./path-segment.js";

const CASES: readonly (readonly [why: string, name: string, segment: string])[] = [
  ["a plain name stays", "AdminListUserAuthEvents", "AdminListUserAuthEvents"],
  ["a version's dots stay", "2022-08-18-1.27.55", "2022-08-18-1.27.55"],
  ["a parent folder is no folder", "..", "~2e~~2e~"],
  ["slashes lead nowhere", "../../x", "~2e~~2e~~2f~~2e~~2e~~2f~x"],
  ["a leading dot hides nothing", ".git", "~2e~git"],
  ["a trailing dot is not dropped by a host", "a.", "a~2e~"],
  ["markup is no markup", '"><img onerror>', "~22~~3e~~3c~img~20~onerror~3e~"],
  ["an emoji is one code point", "🦄", "~1f984~"],
  ["a device is no device", "con", "~con"],
  ["nothing is something", "", "~"],
  ["names of Object.prototype are names", "__proto__", "__proto__"],
];

describe("pathSegment", () => {
  it.each(CASES)("%s", (_why, name, segment) => {
    expect(pathSegment(name)).toBe(segment);
  });

  it("gives any name a part of a path that is safe everywhere and short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const segment = pathSegment(name);
        expect(segment).toMatch(/^[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9]+[A-Za-z0-9_~.-]*)*$/);
        expect(segment).not.toMatch(/^\.|\.$|\.\./);
        expect(segment.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("tells different names apart", () => {
    const names = ["a/b", "a b", "ab", "a.b", "a..b", "A", "a"];
    expect(new Set(names.map(pathSegment)).size).toBe(names.length);
  });
});

describe("assignSegments", () => {
  it("keeps apart what a host that ignores case would mix, and the older one's address", () => {
    const segments = assignSegments([
      { id: "one#Thing", name: "Thing" },
      { id: "one#thing", name: "thing" },
      { id: "two#Thing", name: "Thing" },
    ]);
    expect(segments.get("one#Thing")).toBe("Thing");
    const lower = [...segments.values()].map((segment) => segment.toLowerCase());
    expect(new Set(lower).size).toBe(3);
  });

  it("leaves reserved parts to those who reserved them", () => {
    expect(assignSegments([{ id: "a#Types", name: "Types" }], ["types"]).get("a#Types")).toMatch(
      /^Types~[0-9a-f]{12}$/,
    );
  });
});
