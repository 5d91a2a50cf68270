import { expectLinear } from "@shapelog/testing/expect-linear";
import { describe, expect, it } from "vitest";
import { parseHostPrefix } from "./host-prefix.js";
import type { PatternSegment } from "./pattern-segments.js";
import { parseUriPattern } from "./uri-pattern.js";

function print(pattern: { readonly segments: readonly PatternSegment[] } | string): string {
  if (typeof pattern === "string") return pattern;
  return pattern.segments.map(({ kind, content }) => `${kind} ${content}`).join(", ");
}

describe("the uri of @http", () => {
  it.each([
    ["/", ""],
    ["/cities", "literal cities"],
    ["/cities/", "literal cities"],
    ["/cities/{city}/{path+}?a=1&b", "literal cities, label city, greedy path"],
    ["/__proto__/{constructor}", "literal __proto__, label constructor"],
    ["cities", 'does not start with "/"'],
    ["", 'does not start with "/"'],
    ["/cities?", 'ends with "?"'],
    ["/cities#top", "has a fragment"],
    ["/cities//all", "has an empty segment"],
    ["/{}", "has the label {}, whose name is not an identifier"],
    ["/{+}", "has the label {+}, whose name is not an identifier"],
    ["/{a b}", "has the label {a b}, whose name is not an identifier"],
    ["/x{a}", 'has a brace inside "x{a}"'],
    ["/{a", 'has a brace inside "{a"'],
    ["/{a}/{A}", "has the label {A} twice"],
    ["/?a={a}", "has a brace in its query"],
    ["/?a=1&a=2", 'has the query parameter "a" twice'],
  ])("%j is %j", (uri, expected) => {
    expect(print(parseUriPattern(uri))).toBe(expected);
  });

  it("keeps the parameters of its query", () => {
    const pattern = parseUriPattern("/?__proto__=1&flag&x=a=b");
    expect(typeof pattern === "string" ? [] : [...pattern.query]).toEqual([
      ["__proto__", "1"],
      ["flag", ""],
      ["x", "a=b"],
    ]);
  });

  it("is read in time that grows with its length alone", () => {
    const slashes = (size: number) => "/".repeat(size);
    expectLinear((size) => expect(print(parseUriPattern(slashes(size)))).toBe(""), { size: 200_000 });
    expectLinear((size) => expect(print(parseUriPattern(`${slashes(size)}x`))).toBe("has an empty segment"), {
      size: 200_000,
    });
  });
});

describe("the host prefix of @endpoint", () => {
  it.each([
    ["", ""],
    ["data.", "literal data."],
    ["{bucket}.", "label bucket, literal ."],
    ["a-{b}.{c}.", "literal a-, label b, literal ., label c, literal ."],
    ["{a}{b}", "has two labels side by side"],
    ["{a+}.", "has the greedy label {a+}"],
    ["{a", "has a label that is not closed"],
    ["a}", 'has a "}" without a "{"'],
    ["{a}.{A}", "has the label {A} twice"],
    ["{}", "has the label {}, whose name is not an identifier"],
  ])("%j is %j", (prefix, expected) => {
    expect(print(parseHostPrefix(prefix))).toBe(expected);
  });
});
