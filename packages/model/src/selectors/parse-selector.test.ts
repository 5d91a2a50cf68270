import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectorDiagnostics } from "./diagnostics.js";
import { parseMessageTemplate } from "./message-template.js";
import { parseSelector } from "./parse-selector.js";

function codesOf(text: string): string[] {
  return parseSelector(text).diagnostics.map(({ code }) => code.replace("selector/", ""));
}

/** The problems with the offsets they stand at. */
function placesOf(text: string): string[] {
  return parseSelector(text).diagnostics.map(
    ({ code, location }) => `${code.replace("selector/", "")}@${location?.offset}`,
  );
}

describe("parseSelector takes", () => {
  it.each([
    "*",
    "[id=abc][id!=abc][id^=abc][id$=abc][id*=abc][id?=true]",
    "[  id = abc ] [ \nid\n!=\nabc\n]\n",
    "[trait|mediaType$='plain']",
    "[id=abc i][id=abc i ]",
    "[id=com#foo][id=com.baz.bar#foo][id=Foo][id='com.baz#foo$bar']",
    "[id=1][id=-10][id=1.5][id=1.1e+1][id=1e-123456789]",
    "[trait|'foo'=\"aaaaaa\"][trait|\"foo bar\"='']",
    "[trait | range\n  | min = 1 ]",
    "[trait|httpError >= 500, 400]",
    "[trait|enum|(values)|value = 'm256.mega' ,   nope ]",
    "operation -[input, output]-> *",
    "string <-[ member ]- list < member",
    "[@trait: 10=10 && @{foo}=@{foo|(bar)}, @{foo|bam} i && bar=10]",
    "[@\r\n\t  trait\r\n\t : @{foo}=@{foo}]\r\n\t ",
    "[@    :  foo   = bam  ]",
    "[@: @{trait|tags|(values)} {<<} @{trait|tags|(values)}, @{id}]",
    `$foo(*) \${foo} \${ foo } $_a(string) \${__a}`,
    ":topdown([trait|a#b], [trait|a#c]) :recursive(-[mixin]->)",
    `${":not(".repeat(90)}string${")".repeat(90)}`,
  ])("%s", (text) => {
    expect(parseSelector(text)).toMatchObject({ selector: { text }, diagnostics: [] });
  });
});

describe("parseSelector refuses", () => {
  it.each([
    ["", "syntax@0"],
    ["  ", "syntax@2"],
    ["foo", "unknown-type@0"],
    [":is(string,", "syntax@11"],
    [":in()", "syntax@4"],
    [":in(*, *)", "argument-count@1"],
    [":root(*, *)", "argument-count@1"],
    [":not(*, *)", "argument-count@1"],
    [":recursive(>, <)", "argument-count@1"],
    [":topdown(*, *, *)", "argument-count@1"],
    ["$a(*, *)", "argument-count@8"],
    ["string, integer", "syntax@6"],
    ["string ] ", "syntax@7"],
    ["string ) ", "syntax@7"],
    ["operation -[]->", "syntax@12"],
    ["operation -[input", "syntax@17"],
    ["operation -[input, ", "syntax@19"],
    ["operation -[input]>", "syntax@18"],
    ["~ >", "syntax@0"],
    ["[id=-]", "syntax@4"],
    ["[id='foo]", "unclosed-quote@4"],
    ["[id%=100]", "syntax@3"],
    ["[id=#]", "syntax@4"],
    ["[id=com.foo#]", "syntax@11"],
    ["[id=com..foo#baz]", "syntax@7"],
    ["[id=com.baz#foo$bar]", "syntax@15"],
    ["[id=1..1]", "syntax@5"],
    ["[id=1.0e+]", "syntax@7"],
    ["[id=+1]", "syntax@4"],
    ["[trait|tags=foo,]", "syntax@16"],
    ["[trait|]", "syntax@7"],
    ["[@", "syntax@2"],
    ["[@trait", "syntax@7"],
    ["[@trait: bar+bam]", "syntax@12"],
    ["[@trait: @{abc{}}=10]", "syntax@14"],
    ["[@trait: @{abc|()}=10]", "syntax@16"],
    ["[@trait: @{abc}=10 && abc]", "syntax@25"],
    ["[@: @{trait} {} @{id}]", "syntax@13"],
    ["$", "syntax@1"],
    [`\${a`, "syntax@3"],
    [`\${_}`, "syntax@2"],
    ["\u0000\ud800", "syntax@0"],
  ])("%j", (text, place) => {
    expect(placesOf(text)).toEqual([place]);
    expect(parseSelector(text).selector).toBeUndefined();
  });

  it("a text with several errors, all of them", () => {
    expect(placesOf("nope [id=] :not(a, *) [trait|] > %")).toEqual([
      "unknown-type@0",
      "syntax@9",
      "unknown-type@16",
      "argument-count@12",
      "syntax@29",
      "syntax@33",
    ]);
  });

  it.each([
    [`${":not(".repeat(100_000)}*${")".repeat(100_000)}`, ["too-deep"]],
    [`${"$a(".repeat(101)}*${")".repeat(101)}`, ["too-deep"]],
    [`${":recursive(".repeat(11)}>${")".repeat(11)}`, ["too-deep"]],
    ["> ".repeat(1_000_000), ["too-long"]],
    ["[".repeat(1_000_000), ["syntax"]],
  ])("what is beyond all use (case %#)", (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });
});

describe("parseSelector warns of", () => {
  it.each([
    ["[foof]", "unknown-attribute"],
    ["[id|blurb=abc]", "unknown-attribute"],
    ["[service|blurb=abc]", "unknown-attribute"],
    ["[@: @{nope} = 1]", "unknown-attribute"],
    [":unknown(string)", "unknown-function"],
    [":each(string)", "renamed-function"],
    ["> -[foo]->", "unknown-relationship"],
  ])("%s", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
    expect(parseSelector(text).selector).toBeDefined();
  });
});

it("reads any text without throwing, and locates all it finds", () => {
  const token = fc.constantFrom(
    ...`[ ] ( ) { } @ : , | = ! ^= ?= {<<} > < ~> -[ ]-> <-[ ]- $ \${ * && i ' " 1.5e foo string :not( :is( [id id trait|x a.b#C \ud800 😀`.split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(token).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { selector, diagnostics } = parseSelector(text, { file: "f" });
      expect(selector === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      for (const { location, message } of diagnostics) {
        expect(location?.file).toBe("f");
        expect(location?.offset).toBeLessThanOrEqual(text.length);
        expect(message).not.toMatch(/undefined|\[object/);
      }
      expect(parseMessageTemplate(text).diagnostics.every(({ location }) => location !== undefined)).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

it("can report all that its catalog names", () => {
  const found = [
    ..."; nope [id=' :not(*,*) [foof] :x(*) :each(*) -[x]->".split(" ").flatMap(codesOf),
    ...codesOf("*".repeat(1001)),
    ...codesOf(":is(".repeat(101)),
  ];
  expect(new Set(found)).toEqual(new Set(Object.keys(selectorDiagnostics.entries)));
});
