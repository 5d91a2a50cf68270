import { translatePattern } from "@shapelog/emit";
import { createMatcher } from "@shapelog/runtime/checks";
import { expectLinear } from "@shapelog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { bindInput, load, member, shape, simple } from "./build-service.js";

const SLOW = ".*[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}";

function textOf(shapes: Parameters<typeof bindInput>[0]): string {
  const { model, service } = bindInput(shapes);
  return emitValidators(model, { service })
    .files.map(({ text }) => text)
    .join("");
}

describe("a pattern that a regular expression is slow for", () => {
  const shapes = [
    shape("structure", "Input", [member("a", "Slow"), member("b", "Slow", { length: { max: 200 } })]),
    simple("string", "Slow", { pattern: SLOW }),
  ];

  it("is checked as the regular expression does", async () => {
    const { wire } = await load(shapes);
    const uuid = "x 4b2a9f3e-6d0c-4c1b-9a53-0123456789ab y";
    expect(wire.is("Input", { a: uuid, b: uuid })).toBe(true);
    expect(wire.is("Input", { a: "4b2a9f3e" })).toBe(false);
  });

  it("takes time in step with the text", async () => {
    const { wire } = await load(shapes);
    expectLinear((size) => wire.validate("Input", { a: "a".repeat(size) }), { size: 400_000 });
  });

  it("is named in messages as it is written", async () => {
    const { wire } = await load(shapes);
    const result = wire.validate("Input", { a: "-" });
    expect(result.ok || result.errors[0].message).toContain(`/${SLOW.slice(0, 40)}`);
  });

  it("is a regular expression where a limit makes it fast, which then is checked first", async () => {
    const limited = [
      shape("structure", "Input", [member("a", "Slow"), member("list", "List"), member("map", "Map")]),
      simple("string", "Slow", { pattern: "^.*a.*b$", length: { max: 100 } }),
      shape("list", "List", [member("member", "Slow")]),
      shape("map", "Map", [member("key", "Slow"), member("value", "Slow")]),
    ];
    expect(textOf(limited)).not.toContain("createMatcher");
    const { wire } = await load(limited);
    const long = "a".repeat(30_000);
    expectLinear(
      (size) => {
        const text = "a".repeat(size);
        wire.validate("Input", { a: text, list: [text], map: { [text]: text } });
      },
      { size: 100_000 },
    );
    const result = wire.validate("Input", { a: long, list: [long], map: { [long]: long } });
    expect(result.ok || result.errors.map(({ keyword }) => keyword)).toEqual([
      "length",
      "length",
      "length",
      "length",
    ]);
  });
});

describe("a table", () => {
  it("takes what the regular expression takes, packed and read by the runtime", () => {
    const part = fc.constantFrom(
      ..."ab-._",
      ...[
        "\\w",
        "[a-c]",
        ".",
        "\\p{L}",
        "(?:a|ab)",
        "[^-]+",
        "a*",
        "(?:-a)*",
        "\\w{1,3}",
        "b?",
        "é",
        "😀",
        "\\b",
      ],
    );
    const body = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    const pattern = fc.tuple(body, body, fc.constantFrom("", "(?!a-)", "(?=.*b)")).map(([a, b, look]) => {
      return `^${look}(?:(?:${a})+)+(?:${b}|.*x)$`; // slow for any text
    });
    const text = fc.string({ unit: fc.constantFrom(..."aab-._xé ", "😀", "\ud800"), maxLength: 8 });
    let tables = 0;
    let taken = 0;
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 20 }), (source, texts) => {
        const translated = translatePattern(source);
        if (!translated.ok || translated.table === undefined) return;
        tables++;
        const matcher = createMatcher(source, translated.table);
        const regular = new RegExp(translated.source, translated.flags);
        for (const each of texts) {
          const expected = regular.test(each);
          if (expected) taken++;
          if (matcher.test(each) !== expected) expect.unreachable(`${source} on ${JSON.stringify(each)}`);
        }
      }),
      { numRuns: 600 },
    );
    expect(tables).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(20);
  });
});
