import { describe, expect, expectTypeOf, it } from "vitest";
import { defineCatalog } from "../src/catalog.js";
import { type Diagnostic, hasSeverity, isAtLeast } from "../src/diagnostic.js";
import { findPosition } from "../src/position.js";
import { printGithub } from "../src/print-github.js";
import { printJson } from "../src/print-json.js";
import { printSarif } from "../src/print-sarif.js";
import { printText } from "../src/print-text.js";

const catalog = defineCatalog("example", {
  "too-long": {
    severity: "warning",
    message: (d: { name: string; limit: number }) => `${d.name} is longer than ${d.limit}.`,
  },
  lost: { severity: "error", message: (d: { what: string }) => `${d.what} is lost.` },
});

const text = '{\n  "a": 1,\n  "b": 22\n}\n';
const sources = {
  text: (file: string) => (file === "a.json" ? text : undefined),
  offsetOf: (source: string, pointer: string) => (pointer === "/b" ? source.indexOf("22") : undefined),
};
const found = catalog.create("too-long", { file: "a.json", pointer: "/b" }, { name: "b", limit: 1 });

describe("defineCatalog", () => {
  it("makes diagnostics with their domain, severity, text and data", () => {
    expect(found).toEqual({
      code: "example/too-long",
      severity: "warning",
      message: "b is longer than 1.",
      data: { name: "b", limit: 1 },
      location: { file: "a.json", pointer: "/b" },
    });
  });

  it("says what a command exits with where that is not for what it found", () => {
    const files = defineCatalog("files", {
      gone: { severity: "error", exit: "usage", message: () => "Gone." },
    });
    expect(files.create("gone", undefined, {})).toMatchObject({ exit: "usage" });
    expect(found).not.toHaveProperty("exit");
  });

  it("types the data by code", () => {
    expectTypeOf(found).toEqualTypeOf<Diagnostic<{ name: string; limit: number }>>();
    // @ts-expect-error `lost` says what is lost
    catalog.create("lost", undefined, { name: "b", limit: 1 });
    // @ts-expect-error there is no such code
    expect(() => catalog.create("gone", undefined, {})).toThrow();
  });
});

describe("severity", () => {
  it("grows from note over warning and danger to error", () => {
    expect(isAtLeast("danger", "warning")).toBe(true);
    expect(isAtLeast("note", "warning")).toBe(false);
    expect(hasSeverity([found])).toBe(false);
    expect(hasSeverity([found], "warning")).toBe(true);
  });
});

describe("findPosition", () => {
  it.each([
    ["the start", "ab\ncd", 0, 1, 1, "ab"],
    ["after a line feed", "ab\ncd", 3, 2, 1, "cd"],
    ["after CRLF, which is one line break", "ab\r\ncd", 4, 2, 1, "cd"],
    ["after a lone carriage return", "ab\rcd", 4, 2, 2, "cd"],
    ["past the end", "ab", 99, 1, 3, "ab"],
    ["an empty text", "", 0, 1, 1, ""],
  ])("knows %s", (_, source, offset, line, column, lineText) => {
    expect(findPosition(source, offset)).toEqual({ line, column, lineText });
  });
});

describe("printText", () => {
  it("shows the message, the place, and the line with a caret under it", () => {
    expect(printText([found], { sources })).toBe(
      [
        "warning b is longer than 1. [example/too-long]",
        "  at a.json:3:8 (/b)",
        '  3 |   "b": 22',
        "    |        ^",
        "",
      ].join("\n"),
    );
  });

  it("shows the pointer alone where the text is not at hand, and related places", () => {
    const related = [{ message: "The first is here.", location: { file: "b.json", offset: 3 } }];
    const diagnostic = catalog.create("lost", { file: "b.json", pointer: "/x" }, { what: "x" }, related);
    expect(printText([diagnostic], { sources })).toBe(
      [
        "error x is lost. [example/lost]",
        "  at b.json (/x)",
        "  The first is here.",
        "    at b.json",
        "",
      ].join("\n"),
    );
  });

  it("cuts a line of megabytes around the place", () => {
    const long = { text: () => "x".repeat(5_000_000), offsetOf: () => 2000 };
    const shown = printText([found], { sources: long });
    expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThan(120);
  });

  it("lets no name paint the terminal", () => {
    const hostile = catalog.create(
      "lost",
      { file: "\u001b[2Ja.json" },
      { what: "\u001b[31mred\u202e\u0007" },
    );
    const shown = printText([hostile]);
    for (const control of ["\u001b", "\u202e", "\u0007"]) expect(shown).not.toContain(control);
  });
});

describe("printers for machines", () => {
  it("JSON has line and column", () => {
    expect(JSON.parse(printJson([found], sources))).toMatchObject([
      { code: "example/too-long", location: { file: "a.json", line: 3, column: 8 } },
    ]);
  });

  it("GitHub's workflow commands are escaped, one line each", () => {
    const hostile = catalog.create("lost", { file: "a,b:c.json" }, { what: "50%\n::error::x" });
    expect(printGithub([found, hostile], sources)).toBe(
      "::warning title=example/too-long,file=a.json,line=3,col=8::b is longer than 1.\n" +
        "::error title=example/lost,file=a%2Cb%3Ac.json::50%25\\n::error::x is lost.\n",
    );
  });

  it("SARIF's messages have no link and no placeholder of a name's making", () => {
    const hostile = catalog.create("lost", undefined, { what: "[here](javascript:x) {0} ##[error]" });
    const [result] = JSON.parse(printSarif([hostile])).runs[0].results;
    expect(result.message.text).toBe("[here] (javascript:x) {{0}} #\\u{{23}}[error] is lost.");
    expect(result.properties.data).toEqual({ what: "[here](javascript:x) {0} ##[error]" });
  });

  it.each([printJson, printSarif, printGithub, printText])("%o keeps a name's bytes to itself", (print) => {
    const what =
      "\u0000\u0007\u001b[2J\u007f\u009b31m\u2028\u202e\ufeff\r\n::error::x ##[error] ##vso[task.x]";
    const hostile = catalog.create("lost", { file: what, pointer: `/${what}` }, { what }, [
      { message: what, location: { file: what } },
    ]);
    const printed = print([{ ...hostile, code: what }]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff]|##[a-z]*\[/);
    expect(printed).not.toMatch(/^\s*::(?!error title=)/m);
  });

  it("SARIF names each rule once and points into the file", () => {
    const log = JSON.parse(printSarif([found, found], { sources }));
    expect(log.runs[0].tool.driver.rules).toEqual([{ id: "example/too-long" }]);
    expect(log.runs[0].results[1]).toMatchObject({
      ruleId: "example/too-long",
      ruleIndex: 0,
      level: "warning",
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "a.json" }, region: { startLine: 3, startColumn: 8 } },
        },
      ],
    });
  });

  it.each([
    ["a b/c#d.json", "a%20b/c%23d.json"],
    ["git:HEAD:m.json", "./git%3AHEAD%3Am.json"],
    ["\ud800.json", "%EF%BF%BD.json"],
  ])("SARIF has files as URIs: %j", (file, uri) => {
    const log = JSON.parse(printSarif([catalog.create("lost", { file }, { what: "it" })]));
    expect(log.runs[0].results[0].locations).toEqual([{ physicalLocation: { artifactLocation: { uri } } }]);
  });

  describe("SARIF's fingerprints", () => {
    const fingerprints = (...diagnostics: readonly Diagnostic[]): string[] =>
      JSON.parse(printSarif(diagnostics)).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => {
          const value = partialFingerprints["shapelogDiagnostic/v1"];
          expect(partialFingerprints.primaryLocationLineHash).toBe(`${value}:1`);
          return value;
        },
      );
    const at = (location: Diagnostic["location"], what = "it") => catalog.create("lost", location, { what });

    it("stay when the line moves", () => {
      expect(fingerprints(at({ file: "a.json", offset: 5 }))).toEqual(
        fingerprints(at({ file: "a.json", offset: 50 })),
      );
    });

    it("are others of another file, another pointer and other data", () => {
      const all = [
        at({ file: "a.json" }),
        at({ file: "b.json" }),
        at({ file: "a.json", pointer: "/a" }),
        at({ file: "a.json" }, "that"),
        at(undefined),
      ];
      expect(new Set(fingerprints(...all)).size).toBe(all.length);
      expect(fingerprints(...all.toReversed())).toEqual(fingerprints(...all).toReversed());
    });

    it("tell what is the same at two places of a file apart", () => {
      const [first, second] = fingerprints(at({ file: "a", offset: 1 }), at({ file: "a", offset: 9 }));
      expect(first).not.toBe(second);
    });
  });

  it("SARIF has related places", () => {
    const related = [{ message: "The first is here.", location: { file: "a.json", pointer: "/b" } }];
    const log = JSON.parse(
      printSarif([catalog.create("lost", undefined, { what: "it" }, related)], { sources }),
    );
    expect(log.runs[0].results[0].relatedLocations).toMatchObject([
      { message: { text: "The first is here." }, physicalLocation: { region: { startLine: 3 } } },
    ]);
  });
});

describe("pages of rules", () => {
  const page = {
    id: "example/lost",
    covers: [],
    text: "# `example/lost`\n\n**error** · exit 1\n\nSomething\nis lost.\n\nMore.\n",
  };

  it("stand in SARIF logs with their address, their first words and all of them", () => {
    const found = catalog.create("lost", undefined, { what: "it" });
    const log = JSON.parse(printSarif([found], { findPage: (id) => (id === page.id ? page : undefined) }));
    expect(log.runs[0].tool.driver.rules).toEqual([
      {
        id: "example/lost",
        fullDescription: { text: "Something is lost." },
        help: { text: page.text, markdown: page.text },
        helpUri: "https://shapelog.dev/rules/example/lost/",
      },
    ]);
  });
});
