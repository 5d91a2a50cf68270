import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translatePattern } from "./translate-pattern.js";

const sourceOf = (pattern: string) => {
  const translated = translatePattern(pattern);
  return translated.ok ? translated.source : translated.reason;
};

describe("translatePattern", () => {
  it.each([
    ["^[\\w-]+_[0-9a-zA-Z]+$"],
    ["[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"],
    ["^arn:(aws|aws-cn):iam::\\d{12}:role/[^/]+$"],
    ["^(?!aws:)(?<name>[^\\u0000-\\u001F]*)$"],
    ["^[\\u0020-\\uD7FF\\uD800\\uDC00-\\uDBFF\\uDFFF]*$"],
    ["^(a|b)-\\1$"],
    ["^\\/[\\/.]$"],
    [""],
  ])("keeps %s as it is", (pattern) => {
    expect(sourceOf(pattern)).toBe(pattern);
  });

  it.each([
    ["needless escapes", "^\\_\\:\\-\\#[\\_\\:\\-\\#]$", "^_:-#[_:\\-#]$"],
    ["lone brackets", "^a}]{x$", "^a\\}\\]\\{x$"],
    ["sets beside hyphens", "[\\w-.][a-\\d]", "[\\w\\-.][a\\-\\d]"],
    ["octal escapes", "[\\000-\\037]", "[\\x00-\\x1F]"],
    ["characters by number", "\\x{60}\\x{1F600}", "\\x60\\u{1F600}"],
    ["Java's anchors", "\\Aa\\z", "^a$"],
    ["quoted text", "\\Qa.b[\\E+\\Q*", "a\\.b\\[+\\*"],
    ["ASCII sets", "\\p{Alnum}[\\p{XDigit}:]\\P{Digit}", "[0-9A-Za-z][0-9A-Fa-f:][\\x00-\\/:-\\u{10FFFF}]"],
    [
      "Java's properties",
      "\\p{IsAlphabetic}[^\\p{IsWhitespace}]\\pL",
      "\\p{Alphabetic}[^\\p{White_Space}]\\p{L}",
    ],
    ["scripts", "\\p{IsLatin}", "\\p{Script=Latin}"],
    ["intersections", "^[\\p{Print}&&[^|:]]+$", "^(?:(?=[ -~])[^|:])+$"],
    ["dots that match all", "^(?s).+$", "^[^]+$"],
    ["letters of either case", "(?i)a1[b-y_Z]", "[aA]1[b-yB-Y_Zz]"],
    ["flags of a group", "(?:(?i)a)b(?s:.).", "(?:[aA])b(?:[^])."],
    ["flags switched off", "(?is)a(?-i:a.)", "[aA](?:a[^])"],
    ["lines", "(?m)^a$", "(?<![^\\n\\r\\u2028\\u2029])a(?![^\\n\\r\\u2028\\u2029])"],
    ["repeated assertions", "^a\u0024{1,64}(?!b)+", "^a(?:$){1,64}(?:(?!b))+"],
    ["possessive fixed counts", "[0-9]{2}+a", "[0-9]{2}a"],
  ])("rewrites %s", (_, pattern, source) => {
    expect(sourceOf(pattern)).toBe(source);
  });

  it.each([
    ["a*+b", "JavaScript has no possessive quantifiers"],
    ["a{2}{3}", "it has two quantifiers in a row"],
    ["(?>a)", "it has a kind of group that JavaScript does not have"],
    ["(?x)a", "JavaScript has no inline flag x"],
    ["\\Ga", "JavaScript has no \\G"],
    ["[[:alnum:]]", "JavaScript has no POSIX classes such as [:alnum:]"],
    ["[a-z[0-9]]", "it has a class in a class"],
    ["[^a&&[b]]", "it has an intersection of classes that JavaScript cannot express"],
    ["[z-a]", "it has a range whose end is before its start"],
    ["[]a]", "it has a class without characters"],
    ["[a", "it has a class that does not end"],
    ["(a", "it has a group that does not end"],
    ["a)", "it has a ) without a ("],
    ["*a", "it has nothing to repeat before *"],
    ["\\p{InGreek}", "JavaScript has no property InGreek"],
    ["a\\", "it ends in a backslash"],
    ["\\9", "it is not a pattern that JavaScript can compile"],
    ["(".repeat(60) + ")".repeat(60), "its groups are too deep"],
    ["(".repeat(12_000), "it is longer than 5000 characters"],
    ["a".repeat(5001), "it is longer than 5000 characters"],
  ])("refuses %j", (pattern, reason) => {
    expect(translatePattern(pattern)).toEqual({ ok: false, reason });
  });

  it("means the same as the pattern it was made from", () => {
    const part = fc.constantFrom(
      "a",
      "\\_",
      "[\\w-.]",
      "[^\\:b]",
      "}",
      "]",
      "\\.",
      "(a|_)",
      "^",
      "$",
      "\\d",
      ".",
      "[a-c]",
      "\\-",
    );
    const quantified = fc.tuple(part, fc.constantFrom("", "", "?", "{2}"));
    const pattern = fc
      .array(quantified, { maxLength: 5 })
      .map((all) => all.map(([text, sign]) => (text === "^" || text === "$" ? text : text + sign)).join(""));
    const text = fc.string({ unit: fc.constantFrom(..."ab_-.:}]c1\n"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 10 }), (source, texts) => {
        const translated = translatePattern(source);
        if (!translated.ok) throw new Error(`${source}: ${translated.reason}`);
        const before = new RegExp(source); // the dialect Smithy has
        const after = new RegExp(translated.source, "u");
        for (const value of texts) expect(after.test(value)).toBe(before.test(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes any text without throwing, and gives what compiles", () => {
    const piece = fc.constantFrom(
      ..."()[]{}|\\^$.*+?-,:=!<>&ab1pPQEkux{}",
      "(?",
      "(?<",
      "\\p{",
      "\\u{",
      "&&[",
      "[:",
      "{1,2}",
    );
    const pattern = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 20 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(pattern, (text) => {
        const translated = translatePattern(text);
        if (translated.ok) expect(new RegExp(translated.source, translated.flags)).toBeInstanceOf(RegExp);
        else expect(translated.reason).toMatch(/^(?:its?|JavaScript|there) /);
      }),
      { numRuns: 3000 },
    );
  });

  const TOO_LARGE = "and it is too large for a table that needs one step for each";

  it.each([
    ["^(a+)+$"],
    ["^.*a.*b$"],
    ["^.*a.*b.*c$"],
    [".*[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"],
    ["\\s+$"],
    ["^(?!.*(a|a)*b)(\\w|\\d)+\\b$"],
  ])("gives %s a table, as a text of any length can be slow for it", (pattern) => {
    expect(translatePattern(pattern)).toMatchObject({ ok: true, source: pattern, table: expect.any(String) });
  });

  it.each([
    ["^.*a.*b$", 1000, 10_000],
    ["^.*a.*b.*c$", 100, 1000],
    ["^[^@]+@[^@]+\\.[^@]+$", 1000, 10_000],
  ])("lets %s be for texts of %i characters, and not of %i", (pattern, short, long) => {
    expect(translatePattern(pattern, { maxLength: short })).toEqual({
      ok: true,
      source: pattern,
      flags: "u",
    });
    expect(translatePattern(pattern, { maxLength: long })).toHaveProperty("table");
  });

  it.each([
    "^[a-z]{1,63}$",
    "^arn:(aws|aws-cn):iam::\\d{12}:role/[^/]+$",
    "^(?:[a-z0-9]+(?:-[a-z0-9]+)*\\.)*$",
    "[a-z]+",
    // it asks for the length before all else
    "^(?=.{0,2048}$)arn:aws:iam::\\d{12}:role/([\\w-]+/)*[\\w-]{1,64}$",
  ])("lets %s be whatever the length", (pattern) => {
    expect(translatePattern(pattern)).toEqual({ ok: true, source: pattern, flags: "u" });
  });

  it.each([
    ["^(.*)-(.*)-\\1-\\2$"],
    // what it asks for first is no length: the text may go on, or there is another alternative
    ["^(?=.{0,20})(.*)-(.*)-\\1-\\2$"],
    ["^(?=.{0,20}$)a|^(.*)-(.*)-\\1-\\2$"],
    ["^(?!.{0,20}$)(.*)-(.*)-\\1-\\2$"],
    ["^(?!.*?(.)\\1{3}).*a.*$"],
    ["^.*a.{14}b.{14}c.*(?=x.*y.{14}z)"],
    [`^(?:${Array.from({ length: 300 }, (_, index) => `a{0,${index}}b`).join("|")})*$`],
    [`^${"(?:.{1,200}-)?".repeat(30)}$`],
  ])("refuses %j, which is slow and has no table", (pattern) => {
    expect(translatePattern(pattern)).toEqual({
      ok: false,
      reason: `on a text of 65536 characters it can take more than 5 million steps, ${TOO_LARGE}`,
    });
  });
});
