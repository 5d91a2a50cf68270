import { createModel, type Member, type Model, type Traits } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Comparison,
  compareModels,
  countedFindings,
  withAccepted,
  withOwnOperations,
  withPolicy,
} from "../src/comparison.js";
import { createEntries } from "../src/create-entries.js";
import { VERDICTS, type Verdict } from "../src/finding.js";
import { summarize } from "../src/summarize.js";
import { plainText, splitCodeSpans } from "../src/views/code-spans.js";
import { printComparisonGithub } from "../src/views/github.js";
import { printComparisonHtml } from "../src/views/html.js";
import { printComparisonJson } from "../src/views/json.js";
import { printComparisonMarkdown } from "../src/views/markdown.js";
import { printComparisonSarif } from "../src/views/sarif.js";
import { printComparisonText } from "../src/views/text.js";

function compare(before: Model, after: Model): Comparison {
  const locate = (id: string) => ({ file: "models/a b.json", pointer: `/shapes/${id}` });
  return compareModels({ label: "before", model: before }, { label: "after", model: after, locate });
}

const story = compare(authEventsModel(AUTH_EVENTS_VALUES.before), authEventsModel(AUTH_EVENTS_VALUES.after));

const VIEWS: readonly (readonly [string, (comparison: Comparison) => string])[] = [
  ["text", (comparison) => printComparisonText(comparison)],
  ["json", printComparisonJson],
  ["markdown", (comparison) => printComparisonMarkdown(comparison)],
  ["html", printComparisonHtml],
  ["sarif", (comparison) => printComparisonSarif(comparison)],
  ["github", (comparison) => printComparisonGithub(comparison)],
];

/** The story with its first finding accepted. */
function acceptFirst(about: { readonly because: string; readonly by?: string; readonly date?: string }) {
  return withAccepted(story, [{ finding: story.findings[0]?.id ?? "", ...about }]);
}

const lossOfOutputs = compare(twoOperations("output := { done: Boolean }"), twoOperations(""));

function twoOperations(output: string): Model {
  return modelOf(`
    service S { version: "1", operations: [Allow, Forbid] }
    operation Allow { ${output} }
    operation Forbid { ${output} }
  `);
}

describe.each([
  ["text", printComparisonText(lossOfOutputs)],
  ["markdown", printComparisonMarkdown(lossOfOutputs)],
  ["html", printComparisonHtml(lossOfOutputs)],
])("an entry of the %s view", (_, text) => {
  it("says once what two outputs lost", () => {
    expect(text.match(/is no longer returned/g)).toHaveLength(1);
  });
});

it.each([
  ["The host is `cp.maps.`.", 'The host is "cp.maps.".'],
  ["`.` and `a.b` are taken.", '"." and a.b are taken.'],
])("shows in plain text where code ends: %s", (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

describe.each(VIEWS)("the %s view", (_, print) => {
  it("shows what a policy suppressed and changed, with the reasons", () => {
    const policed = withPolicy(story, {
      name: "team",
      entries: [
        { shape: "EventType", suppress: true, reason: "Unknown types are logged." },
        { shape: "EventResponseType", severity: "error", reason: "Responses are stored." },
      ],
    });
    const text = print(policed).replace(/\s+/g, " ").replaceAll("\\.", ".");
    expect(text).toContain("Unknown types are logged.");
    expect(text).toContain("Responses are stored.");
  });

  it("shows who accepted a finding, when and why", () => {
    const text = print(acceptFirst({ by: "Ada", date: "2026-03-01", because: "Nobody compares them." }));
    const words = text.replace(/\s+/g, " ").replaceAll("\\.", ".").replaceAll("\\-", "-");
    for (const each of ["Ada", "2026-03-01", "Nobody compares them."]) expect(words).toContain(each);
  });

  it("still shows what touches none of one's own operations, and marks it", () => {
    const text = print(withOwnOperations(story, [eventsId("Other")]));
    expect(text).toContain("InProgress");
    expect(text).toMatch(/not counted|not yours|"own": false|"others": 2/i);
  });

  it("says the same of the same models, twice", () => {
    expect(print(story)).toBe(print(story));
  });

  it("prints any two models", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (a, b) => {
        const text = print(compare(a, b));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
        expect(text.endsWith("\n") || text === "").toBe(true);
      }),
    );
  });
});

const HOSTILE = [
  "</script><img src=x onerror=alert(1)>",
  "`` ` ``",
  "a|b",
  "[link](javascript:alert(1))",
  "@everyone",
  "\u202egnirts",
  "::error::x\n::set-output name=a::b",
  "'\"&",
];

function hostile(values: readonly string[]): Model {
  const model = authEventsModel({ ...AUTH_EVENTS_VALUES.before, eventType: values });
  const service = model.shapes.get(eventsId("Events"))!;
  const titled = { ...service, traits: { ...service.traits, "smithy.api#title": HOSTILE.join(" ") } };
  return createModel([...model.shapes.values(), titled]);
}

describe("hostile names and values", () => {
  const comparison = compare(hostile(["SignIn"]), hostile(["SignIn", ...HOSTILE]));

  it("become no element or attribute of HTML", () => {
    const html = printComparisonHtml(comparison);
    const tags = new Set([...html.matchAll(/<\/?([^\s>]+)[^>]*>/g)].map(([, tag]) => tag));
    expect(
      [...tags].filter(
        (tag) =>
          !/^(section|h[2-4]|p|code|strong|em|table|caption|tbody|tr|th|td|ul|li|ins|del|details|summary|span)$/.test(
            tag ?? "",
          ),
      ),
    ).toEqual([]);
    expect(html).not.toContain("\u202e");
    expect(html).toContain("&lt;/script&gt;");
    expect(html).toContain("<ins>+ <code>a|b</code></ins>");
  });

  it("stay in code spans in Markdown, and what is outside is escaped", () => {
    for (const line of printComparisonMarkdown(comparison).split("\n")) {
      const outside = splitCodeSpans(line)
        .filter((span) => span.kind === "text")
        .map((span) => span.text)
        .join("");
      expect(outside.replace(/<\/?(details|summary)>|<a id="f-[0-9a-f]{12}"><\/a>/g, "")).not.toMatch(
        /(^|[^\\])[<[]|@\w/,
      );
    }
  });

  it("are escaped where a message has them outside its code spans", () => {
    const said = "<b>x</b> [a](b) @all `code`";
    const findings = story.findings.map((finding) => ({
      ...{ ...finding, message: said, affected: undefined, action: said },
    }));
    const loose = { ...story, findings };
    expect(printComparisonHtml(loose)).toContain("&lt;b&gt;x&lt;/b&gt; [a](b) @all <code>code</code>");
    expect(printComparisonMarkdown(loose)).toContain("\\<b\\>x\\</b\\> \\[a\\](b) @\u200ball `code`");
  });

  it("stay in one workflow command each", () => {
    const lines = printComparisonGithub(comparison).trimEnd().split("\n");
    expect(lines).toHaveLength(comparison.findings.length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) title=/);
    expect(lines.join()).not.toContain("\u202e");
  });

  it("are escaped on a terminal", () => {
    expect(printComparisonText(comparison)).toContain("\\u{202e}gnirts");
  });
});

const UNUSUAL = ["a|b", "x`y", "日本", "", " ", " in between ", "``"];

describe("unusual values", () => {
  const comparison = compare(hostile(["SignIn"]), hostile(["SignIn", ...UNUSUAL]));

  it("are what they are in code spans, and what cannot be seen is said", () => {
    const text = comparison.findings.map(({ message }) => message).join("\n");
    const spans = splitCodeSpans(text).flatMap((span) => (span.kind === "code" ? [span.text] : []));
    expect(spans).toEqual(expect.arrayContaining(["a|b", "x`y", "日本", " in between ", "``"]));
    expect(spans.filter((span) => span.trim() === "")).toEqual([]);
    expect(text).toContain("the empty text");
  });

  it.each(VIEWS)("are all in the %s view", (name, print) => {
    const text = print(comparison);
    for (const value of ["a|b", "x`y", "日本", "the empty text"]) expect(text).toContain(value);
    if (name === "html") expect(text).not.toContain("<code></code>");
    if (name === "text") expect(text).not.toMatch(/\+ *$/m);
  });
});

describe("what happened", () => {
  const model = (members: string, values: string, type: string) =>
    modelOf(`
      use aws.protocols#awsJson1_1
      @awsJson1_1
      service Shop { version: "1", operations: [Put] }
      operation Put { input := { ${members} }, output := { level: Level } }
      intEnum Level { ${values} }
      ${type}
    `);
  // A safe change of the first member, a notice and a break of the second, and an enum that is numbered anew.
  const mixed = compare(
    model(
      '@length(max: 5) first: String, @documentation("one") second: String, level: Level',
      "A = 1\n B = 2\n C = 3\n",
      "",
    ),
    model(
      '@length(max: 9) first: String, @documentation("two") @required second: String, level: Level',
      "A = 1\n B = 3\n C = 5\n",
      "",
    ),
  );

  it("is told worst first in every view, and in each of its entries", () => {
    const entries = createEntries(mixed);
    const ranks = (list: readonly { readonly verdict: Verdict }[]) =>
      list.map(({ verdict }) => VERDICTS.indexOf(verdict));
    for (const list of [entries, ...entries.map(({ findings }) => findings)])
      expect(ranks(list)).toEqual(ranks(list).toSorted());
    expect(entries.find(({ member }) => member === "second")?.findings.map(({ rule }) => rule)).toEqual([
      "request.member.required",
      "documentation.changed",
    ]);
    const json = JSON.parse(printComparisonJson(mixed));
    expect(ranks(json.findings)).toEqual(ranks(json.findings).toSorted());
    for (const { changes } of json.operations) expect(ranks(changes)).toEqual(ranks(changes).toSorted());
  });

  it.each(VIEWS)(
    "is told of all findings of an entry by the %s view, beside the values it lists",
    (_, print) => {
      const text = print(mixed)
        .replace(/\s+/g, " ")
        .replace(/`|<\/?code>/g, "");
      expect(text).toContain("B is 3 now (was 2), C is 5 now (was 3)");
    },
  );
});

describe("a value of an enum", () => {
  const tagged = (traits: Traits) => {
    const model = authEventsModel(AUTH_EVENTS_VALUES.before);
    const shapes = [...model.shapes.values()].map((shape) =>
      shape.kind !== "enum" || shape.id !== eventsId("EventType")
        ? shape
        : {
            ...shape,
            members: shape.members.map((member, index) =>
              index === 0 ? { ...member, traits: { ...member.traits, ...traits } } : member,
            ),
          },
    );
    return createModel(shapes);
  };
  const value = AUTH_EVENTS_VALUES.before.eventType[0] ?? "";

  it.each([
    ["deprecation", { "smithy.api#deprecated": {} }],
    ["text", { "smithy.api#documentation": "New." }],
    ["tag", { "smithy.api#tags": ["new"] }],
    ["mark", { "smithy.api#internal": {} }],
  ])("is named by every view that tells of its %s", (_, traits) => {
    const comparison = compare(tagged({}), tagged(traits));
    for (const [, print] of VIEWS) expect(print(comparison)).toMatch(new RegExp(`\\b${value}\\b`));
  });
});

describe("annotations", () => {
  const levels = (comparison: Comparison) =>
    printComparisonGithub(comparison)
      .split("\n")
      .flatMap((line) => /^::(\w+) /.exec(line)?.[1] ?? []);

  it("are as severe as what counts, and notices for the rest", () => {
    expect(levels(story)).toEqual(["error", "error"]);
    expect(levels(withOwnOperations(story, [eventsId("Other")]))).toEqual(["notice", "notice"]);
    expect(levels(withPolicy(story, { name: "team", entries: [{ suppress: true, reason: "r" }] }))).toEqual([
      "notice",
      "notice",
    ]);
  });
});

describe("a finding that was accepted", () => {
  const accepted = acceptFirst({ because: "Nobody compares them." });

  it("does not count for an exit code, and asks for its release all the same", () => {
    expect(countedFindings(accepted).map(({ id }) => id)).toEqual([story.findings[1]?.id]);
    expect(summarize(accepted)).toMatchObject({ accepted: 1, bump: "major", verdicts: { check: 2 } });
  });

  it("is a notice among annotations", () => {
    expect(printComparisonGithub(accepted)).toMatch(/^::notice .*values-replaced.*\n::error /);
  });

  it("is one by its whole id alone", () => {
    const id = story.findings[0]?.id ?? "";
    for (const finding of [id.slice(0, 11), `${id}0`, id.toUpperCase(), ""])
      expect(countedFindings(withAccepted(story, [{ finding, because: "r" }]))).toHaveLength(2);
  });

  it("has the first of two reasons", () => {
    const finding = story.findings[0]?.id ?? "";
    const both = withAccepted(
      story,
      ["first", "second"].map((because) => ({ finding, because })),
    );
    expect(both.findings[0]?.accepted).toEqual({ because: "first" });
  });

  it("stays so under a policy that suppresses it", () => {
    const policed = withPolicy(accepted, { name: "team", entries: [{ suppress: true, reason: "r" }] });
    const [result] = JSON.parse(printComparisonSarif(policed)).runs[0].results;
    expect(result.suppressions.map((each: { justification: string }) => each.justification)).toEqual([
      "r",
      "Nobody compares them.",
    ]);
  });
});

describe("the reason of an acceptance, whatever it says", () => {
  const hostile = acceptFirst({
    because:
      "\u001b[31m <script>alert(1)</script> --> **[x](javascript:y)** ::error::\n::warning::x @all \u202e",
    by: "A<b>\n::error::",
  });

  it.each(VIEWS)("acts on nothing in the %s view", (_, print) => {
    const text = print(hostile);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).not.toMatch(/^ *::warning::/m);
  });

  it("is text in HTML and in Markdown", () => {
    expect(printComparisonHtml(hostile)).not.toContain("<script>");
    expect(printComparisonHtml(hostile)).not.toContain("A<b>");
    expect(printComparisonMarkdown(hostile)).not.toMatch(/[^\\]<script>|[^\\]\[x\]/);
  });

  it.each(["text", "markdown", "html", "github"])(
    "is shortened in the %s view where it is very long",
    (name) => {
      const print = new Map(VIEWS).get(name)!;
      const long = print(acceptFirst({ because: "😀".repeat(50_000) }));
      expect(long.length - print(story).length).toBeLessThan(3000);
      expect(long).toContain("…");
    },
  );
});

describe("ids on a terminal", () => {
  const ids = (options: Parameters<typeof printComparisonText>[1], comparison = story) =>
    [...printComparisonText(comparison, options).matchAll(/^ {4}finding ([0-9a-f]{12})/gm)].map(
      ([, id]) => id,
    );
  const all = story.findings.map(({ id }) => id);

  it("are there where they are asked for", () => {
    expect(ids({})).toEqual([]);
    expect(ids({ ids: "all" })).toEqual(all);
    expect(ids({ ids: "open" })).toEqual(all);
  });

  it("are not told of what is accepted where only what is open is asked for", () => {
    const accepted = acceptFirst({ because: "r" });
    expect(ids({ ids: "open" }, accepted)).toEqual(all.slice(1));
    expect(ids({ ids: "all" }, accepted)).toEqual(all);
  });
});

it.each([
  ["html", printComparisonHtml],
  ["markdown", (comparison: Comparison) => printComparisonMarkdown(comparison)],
])("each finding has its anchor in the %s view", (_, print) => {
  for (const { id } of story.findings) expect(print(story).split(`id="f-${id}"`)).toHaveLength(2);
});

describe("the SARIF view (OASIS sarif-v2.1.0)", () => {
  const log = JSON.parse(
    printComparisonSarif(
      withPolicy(story, { name: "team", entries: [{ shape: "EventType", suppress: true, reason: "r" }] }),
    ),
  );
  const [run] = log.runs;

  it("has the required properties of a log, a run, its driver and its results", () => {
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "shapelog" } } }] });
    for (const result of run.results) {
      expect(result.message.text).toBeTypeOf("string");
      expect(["none", "note", "warning", "error"]).toContain(result.level);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }
  });

  it("places results at the model file, as a URI, and by shape", () => {
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "models/a%20b.json" } },
        logicalLocations: [
          { fullyQualifiedName: eventsId("EventResponseType"), kind: "type" },
          { fullyQualifiedName: `/shapes/${eventsId("EventResponseType")}`, kind: "jsonPointer" },
        ],
      },
    ]);
  });

  it("has the id of each finding as its fingerprint, by a name with a version and by the one that GitHub reads", () => {
    expect(run.results.map((result: { partialFingerprints: unknown }) => result.partialFingerprints)).toEqual(
      story.findings.map(({ id }) => ({ "shapelogFinding/v1": id, primaryLocationLineHash: `${id}:1` })),
    );
  });

  it("has what was accepted as suppressed, at its level and with the whole reason", () => {
    const because = `Nobody compares them. ${"x".repeat(100_000)}`;
    const [result] = JSON.parse(printComparisonSarif(acceptFirst({ because, by: "Ada" }))).runs[0].results;
    expect(result).toMatchObject({
      level: "error",
      suppressions: [{ kind: "external", status: "accepted", justification: `${because} (accepted by Ada)` }],
    });
  });

  it("marks what a policy suppressed", () => {
    expect(run.results.map((result: { suppressions?: unknown }) => result.suppressions)).toEqual([
      undefined,
      [{ kind: "external", status: "accepted", justification: "r" }],
    ]);
  });
});

describe("a comparison of many changes", () => {
  const members = (count: number): Member[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `Member${index}`,
      target: "smithy.api#String",
      traits: {},
    }));
  const withMembers = (count: number) => {
    const model = authEventsModel(AUTH_EVENTS_VALUES.before);
    const shape = {
      kind: "structure",
      id: eventsId("AuthEvent"),
      traits: {},
      members: members(count),
    } as const;
    return createModel([...model.shapes.values(), shape]);
  };
  const many = compare(withMembers(1), withMembers(200));

  it("is told by rule on a terminal where nothing needs work, or in full", () => {
    expect(printComparisonText(many).split("\n").length).toBeLessThan(20);
    expect(printComparisonText(many)).toContain("member added: AuthEvents[].Member1");
    expect(printComparisonText(many, { all: true }).split("\n").length).toBeGreaterThan(400);
  });

  it("keeps to the columns of the terminal", () => {
    const lines = printComparisonText(many, { width: 60 }).split("\n").slice(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("fits a comment", () => {
    const breaking = compare(withMembers(2000), withMembers(1));
    const text = printComparisonMarkdown(breaking);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\*\d+ more blocks do not fit here\.\*/);
  });

  it("has colour only where it is asked for", () => {
    expect(printComparisonText(story)).not.toContain("\u001b");
    expect(printComparisonText(story, { color: true })).toContain(
      "\u001b[31m    − Success   − Failure\u001b[0m",
    );
  });
});
