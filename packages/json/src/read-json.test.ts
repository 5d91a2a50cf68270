import { canonicalJson, equalNodes, printJson, requireNumber } from "@shapelog/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainTooDeep, isTooDeep } from "./is-too-deep.js";
import type { JsonValue } from "./json-value.js";
import { readJson } from "./read-json.js";
import { MAX_DEPTH, visitJson } from "./visit-json.js";

const read = (text: string, duplicates = false) => readJson({ file: "a.json", text }, { duplicates });

describe("readJson", () => {
  it("returns the value of good text without diagnostics", () => {
    expect(read('{"a": [1, "b", null, true]}')).toEqual({
      value: { a: [1, "b", null, true] },
      diagnostics: [],
    });
  });

  it("skips a byte order mark and counts it in offsets", () => {
    expect(read('\ufeff{"a": 1}').value).toEqual({ a: 1 });
    expect(read('\ufeff{"a": }').diagnostics[0]!.location).toEqual({ file: "a.json", offset: 7 });
  });

  it.each([
    ["", 0, "the text is empty"],
    [" \n ", 3, "the text is empty"],
    ["\ufeff", 1, "the text is empty"],
    ["{", 1, "it ends where a key in double quotes is expected, inside an object"],
    ['{"a"', 4, "it ends where a colon after the key is expected, inside an object"],
    ['{"a": 1', 7, 'it ends where a comma or "}" is expected, inside an object'],
    ["[1, 2", 5, 'it ends where a comma or "]" is expected, inside an array'],
    ["[", 1, "it ends where a value is expected, inside an array"],
    ['{"a" 1}', 5, "expected a colon after the key, found a number"],
    ["[1,]", 2, 'a comma before "]"'],
    ['{"a": 1,}', 7, 'a comma before "}"'],
    ["[1}", 2, 'expected a comma or "]", found "}"'],
    ["[1 2]", 3, 'expected a comma or "]", found a number'],
    ["{a: 1}", 1, '"a" is not a JSON value'],
    ["{1: 1}", 1, "expected a key in double quotes, found a number"],
    ["{'a': 1}", 1, "strings need double quotes"],
    ["1 2", 2, "expected the end, found a number"],
    ["[undefined]", 1, '"undefined" is not a JSON value'],
    ["[nul]", 1, '"nul" is not a JSON value'],
    ["[01]", 1, "a number starts with a needless zero"],
    ["[-]", 2, "a digit is missing after the minus sign"],
    ["[1.]", 3, "a digit is missing after the decimal point"],
    ["[1e+]", 4, "a digit is missing in the exponent"],
    ['["abc', 1, "a string that starts here does not end"],
    ['["a\nb"]', 3, "a string holds a control character; write it as \\u000a"],
    ['["\\x"]', 2, '"\\x" is not an escape sequence'],
    ['["\\u12g4"]', 2, "\\u needs four hexadecimal digits"],
    ["[1] // why", 4, "JSON has no comments"],
    ["[😀]", 1, '"😀" is not a JSON value'],
  ])("says what is wrong with %j and where", (text, offset, reason) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: "json/syntax",
      severity: "error",
      data: { reason },
      location: { file: "a.json", offset },
    });
  });

  it("takes exactly what JSON.parse takes, and gives one diagnostic with an offset for the rest", () => {
    const noise = fc.array(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        '"a"',
        '"\\u00e9"',
        "\\",
        "1",
        "-",
        "0",
        ".5",
        "e",
        "E+1",
        "true",
        "nul",
        "null",
        " ",
        "\n",
        "\t",
        "/",
        "\u2028",
        "\u0000",
        "\ud800",
        "é",
        "+",
      ),
      { maxLength: 12 },
    );
    const cut = fc
      .tuple(fc.json(), fc.nat(), fc.nat(4), fc.string({ maxLength: 3 }))
      .map(([text, at, length, put]) => {
        const offset = at % (text.length + 1);
        return text.slice(0, offset) + put + text.slice(offset + length);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          noise.map((parts) => parts.join("")),
          cut,
          fc.string(),
        ),
        (text) => {
          let parsed: unknown;
          let bad = false;
          try {
            parsed = JSON.parse(text);
          } catch {
            bad = true;
          }
          const { value, diagnostics } = read(text);
          expect(visitJson(text, {}) === undefined).toBe(!bad);
          if (!bad) {
            // What JSON.parse makes of the digits, which are all there.
            expect(equalNodes(JSON.parse(printJson(value)), parsed as JsonValue)).toBe(true);
            return;
          }
          expect(diagnostics).toHaveLength(1);
          expect(diagnostics[0]!.location?.offset).toBeLessThanOrEqual(text.length);
          expect(diagnostics[0]!.location?.offset).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("keeps keys that are names of Object.prototype", () => {
    const { value } = read('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect("polluted" in {}).toBe(false);
  });

  it.each([
    ["arrays", "[".repeat(MAX_DEPTH) + "]".repeat(MAX_DEPTH), "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", `${'{"a":'.repeat(MAX_DEPTH)}1${"}".repeat(MAX_DEPTH)}`, '{"a":'.repeat(100_000)],
  ])("reads %s nested to the limit and no deeper", (_name, most, more) => {
    expect(read(most).diagnostics).toEqual([]);
    expect(read(more)).toMatchObject({
      value: undefined,
      diagnostics: [{ code: "json/too-deep", data: { limit: MAX_DEPTH } }],
    });
  });

  it.each([
    ["zeros", "\u0000".repeat(50_000_000)],
    ["open brackets", "[".repeat(50_000_000)],
    ["commas", `[${",".repeat(50_000_000)}`],
    ["spaces", " ".repeat(50_000_000)],
    ["a string without an end", `["${"x".repeat(50_000_000)}`],
  ])("answers with one diagnostic for 50 MB of %s, or the time limit ends it", (_name, text) => {
    expect(read(text).diagnostics).toHaveLength(1); // work that grows faster than the text takes hours
  });

  it("reads a line of 10 MB", () => {
    const text = JSON.stringify(Array.from({ length: 1_000_000 }, (_, index) => `item ${index % 10}`));
    expect(read(text).diagnostics).toEqual([]);
    expect(read(`${text}]`).diagnostics[0]!.location?.offset).toBe(text.length);
  });
});

describe("inspection", () => {
  const deep = { file: "a.json", text: "[".repeat(MAX_DEPTH + 1) + "]".repeat(MAX_DEPTH + 1) };

  it("can be left to the caller", () => {
    const { value, diagnostics } = readJson(deep, { inspect: false });
    expect(diagnostics).toEqual([]);
    expect(isTooDeep(value!)).toBe(true);
    expect([explainTooDeep(deep)]).toEqual(readJson(deep).diagnostics);
  });

  it("counts the depth at which a value stands", () => {
    expect(isTooDeep([[]], MAX_DEPTH - 2)).toBe(false);
    expect(isTooDeep([[]], MAX_DEPTH - 1)).toBe(true);
  });
});

describe("duplicate keys", () => {
  it("gives one diagnostic for each, with the first one's place", () => {
    const { value, diagnostics } = read('{"a": 1, "b": {"a": 2}, "\\u0061": 3, "a": 4}', true);
    expect(value).toEqual({ a: 4, b: { a: 2 } });
    expect(diagnostics.map((d) => [d.code, d.location?.offset, d.related?.[0]?.location.offset])).toEqual([
      ["json/duplicate-key", 24, 1],
      ["json/duplicate-key", 37, 1],
    ]);
  });

  it("are not looked for unless asked", () => {
    expect(read('{"a": 1, "a": 2}').diagnostics).toEqual([]);
  });

  it("does not take names of Object.prototype, or keys of other objects, for duplicates", () => {
    expect(read('[{"constructor": 1, "__proto__": 2}, {"constructor": 1}]', true).diagnostics).toEqual([]);
  });

  it("stops listing them after 1,000", () => {
    const { diagnostics } = read(`{${'"a":1,'.repeat(5000)}"a":1}`, true);
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)!.code).toBe("json/more-duplicate-keys");
  });
});

describe("numbers", () => {
  it.each([
    "9007199254740993",
    "-9223372036854775808",
    "9223372036854775807",
    "1e400",
    "1e-400",
    "0.10000000000000000000000001",
  ])("keep the digits of %s wherever they stand", (literal) => {
    const { value, diagnostics } = read(
      `\uFEFF{"a": [${literal}], "b": {"c" :${literal}}, "a b": ${literal}}`,
    );
    expect(diagnostics).toEqual([]);
    expect(canonicalJson(value)).toBe(`{"a":[${literal}],"a b":${literal},"b":{"c":${literal}}}`);
    expect(canonicalJson(read(literal).value)).toBe(literal);
  });

  it.each([
    ["9007199254740991", 9007199254740991],
    ["100000000000000000000", 1e20],
    ["0.1", 0.1],
    ["1.0000000000000000", 1],
    ["1e300", 1e300],
  ])("that a double stands for are doubles: %s", (literal, value) => {
    expect(read(`[${literal}]`).value).toEqual([value]);
  });

  it("read back from their print with the same value", () => {
    const literal = fc
      .tuple(
        fc.boolean(),
        fc.stringMatching(/^(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?$/),
        fc.integer({ min: -500, max: 500 }),
      )
      .map(([minus, digits, power]) => `${minus ? "-" : ""}${digits}e${power}`);
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 5 }), (literals) => {
        const { value } = read(`[${literals.join(", ")}]`);
        expect(value).toEqual(literals.map(requireNumber));
        expect(equalNodes(read(printJson(value, 1)).value, value)).toBe(true);
      }),
    );
  });

  it("in strings and keys are left alone", () => {
    const { value } = read('{": 9223372036854775807": "[9223372036854775807]"}');
    expect(value).toEqual({ ": 9223372036854775807": "[9223372036854775807]" });
  });

  it("are counted neither as keys nor as values of a key", () => {
    expect(read('{"a": 9223372036854775807, "b": 1e400}', true).diagnostics).toEqual([]);
    expect(read('{"a": 9223372036854775807, "a": 1}', true).value).toEqual({ a: 1 });
  });
});
