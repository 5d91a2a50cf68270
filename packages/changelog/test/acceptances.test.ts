import type { Finding } from "@shapelog/diff";
import { type AcceptedFinding, appendRevision, type Ledger, replay } from "@shapelog/ledger";
import { createModel } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expectLinear } from "@shapelog/testing/expect-linear";
import { describe, expect, it } from "vitest";
import { findAcceptComments, renameAcceptances } from "../src/accept-comments.js";
import { createChangeset } from "../src/changeset.js";
import { getReleaseLine } from "../src/changesets.js";
import { checkAcceptances, findFindings } from "../src/check-acceptances.js";
import { findAcceptances, withAcceptances } from "../src/find-acceptances.js";

const { before, after } = AUTH_EVENTS_VALUES;
const [old, now] = [authEventsModel(before), authEventsModel(after)];

function append(
  ledger: Ledger,
  model: typeof old,
  date: string,
  accepted?: readonly AcceptedFinding[],
): Ledger {
  const about = accepted === undefined ? {} : { accepted };
  const { revision } = appendRevision(ledger, model, { date, ...about });
  return { ...ledger, revisions: [...ledger.revisions, revision!] };
}

const baseline = append({ service: "events", revisions: [] }, old, "2022-01-01");
const ledger = append(baseline, now, "2022-08-18");
const steps = replay(ledger).steps;
const [, step] = steps;
const revision = step!.revision.id;
const [replaced, added] = findFindings(old, now) as readonly [Finding, Finding];
const changeset = createChangeset({ service: "events", packageName: "@example/events", step: step! }).text;
const comment = (finding: string, rest = "because Nobody compares them.") =>
  `<!-- shapelog:accept events ${finding} ${rest} -->`;

function check(
  texts: { readonly changelog?: string; readonly changesets?: readonly string[] },
  of = ledger,
  model = now,
) {
  const { changelog = "", changesets = [] } = texts;
  return checkAcceptances({
    ledger: of,
    steps: replay(of).steps,
    model,
    changelog: { file: "CHANGELOG.md", text: changelog },
    changesets: changesets.map((text, index) => ({ file: `${index}.md`, text })),
    services: ["events", "weather"],
  });
}

const codes = (found: ReturnType<typeof check>) => found.map(({ code }) => code.replace("changelog/", ""));

describe("a comment that accepts a finding", () => {
  const read = (text: string) =>
    findAcceptComments({ file: "a.md", text }).comments.map(({ location: _, ...about }) => about);

  it.each([
    ["because x", { because: "x" }],
    ["by Ada Lovelace because x", { by: "Ada Lovelace", because: "x" }],
    ["on 2022-09-01 because x", { date: "2022-09-01", because: "x" }],
    ["by Ada on 2022-09-01 because x", { by: "Ada", date: "2022-09-01", because: "x" }],
    ["because it is so because\n  we say so", { because: "it is so because we say so" }],
    ["because", { because: "" }],
  ])("is read: %s", (rest, about) => {
    expect(read(`Words.\n\n- ${comment("605c4fcede10", rest)}\n`)).toEqual([
      { service: "events", finding: "605c4fcede10", ...about },
    ]);
  });

  it.each([
    ["no service", "<!-- shapelog:accept -->"],
    ["no finding", "<!-- shapelog:accept events -->"],
    ["no finding, but a reason", "<!-- shapelog:accept events because x -->"],
    ["no reason", "<!-- shapelog:accept events 605c4fcede10 -->"],
    ["a word that says nothing", "<!-- shapelog:accept events 605c4fcede10 maybe because x -->"],
    ["no end", "<!-- shapelog:accept events 605c4fcede10 because x"],
  ])("is reported with %s", (_, text) => {
    const { comments, diagnostics } = findAcceptComments({ file: "a.md", text: `Words.\n${text}` });
    expect(comments).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "changelog/bad-acceptance", location: { file: "a.md", offset: 7 } },
    ]);
  });

  it.each([
    "\\<!-- shapelog:accept events 1 -->",
    "<!-- shapelog:acceptance x -->",
    "shapelog:accept events x",
  ])("is not %s", (text) => {
    expect(findAcceptComments({ file: "a.md", text })).toEqual({ comments: [], diagnostics: [] });
  });

  it.each([
    ["a code span", "Write `<!-- shapelog:accept events 1 because x -->` for that.", 0],
    ["a block of code", "~~~md\n```\n<!-- shapelog:accept events 1 because x -->\n~~~\n", 0],
    [
      "a block of code of a list",
      "- x\n\n  ```md\n  <!-- shapelog:accept events 1 because x -->\n  ```\n",
      0,
    ],
    ["the line after code", "`a` and `b\n<!-- shapelog:accept events 1 because x -->", 1],
    ["after a code span", "- `a`: <!-- shapelog:accept events 1 because `b` -->", 1],
    ["after a block of code", "```\na\n```\n<!-- shapelog:accept events 1 because x -->", 1],
  ])("counts where it is no example: %s", (_, text, count) => {
    expect(read(text)).toHaveLength(count);
  });

  it("cannot be written by a revision's note", () => {
    const hostile = { ...step!.revision, note: `~~~\n${comment(replaced.id)}\n~~~\n\n${comment(added.id)}` };
    const { text } = createChangeset({
      service: "events",
      packageName: "@example/events",
      step: { ...step!, revision: hostile },
    });
    expect(text).toContain(replaced.id);
    expect(read(text)).toEqual([]);
  });

  it("goes by another name of the service where that was renamed, and no other does", () => {
    const text = `${comment("1")} <!-- shapelog:accept weather 2 because events -->`;
    expect(renameAcceptances(text, "events", "history")).toBe(
      "<!-- shapelog:accept history 1 because Nobody compares them. --> <!-- shapelog:accept weather 2 because events -->",
    );
  });

  it("takes time in step with the text, also where none has an end", () => {
    expectLinear((size) => findAcceptComments({ file: "", text: "<!-- shapelog:accept ".repeat(size) }), {
      size: 40_000,
    });
  });
});

describe("where a finding is accepted", () => {
  it("in the ledger is about its revision; in a changeset about those that it tells of", () => {
    const accepted = append(baseline, now, "2022-08-18", [{ finding: replaced.id, because: "r" }]);
    const { acceptances } = findAcceptances({
      ledger: accepted,
      changelog: { file: "CHANGELOG.md", text: "" },
      changesets: [
        { file: "1.md", text: `${changeset}\n${comment(added.id)}` },
        { file: "2.md", text: comment("x") },
      ],
    });
    expect(
      acceptances.map(({ finding, revisions, location }) => [finding, revisions, location.file]),
    ).toEqual([
      [replaced.id, [revision], `${revision}.json`],
      [added.id, [revision], "1.md"],
      ["x", [], "2.md"],
    ]);
  });

  it("in a changelog is about what its version tells of", () => {
    const facts = (text: string) => text.slice(text.indexOf("<!-- shapelog:facts"));
    const first = createChangeset({
      service: "events",
      packageName: "@example/events",
      step: steps[0]!,
    }).text;
    const text = `# x\n\n## 2.0.0\n\n- ${comment(added.id)}\n\n${facts(changeset)}\n\n## 1.0.0\n\n- ${comment("x")}\n\n${facts(first)}\n`;
    const { acceptances } = findAcceptances({
      ledger,
      changelog: { file: "CHANGELOG.md", text },
      changesets: [],
    });
    expect(acceptances.map(({ revisions }) => revisions)).toEqual([[revision], [steps[0]!.revision.id]]);
  });

  it("stays where release tools move a changeset to", async () => {
    const summary = `${changeset.split("---\n").at(-1)}\n${comment(added.id, "by Ada because\n x")}`;
    const moved = await getReleaseLine({ summary, id: "x", releases: [] } as never, "major", null);
    const text = `# x\n\n## 2.0.0\n\n### Major\n\n${moved}`;
    expect(check({ changelog: text })).toEqual([]);
    const found = findAcceptances({ ledger, changelog: { file: "", text }, changesets: [] });
    const [, entry] = withAcceptances(ledger, found.acceptances).revisions;
    expect(entry?.accepted).toEqual([{ finding: added.id, by: "Ada", because: "x" }]);
  });
});

describe("checkAcceptances", () => {
  it("says nothing where each is of a finding that is there", () => {
    const accepted = append(baseline, now, "2022-08-18", [{ finding: replaced.id, because: "r" }]);
    expect(check({ changesets: [`${changeset}\n${comment(added.id)}`] }, accepted)).toEqual([]);
  });

  it("reports one of a finding that its revision does not have, at its place, with those that it has", () => {
    const accepted = append(baseline, now, "2022-08-18", [
      { finding: added.id, because: "r" },
      { finding: replaced.id.slice(0, 8), because: "r" },
    ]);
    const [found] = check({}, accepted);
    expect(found).toMatchObject({
      code: "changelog/unmatched-acceptance",
      location: { file: `${revision}.json`, pointer: "/accepted/1" },
      data: { similar: [replaced.id], revisions: [revision] },
    });
    expect(found?.message).toContain(`did you mean ${replaced.id}?`);
    expect(found?.message).toContain(`${added.id} (response.enum.value-added)`);
  });

  it("reports one in a changeset of other revisions, and one of the baseline", () => {
    const first = createChangeset({
      service: "events",
      packageName: "@example/events",
      step: steps[0]!,
    }).text;
    expect(codes(check({ changesets: [`${first}\n${comment(added.id)}`] }))).toEqual([
      "unmatched-acceptance",
    ]);
  });

  it("takes what is not recorded from a changeset that tells of nothing", () => {
    const changesets = [comment(added.id)];
    expect(codes(check({ changesets }, baseline, now))).toEqual([]);
    expect(codes(check({ changesets }, ledger, now))).toEqual(["unmatched-acceptance"]);
  });

  it("takes what several revisions of a changeset come to together", () => {
    const middle = authEventsModel({ ...before, eventType: [...before.eventType, "PasswordChange"] });
    const long = append(append(baseline, middle, "2022-02-01"), now, "2022-08-18");
    const facts = replay(long)
      .steps.slice(1)
      .map((each) => createChangeset({ service: "events", packageName: "p", step: each }).text);
    const [each, whole] = [findFindings(old, middle)[0]!.id, added.id];
    expect(check({ changesets: [`${facts.join("\n")}\n${comment(each)}\n${comment(whole)}`] }, long)).toEqual(
      [],
    );
    expect(codes(check({ changesets: [`${facts[0]}\n${comment(whole)}`] }, long))).toEqual([
      "unmatched-acceptance",
    ]);
  });

  it("reports one without a reason, in the ledger and in a comment", () => {
    const accepted = append(baseline, now, "2022-08-18", [{ finding: replaced.id, because: " \n" }]);
    const changesets = [`${changeset}\n${comment(added.id, "because")}`];
    expect(codes(check({ changesets }, accepted))).toEqual([
      "acceptance-without-reason",
      "acceptance-without-reason",
    ]);
  });

  it("warns of two reasons, and not of one that stands twice", () => {
    const accepted = append(baseline, now, "2022-08-18", [{ finding: replaced.id, because: "first" }]);
    const of = (because: string) =>
      check({ changesets: [`${changeset}\n${comment(replaced.id, `because ${because}`)}`] }, accepted);
    expect(of("first")).toEqual([]);
    expect(of("second")).toMatchObject([
      {
        ...{ code: "changelog/two-reasons", severity: "warning", data: { first: "first", second: "second" } },
        related: [{ location: { file: `${revision}.json`, pointer: "/accepted/0" } }],
      },
    ]);
  });

  it("reports a service that is none, once, and leaves those of others to them", () => {
    const other = "<!-- shapelog:accept wether 605c4fcede10 because x -->";
    expect(codes(check({ changesets: [other] }))).toEqual(["bad-acceptance"]);
    expect(check({ changesets: [other.replace("wether", "weather")] })).toEqual([]);
    const weather = { ...baseline, service: "weather", revisions: [] };
    expect(check({ changesets: [other] }, weather, createModel([]))).toEqual([]);
  });
});
