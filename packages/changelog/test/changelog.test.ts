import { appendRevision, type Ledger, replay } from "@shapelog/ledger";
import { AUTH_EVENTS_VALUES, type AuthEventsValues, authEventsModel } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createChangeset } from "../src/changeset.js";
import { setChangesetBump } from "../src/changeset-bump.js";
import { checkChangelog } from "../src/check-changelog.js";
import { printFactsBlock } from "../src/facts-block.js";
import { replaceFacts } from "../src/replace-facts.js";
import { seedChangelog } from "../src/seed-changelog.js";

const empty: Ledger = { service: "events", revisions: [] };
const baseline = append(empty, "2017-11-28", AUTH_EVENTS_VALUES.before);
const ledger = append(baseline, "2022-08-18", AUTH_EVENTS_VALUES.after);

function append(to: Ledger, date: string, values: AuthEventsValues): Ledger {
  const source = { name: "botocore", version: "1.27.55" };
  const { revision } = appendRevision(to, authEventsModel(values), { date, source });
  return { service: to.service, revisions: [...to.revisions, revision!] };
}

const { steps } = replay(ledger);
const step = steps[1]!;
const { id } = step.revision;
const seeded = seedChangelog({ packageName: "@example/events", service: "events", steps });

function check(changelog: string, ...changesets: readonly string[]) {
  return checkChangelog({
    ledger,
    steps,
    packageName: "@example/events",
    changelog: { file: "CHANGELOG.md", text: changelog },
    changesets: changesets.map((text, index) => ({ file: `.changeset/${index}.md`, text })),
  }).diagnostics;
}

describe("printFactsBlock", () => {
  it("names what went as well as what came, with verdict, operation and path", () => {
    expect(printFactsBlock("events", step)).toBe(`<!-- shapelog:facts events ${id} -->
**2022-08-18** (botocore 1.27.55)

- Check your code: \`ListAuthEvents\` response \`AuthEvents[].EventResponse\`: removed \`Success\` and \`Failure\`; added \`Pass\`, \`Fail\` and \`InProgress\`.
- Check your code: \`ListAuthEvents\` response \`AuthEvents[].EventType\`: added \`PasswordChange\` and \`ResendCode\`.
- Release: major, because values left \`AuthEvents[].EventResponse\`, which can stop programs from compiling.
<!-- /shapelog:facts -->`);
  });
});

describe("createChangeset", () => {
  it("asks for the bump of its worst finding and carries the facts", () => {
    const { bump, name, text } = createChangeset({ service: "events", packageName: "@example/events", step });
    expect({ bump, name }).toEqual({ bump: "major", name: `events-${id}.md` });
    expect(text).toMatch(/^---\n"@example\/events": major\n---\n\n/);
    expect(text).toContain(printFactsBlock("events", step));
  });
});

describe("what was taken back before a release", () => {
  const back = append(ledger, "2022-08-19", AUTH_EVENTS_VALUES.before);
  const all = replay(back).steps;
  const of = { service: "events", packageName: "@example/events" };

  it("asks for no bump, and says so", () => {
    const { bump, text } = createChangeset({ ...of, step: all[2]!, takesBack: [id] });
    expect(bump).toBe("none");
    expect(text).toMatch(/^---\n"@example\/events": none\n---\n/);
    expect(text).toContain(`This takes back ${id}, which was not released`);
  });

  const checkBack = (text: string, ...changesets: readonly string[]) =>
    checkChangelog({
      ledger: back,
      steps: all,
      packageName: of.packageName,
      changelog: { file: "CHANGELOG.md", text },
      changesets: changesets.map((each) => ({ file: ".changeset/a.md", text: each })),
    }).diagnostics;
  const start = seedChangelog({ ...of, steps: all.slice(0, 1) });

  it("may be told of nowhere, as release tools leave it out, but not of one half alone", () => {
    expect(checkBack(start)).toEqual([]);
    const half = createChangeset({ ...of, step: all[1]! }).text;
    expect(checkBack(start, half)).toMatchObject([
      { code: "changelog/missing-facts", data: { revision: all[2]!.revision.id } },
    ]);
  });

  it("asks for nothing while all of it waits, but for the release of what it tells of beside the rest", () => {
    const [, change, revert] = all;
    const none = (text: string) => setChangesetBump(text, of.packageName, { bump: "none" });
    const texts = [change!, revert!].map((each) => createChangeset({ ...of, step: each }).text);
    expect(checkBack(start, ...texts.map(none))).toEqual([]);
    expect(checkBack(seedChangelog({ ...of, steps: all.slice(0, 2) }), none(texts[1]!))).toMatchObject([
      { code: "changelog/low-bump" },
    ]);
    expect(checkBack(seedChangelog({ ...of, steps: all }))).toEqual([]);
  });
});

describe("checkChangelog", () => {
  it("is content with what was made from the ledger", () => {
    expect(check(seeded)).toEqual([]);
  });

  it("is content with a block that waits in a changeset, and with one a release tool moved and indented", () => {
    const start = seedChangelog({
      packageName: "@example/events",
      service: "events",
      steps: steps.slice(0, 1),
    });
    const block = printFactsBlock("events", step);
    expect(check(start, `---\n"@example/events": major\n---\n\nA note.\n\n${block}\n`)).toEqual([]);
    const indented = block
      .split("\n")
      .map((line) => (line === "" ? line : `  ${line}`))
      .join("\n");
    expect(check(`# x\n\n## 2.0.0\n\n- 1234567: A note.\n\n${indented}\n\n${start}`)).toEqual([]);
    expect(check(`${seeded.replaceAll("\n", "\r\n")}`)).toEqual([]);
  });

  it("finds a fact that was edited, at its line", () => {
    const text = seeded.replace("removed `Success` and `Failure`; ", "");
    const [diagnostic, ...others] = check(text);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ code: "changelog/wrong-facts", data: { revision: id } });
    expect(text.slice(diagnostic!.location!.offset).split("\n")[0]).toContain("AuthEvents[].EventResponse");
  });

  it.each([
    ["a missing block", "# empty\n", ["changelog/missing-facts", "changelog/missing-facts"]],
    ["a block told twice", `${seeded}\n${printFactsBlock("events", step)}\n`, ["changelog/repeated-facts"]],
    [
      "a block of no known revision",
      `${seeded}\n${printFactsBlock("events", step).replace(`events ${id}`, "events 2022-08-19")}`,
      ["changelog/unknown-revision"],
    ],
    [
      "a block without an end",
      seeded.replace("<!-- /shapelog:facts -->", ""),
      ["changelog/unclosed-facts", "changelog/missing-facts"],
    ],
  ])("finds %s", (_, text, codes) => {
    expect(check(text).map((diagnostic) => diagnostic.code)).toEqual(codes);
  });

  it("leaves the blocks of other services alone", () => {
    expect(check(`${seeded}\n${printFactsBlock("other", step)}\n`)).toEqual([]);
  });
});

describe("replaceFacts", () => {
  it("puts an edited block right, keeps its indentation and touches nothing else", () => {
    const broken = seeded.replace("removed `Success` and `Failure`; ", "");
    expect(replaceFacts({ file: "CHANGELOG.md", text: broken }, { service: "events", steps })).toBe(seeded);
    const indented = (text: string) =>
      text
        .split("\n")
        .map((line) => (line === "" ? line : `  ${line}`))
        .join("\n");
    expect(replaceFacts({ file: "x", text: indented(broken) }, { service: "events", steps })).toBe(
      indented(seeded),
    );
  });
});
