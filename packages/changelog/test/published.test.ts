import { createAwsDelta, printAwsPage } from "@shapelog/diff/aws";
import type { Step } from "@shapelog/ledger";
import { appendRevision, type Ledger, replay } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import { expectLinear, modelOf } from "@shapelog/testing";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { checkPage, type IsNamed, readPage } from "../src/published/index.js";

/** Returns the second revision of a ledger of two models. */
function stepBetween(before: Model, after: Model): Step {
  let ledger: Ledger = { service: "events", revisions: [] };
  for (const [date, model] of [
    ["2017-11-28", before],
    ["2022-08-18", after],
  ] as const) {
    const { revision } = appendRevision(ledger, model, { date });
    ledger = { service: "events", revisions: [...ledger.revisions, revision!] };
  }
  return replay(ledger).steps[1]!;
}

const EVENTS = stepBetween(
  authEventsModel(AUTH_EVENTS_VALUES.before),
  authEventsModel(AUTH_EVENTS_VALUES.after),
);

/** All values or the member of a finding stand in the text. */
const isNamed: IsNamed = ({ changes, member }, text) => {
  const valuesOf = (kind: "enum.value.removed" | "enum.value.added") =>
    changes.flatMap((change) => (change.kind === kind ? [String(change.value)] : []));
  const gone = valuesOf("enum.value.removed");
  const values = gone.length > 0 ? gone : valuesOf("enum.value.added");
  return (values.length > 0 ? values : [member ?? "?"]).every((name) => text.includes(name));
};

interface Checked {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  /** What stands in the page where each diagnostic is. */
  readonly places: readonly string[];
  readonly told: number;
  readonly wrong: number;
}

/** Holds the first section of a page against a step. */
function hold(text: string, step: Step = EVENTS, file = "page.txt"): Checked {
  const page = readPage({ file, text });
  const [section] = page.sections;
  expect(section).toBeDefined();
  const checked = checkPage({ page, section: section!, service: "events", step, isNamed });
  const all = [...page.diagnostics, ...checked.diagnostics];
  return {
    codes: all.map(({ code }) => code.replace("changelog/", "")),
    messages: all.map(({ message }) => message),
    places: all.map(({ location }) => text.slice((location as { offset: number }).offset).split("\n")[0]!),
    told: checked.told,
    wrong: checked.wrong,
  };
}

const ADDITIONS = `{'AuthEvents': {'EventResponse': {'Fail', 'InProgress', 'Pass'},
                'EventType': {'PasswordChange', 'ResendCode'}}}`;

/** The public page's facts in our words. */
const PAGE = `Example Events

2022/08/18 - Example Events - 1 updated api methods

Changes\u00a0 Success and Failure were never returned, so we took them out.

ListAuthEvents\u00a0(updated) Link ¶
Changes (response)
${ADDITIONS}

Lists events.

Request Syntax

client.list_auth_events(
    UserPoolId='string'
)
`;

const html = (values: string) => `<!DOCTYPE html><html><head><title>2022/08/18</title>
<script>var x = "ListAuthEvents (new)";</script></head><body>
<h1 class="title"><span>&nbsp;</span> &nbsp; Example Events</h1><nav><ul><li>Example Events</li></ul></nav>
<div class="tile is-child box">
<p class="title is-5">
    2022/08/18
    - Example Events -
    1 updated
    api methods
</p><p style="margin-bottom: 0.5em"><span class="tag">Changes</span>&nbsp;
  Success and Failure were never returned, so we took them out.</p>
<details id="ListAuthEvents"><summary><span>ListAuthEvents</span>&nbsp;(updated)</summary>
<span><a href="#ListAuthEvents">Link ¶</a></span><br/><span><em>Changes</em> (response)</span>
<pre>${values.replaceAll("'", "&#39;")}</pre><p>Lists events.</p></details></div></body></html>`;

describe("the page of the story", () => {
  const omission =
    "The page omits (Check your code): `Success` and `Failure` left `AuthEvents[].EventResponse` in the response of `ListAuthEvents`. Its prose names it, and not where.";

  it("omits the values that left, and agrees in the rest", () => {
    const { codes, messages, places, told } = hold(PAGE);
    expect({ codes, messages, told }).toEqual({ codes: ["page-omits"], messages: [omission], told: 2 });
    expect(places[0]).toMatch(/^'Fail', 'InProgress'/);
  });

  it.each([
    ["HTML", html(ADDITIONS), "page.html"],
    ["HTML under any name", html(ADDITIONS), "page"],
    ["HTML with indented values", html(ADDITIONS.replaceAll("\n", "\n    ")), "page.html"],
    ["Windows' line ends", PAGE.replaceAll("\n", "\r\n"), "page.txt"],
    ["a mangled pilcrow", PAGE.replace("¶", "\u0392\u0386"), "page.txt"],
    ["no link", PAGE.replace(" Link ¶", ""), "page.txt"],
    ["the link in a line of its own", PAGE.replace(" Link ¶", "\nLink ¶"), "page.txt"],
    ["blanks that do not break everywhere", PAGE.replaceAll(" ", "\u00a0"), "page.txt"],
    ["no blanks that do not break", PAGE.replaceAll("\u00a0", " "), "page.txt"],
    [
      "lines that a narrow window broke",
      PAGE.replace("updated api", "updated\napi").replace(": {'F", ":\n{'F"),
      "page.txt",
    ],
    ["all lines indented", PAGE.replaceAll(/^(?=.)/gm, "    "), "page.txt"],
    ["other text around it", `Cookies!\n\n${PAGE}\n\nAWS API Changes\n`, "page.txt"],
  ])("is read as %s", (_, text, file) => {
    const { messages, told } = hold(text, EVENTS, file);
    expect({ messages, told }).toEqual({ messages: [omission], told: 2 });
  });

  it("says what prose alone tells where that says the place, and nothing of a sentence that tells all elsewhere", () => {
    const { codes } = hold(
      PAGE.replace("Success and Failure were", "EventResponse no longer has Success or Failure, which were"),
    );
    expect(codes).toEqual(["page-prose-alone"]);
  });

  it("omits the place, too, without a note", () => {
    const { messages } = hold(PAGE.replace(/Changes\u00a0 .*\n\n/, ""));
    expect(messages).toEqual([omission.replace(" Its prose names it, and not where.", "")]);
  });

  it("shows the sentence at its place, where HTML has entities before it", () => {
    const text = html(ADDITIONS).replace("Success and", "Success &amp; much&nbsp;more, and");
    const page = readPage({ file: "page.html", text });
    const { diagnostics } = checkPage({
      page,
      section: page.sections[0]!,
      service: "events",
      step: EVENTS,
      isNamed,
    });
    const [related] = diagnostics[0]!.related!;
    expect(text.slice((related!.location as { offset: number }).offset)).toMatch(/^Success &amp;/);
  });
});

describe("additions that the page does not list", () => {
  it("are omissions, with what it lists of them", () => {
    const { messages } = hold(PAGE.replace(", 'ResendCode'", "").replace("'Pass'", "'Fail'"));
    expect(messages).toHaveLength(3);
    expect(messages).toContain(
      "The page omits (Check your code): `PasswordChange` and `ResendCode` came to `AuthEvents[].EventType` in the response of `ListAuthEvents`.",
    );
  });

  it("are none where an overview lists no operation, which is said", () => {
    const { codes } = hold(PAGE.slice(0, PAGE.indexOf("ListAuthEvents")));
    expect(codes).toEqual(["page-incomplete", "page-omits", "page-omits", "page-omits"]);
  });
});

describe("what the page claims and is not so", () => {
  it.each([
    [
      "a value that is not there",
      ["'Pass'", "'Pass', 'Passed'"],
      /does not list the value "Passed"/,
      /^'Passed'/,
    ],
    [
      "a value that was there",
      ["'ResendCode'", "'ResendCode', 'SignIn'"],
      /value "SignIn" did not come/,
      /^'SignIn'/,
    ],
    [
      "a member that is not there",
      ["'EventType'", "'Kind': 'string', 'EventType'"],
      /AuthEvents\[\]\.Kind .* no such member/,
      /^'Kind'/,
    ],
    [
      "a member that was there",
      ["'EventType'", "'ChallengeResponses': 'list', 'EventType'"],
      /ChallengeResponses .* did not come/,
      /^'list'/,
    ],
    [
      "values of what is no enum",
      ["{'Fail', 'InProgress', 'Pass'}", "{'A': {'B'}}"],
      /its type is "Pass \| Fail \| InProgress", and the page says "structure"/,
      /^\{'A'/,
    ],
    [
      "a new operation that is not",
      ["(updated)", "(new)"],
      /not new, it was there before/,
      /^ListAuthEvents/,
    ],
    ["a removed operation that is there", ["(updated)", "(removed)"], /still there/, /^ListAuthEvents/],
    [
      "an operation that is not there",
      ["ListAuthEvents\u00a0", "ListEvents\u00a0"],
      /no such operation/,
      /^ListEvents/,
    ],
    ["a side", ["(response)", "(request)"], /no such member/, /^'AuthEvents'/],
  ])("%s", (_, [from, to], message, place) => {
    const { codes, messages, places, wrong } = hold(PAGE.replace(from!, to!));
    const index = codes.indexOf("page-wrong");
    expect(messages[index]).toMatch(message);
    expect(places[index]).toMatch(place);
    expect(wrong).toBe(1);
  });
});

const CLIMATE = (body: string) =>
  modelOf(`$version: "2"
namespace example.climate
@title("Climate") service Climate { version: "1", operations: [Put, Get] }
operation Put { input: Put_, output: Given }
operation Get { output: Given }
${body}`);
const CLIMATE_STEP = stepBetween(
  CLIMATE(`structure Put_ { a: String, notes: Notes, old: String }
structure Given { by: ByName, kinds: Kinds, size: String }
map ByName { key: String, value: Part }
list Notes { member: Part }
list Kinds { member: Kind }
structure Part { x: String }
enum Kind {
  A = "a"
}`),
  CLIMATE(`structure Put_ { a: String, notes: Notes, @required must: String, fresh: Fresh }
structure Given { by: ByName, kinds: Kinds, size: Sizes }
map ByName { key: String, value: Part }
list Notes { member: Part }
list Kinds { member: Kind }
list Sizes { member: String }
structure Part { x: String, y: String }
enum Kind {
  A = "a"
  B = "b"
}
structure Fresh { one: Kind, many: Many }
list Many { member: Part }`),
);

/** The page of the `aws` view. */
function viewOf({ before, after }: Step): string {
  return printAwsPage(createAwsDelta(before, after), after, { date: "2022-08-18" });
}

describe("a page that the aws view prints", () => {
  it("tells all that came through lists and maps, and omits the rest", () => {
    const { codes, messages, wrong } = hold(viewOf(CLIMATE_STEP), CLIMATE_STEP);
    expect(wrong).toBe(0);
    expect([...new Set(codes)]).toEqual(["page-omits"]);
    expect(messages.map((message) => /\): (.*?)\.$/.exec(message)?.[1])).toEqual([
      "`size` has another type: `String` → `Sizes` (list)",
      "`old` is gone",
    ]);
  });

  it("tells that a new member has to be sent only where its documentation is there", () => {
    const text = viewOf(CLIMATE_STEP);
    expect(text).toContain("[REQUIRED]");
    const { messages } = hold(text.replace("[REQUIRED]", ""), CLIMATE_STEP);
    expect(messages.filter((message) => message.includes("must now set"))).toHaveLength(1);
  });

  it("is wrong in the type of what came", () => {
    const { messages, wrong } = hold(
      viewOf(CLIMATE_STEP).replace("'one': 'a | b'", "'one': 'integer'"),
      CLIMATE_STEP,
    );
    expect(wrong).toBe(1);
    expect(messages[0]).toContain(
      'fresh.one in the request of Put: its type is "a | b", and the page says "integer"',
    );
  });
});

describe("pages of several sections", () => {
  it("have one for each service and day, each with its own operations and note", () => {
    const other = `2022/08/19 - Other Things - 1 new 2 updated api methods

Changes\u00a0 More
of them.

Make\u00a0(new) Link ¶

Makes.

Take\u00a0(updated) Link ¶
Changes (request, response)
Request
{'A': 'string'}
Response
{'B': {'X'}}
`;
    const { kind, sections, diagnostics } = readPage({ file: "page.txt", text: `${PAGE}\n${other}` });
    expect({ kind, diagnostics }).toEqual({ kind: "changes", diagnostics: [] });
    expect(
      sections.map(({ service, date, counts, prose, operations }) => ({
        ...{ service, date, counts, prose: prose.text },
        operations: operations.map(({ name, word, sides }) => [name, word, ...sides.map(({ side }) => side)]),
      })),
    ).toEqual([
      {
        ...{ service: "Example Events", date: "2022-08-18", counts: { updated: 1 } },
        prose: "Success and Failure were never returned, so we took them out.",
        operations: [["ListAuthEvents", "updated", "response"]],
      },
      {
        ...{
          service: "Other Things",
          date: "2022-08-19",
          counts: { new: 1, updated: 2 },
          prose: "More of them.",
        },
        operations: [
          ["Make", "new"],
          ["Take", "updated", "request", "response"],
        ],
      },
    ]);
  });

  it("take the service from the title where the heading has the day alone", () => {
    const { sections } = readPage({ file: "a", text: PAGE.replace("- Example Events - 1", "- 1") });
    expect(sections[0]).toMatchObject({ service: "Example Events", date: "2022-08-18" });
  });
});

describe("a changelog", () => {
  const CHANGELOGS: readonly [string, string, object][] = [
    [
      "Markdown",
      "# Changes\n\n## 2.1.0 (2022-08-18)\n\n- Took Success out.\n",
      { version: "2.1.0", date: "2022-08-18" },
    ],
    ["a day in words", "## August 18, 2022\n\nTook it out.\n", { date: "2022-08-18" }],
    [
      "a link in the heading",
      "## [v2.1.0](https://example.com/v2.0.0...v2.1.0) - 2022/8/18\n\nx\n",
      { version: "2.1.0", date: "2022-08-18" },
    ],
    [
      "reStructuredText",
      "1.27.55\n=======\n\n* api-change:``events``: Took it out.\n",
      { version: "1.27.55" },
    ],
    ["HTML", "<html><body><h2>2.1.0</h2><ul><li>Took it out.</li></ul></body></html>", { version: "2.1.0" }],
  ];
  it.each(CHANGELOGS)("is read as %s", (_, text, expected) => {
    const { kind, sections } = readPage({ file: "CHANGELOG", text });
    expect(kind).toBe("changelog");
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject(expected);
  });

  it.each([
    [
      "* api-change:``events``: Took\n  it out.",
      ["api-change", "events"],
      "api-change:``events``: Took   it out.",
    ],
    ["- **@example/events:** took it out", ["events"], "**@example/events:** took it out"],
    ["## Events\n\n- Took it out.", ["Events"], "Took it out."],
    ["* `a/b/events`: [v1](x)\n  * Took it out.", ["events"], "`a/b/events`: [v1](x)\n  * Took it out."],
  ])("says what its entries are about: %j", (body, labels, text) => {
    const { sections } = readPage({ file: "CHANGELOG.md", text: `# 1.2.0\n\n${body}\n\n# 1.1.0\n\nOld.\n` });
    expect(sections).toHaveLength(2);
    expect(sections[0]?.entries.map((entry) => [entry.labels, entry.prose.text])).toEqual([[labels, text]]);
  });

  it("omits what it does not name, additions that are safe not asked for", () => {
    const text =
      "## 2022-08-18\n\nAdded Pass, Fail and InProgress to EventResponse, and PasswordChange and ResendCode to EventType.\n";
    const { codes, messages, told } = hold(text, EVENTS, "CHANGELOG.md");
    expect({ codes, told }).toEqual({ codes: ["page-omits"], told: 2 });
    expect(messages[0]).toContain("`Success` and `Failure` left");
  });
});

describe("a text that is none of these", () => {
  it.each([
    ["empty", ""],
    ["blanks", " \n\u00a0\n"],
    ["binary", `PNG\0\u0001${"\0".repeat(100)}`],
    ["an empty HTML page", "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>"],
  ])("is reported: %s", (_, text) => {
    const { sections, diagnostics } = readPage({ file: "page", text });
    expect(sections).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["changelog/page-unreadable"]);
  });

  it("has no day where it is a page of another site", () => {
    const [section] = readPage({ file: "page", text: "Hello.\n\nThis is about cooking.\n" }).sections;
    expect([section?.date, section?.version, section?.service]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a value that cannot be read", () => {
  it.each([
    ["unterminated", "{'AuthEvents': {'EventResponse': {'Fail'"],
    ["nested too deep", "{'AuthEvents': ".repeat(100_000)],
    [
      "not closed before the next operation",
      "{'AuthEvents': {'EventType': {'A',\n\nOther (updated) Link ¶\nChanges (response)\n'B'}}}",
    ],
  ])("is reported where it is %s, and the rest is read", (_, value) => {
    const page = readPage({ file: "page.txt", text: PAGE.replace(ADDITIONS, value) });
    const [first] = page.diagnostics;
    expect(first).toMatchObject({ code: "changelog/page-unread-value", exit: "usage" });
    expect(page.sections[0]?.operations[0]).toMatchObject({ name: "ListAuthEvents", sides: [] });
  });
});

describe("the time to read a page grows with its length alone", () => {
  it.each([
    [
      "values",
      (size: number) => PAGE.replace("'Pass'", Array.from({ length: size }, (_, n) => `'v${n}'`).join(", ")),
    ],
    ["operations", (size: number) => `${PAGE}\n`.repeat(size)],
    ["blanks behind a day", (size: number) => `2022/08/18${" ".repeat(size * 100)}`],
    ["days", (size: number) => "2022/08/18 - a ".repeat(size * 10)],
    ["dashes behind days", (size: number) => "2022/08/18 - a - b - c\n".repeat(size * 10)],
    ["blank lines", (size: number) => `${PAGE}${" \n".repeat(size * 100)}`],
    ["open tags", (size: number) => `<html>${"<div>".repeat(size * 10)}${PAGE}`],
    ["headings", (size: number) => "# 1.2.3\n\n- a: b\n".repeat(size * 10)],
    ["brackets", (size: number) => `# 1.2.3\n\n- ${"](".repeat(size * 50)}: b\n`],
    ["comments", (size: number) => "<!--".repeat(size * 10)],
  ])("%s", (_, textOf) => {
    expectLinear((size) => readPage({ file: "page", text: textOf(size) }), { size: 2000 });
  });
});
