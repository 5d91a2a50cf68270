import { appendRevision, type Ledger, replay } from "@shapelog/ledger";
import { type AuthEventsValues, authEventsModel } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createChangeset } from "../src/changeset.js";
import { getReleaseLine } from "../src/changesets.js";
import { checkChangelog } from "../src/check-changelog.js";
import { decideRelease } from "../src/decide-release.js";
import { findKnownReleases, type KnownRelease } from "../src/known-releases.js";
import { seedChangelog } from "../src/seed-changelog.js";

const NONE: AuthEventsValues = { eventType: ["SignIn", "SignUp"], eventResponse: ["Success", "Failure"] };
const MORE: AuthEventsValues = { ...NONE, eventType: ["SignIn", "SignUp", "Resend"] };
const FEWER: AuthEventsValues = { ...MORE, eventResponse: ["Success"] };

/** Returns the ledger of a model that goes through these values, one revision a day. */
function ledgerOf(...values: readonly AuthEventsValues[]) {
  let ledger: Ledger = { service: "events", revisions: [] };
  for (const [index, each] of values.entries()) {
    const { revision } = appendRevision(ledger, authEventsModel(each), { date: `2024-01-0${index + 1}` });
    ledger = { service: "events", revisions: [...ledger.revisions, revision!] };
  }
  return { ledger, steps: replay(ledger).steps };
}

const OF = { packageName: "@example/events", service: "events" };
const MANIFEST = "packages/events/package.json";
const CHANGELOG = "packages/events/CHANGELOG.md";
const PENDING = ".changeset/events.md";

type Files = Readonly<Record<string, string>>;

/** A package with a seeded changelog, released as 0.1.0 and 1.0.0, and a change that waits. */
async function createReleased() {
  const { ledger, steps } = ledgerOf(NONE, MORE, FEWER, MORE);
  const [, more, fewer, again] = steps.map((step) => createChangeset({ ...OF, step }));
  const release = async (text = "", type: "minor" | "major" = "minor") => {
    const summary = text.replace(/^---\n[\s\S]*?\n---\n/, "").trim();
    const line = await getReleaseLine({ summary, id: "a", commit: "0123456789", releases: [] }, type, null);
    return `### ${type === "minor" ? "Minor" : "Major"} Changes\n\n${line}\n`;
  };
  const [title, seeded] = seedChangelog({ ...OF, steps: steps.slice(0, 1) }).split("\n\n## ");
  const changelog = [
    title,
    `## 1.0.0\n\n${await release(fewer?.text, "major")}`,
    `## 0.1.0\n\n${await release(more?.text)}`,
    `## ${seeded}`,
  ].join("\n\n");
  const files: Files = {
    [CHANGELOG]: changelog,
    [MANIFEST]: `{ "version": "1.0.0" }`,
    [PENDING]: again?.text ?? "",
  };
  const check = (edited: Files, released?: readonly KnownRelease[]) => {
    const version = JSON.parse(edited[MANIFEST] ?? "").version;
    const { diagnostics } = checkChangelog({
      ...{ ledger, steps, packageName: OF.packageName, released },
      version: { text: version, location: { file: MANIFEST, pointer: "/version" } },
      changelog: { file: CHANGELOG, text: edited[CHANGELOG] ?? "" },
      changesets: edited[PENDING] === undefined ? [] : [{ file: PENDING, text: edited[PENDING] }],
    });
    return diagnostics.map(({ code, location }) => ({
      code: code.replace("changelog/", ""),
      file: location?.file,
      at: edited[location?.file ?? ""]?.slice(location?.offset).split("\n")[0],
    }));
  };
  return { files, check };
}

const { files, check } = await createReleased();

function edit(file: string, from: string, to: string): Files {
  expect(files[file]).toContain(from);
  return { ...files, [file]: files[file]?.replace(from, to) ?? "" };
}

it("what was released and what waits agrees with the ledger", () => {
  expect(check(files)).toEqual([]);
});

describe("an edit is found at its place, with the right cause first", () => {
  it.each([
    [PENDING, '"@example/events": minor', '"@example/events": patch', "low-bump", "patch"],
    [PENDING, '"@example/events": minor', "'@example/events': none", "low-bump", "none"],
    [PENDING, '"@example/events": minor\n', "", "missing-release", "---"],
    [PENDING, '"@example/events"', '"@example/audit"', "missing-release", "---"],
    [PENDING, '": minor', '": huge', "bad-changeset", "---"],
    [PENDING, "Release: minor", "Release: major", "wrong-facts", "- Release: major"],
    [CHANGELOG, "Release: major", "Release: patch", "wrong-facts", "- Release: patch"],
    [CHANGELOG, "removed `Failure`", "removed `Success`", "wrong-facts", "- Check your code"],
    [CHANGELOG, "## 1.0.0", "## 0.2.1", "version-gap", "## 0.2.1"],
    [CHANGELOG, "## 1.0.0", "## 0.0.9", "version-order", "## 0.0.9"],
    [CHANGELOG, "## 1.0.0", "## 1.0.1", "version-gap", "## 1.0.1"],
    [CHANGELOG, "## 0.1.0", "## 0.0.1", "past-low-version", "## 0.0.1"],
    [CHANGELOG, "## 0.1.0", "## 1.0.0", "version-order", "## 1.0.0"],
  ])("%s: %s → %s", (file, from, to, code, at) => {
    const [first] = check(edit(file, from, to));
    expect(first).toEqual({ code, file, at: expect.stringMatching(new RegExp(`^${at}`)) });
  });

  it.each(["1.0.1", "1.1.0", "2.0.0", "0.1.0", "0.0.0", "1.0.0-next.0"])("a manifest of %s", (version) => {
    const found = check(edit(MANIFEST, "1.0.0", version));
    expect(found.map(({ code, file }) => [code, file])).toEqual([["wrong-version", MANIFEST]]);
  });

  it("a version that the manifest does not have, and that cannot come next, is wrong in the changelog", () => {
    const found = check(edit(CHANGELOG, "## 1.0.0", "## 1.4.0"));
    expect(found.map(({ code, at }) => [code, at])).toEqual([
      ["version-gap", "## 1.4.0"],
      ["wrong-version", "## 1.4.0"],
    ]);
  });

  it("a manifest of a package that was never released", () => {
    const { ledger, steps } = ledgerOf(NONE);
    const changelog = { file: CHANGELOG, text: seedChangelog({ ...OF, steps }) };
    const codes = (text: string) =>
      checkChangelog({
        ...{ ledger, steps, packageName: OF.packageName, changelog, changesets: [] },
        version: { text, location: { file: MANIFEST, pointer: "/version" } },
      }).diagnostics.map(({ code }) => code);
    expect(codes("0.0.0")).toEqual([]);
    expect(codes("1.0.0")).toEqual(["changelog/wrong-version"]);
  });
});

describe("a version that is known to be released", () => {
  const known = findKnownReleases({ file: CHANGELOG, text: files[CHANGELOG] ?? "" }, OF.service);
  const text = files[CHANGELOG] ?? "";
  const [title = "", newest = "", oldest = "", seed = ""] = text.split(/^(?=## )/m);
  const withText = (changelog: string) => ({ ...files, [CHANGELOG]: changelog });
  const [facts = ""] = /<!-- shapelog:facts[\s\S]*?<!-- .shapelog:facts -->/.exec(oldest) ?? [];

  it("has the revisions that its section tells of", () => {
    expect(known.map(({ version, revisions }) => [version, revisions.length])).toEqual([
      ["1.0.0", 1],
      ["0.1.0", 1],
    ]);
    expect(check(files, known)).toEqual([]);
  });

  it.each([
    ["an edited heading", text.replace("## 0.1.0", "## 0.2.0"), "lost-version", "## 0.2.0"],
    ["an edited heading of the newest", text.replace("## 1.0.0", "## 1.0.1"), "lost-version", "## 1.0.1"],
    ["a heading that is gone", text.replace("## 1.0.0", ""), "lost-version", "## 0.1.0"],
    ["a section that is gone", title + newest + seed, "lost-version", "## 1.0.0"],
    [
      "facts that were moved up",
      `${title}${newest}${facts}\n\n${oldest.replace(facts, "")}${seed}`,
      "moved-facts",
      "<!-- shapelog:facts",
    ],
  ])("is held: %s", (_, edited, code, at) => {
    expect(edited).not.toBe(text);
    expect(check(withText(edited), known)[0]).toEqual({
      code,
      file: CHANGELOG,
      at: expect.stringMatching(new RegExp(`^${at}`)),
    });
  });

  it("says nothing of versions above it, which are new", () => {
    expect(check(files, known.slice(1))).toEqual([]);
  });
});

describe("what is left of a facts block that is none any more", () => {
  it.each([
    ["its first line", "shapelog:facts", "shapelog:fact", "<!-- shapelog:fact "],
    ["its last line", /^<!-- shapelog:facts.*\n/m, "", "<!-- /shapelog:facts"],
  ])("is where it is missed: %s", (_, from, to, at) => {
    const edited = { ...files, [PENDING]: files[PENDING]?.replace(from, to) ?? "" };
    expect(check(edited)[0]).toEqual({
      code: "missing-facts",
      file: PENDING,
      at: expect.stringContaining(at),
    });
  });
});

describe("a bump may be bigger than what is asked for", () => {
  it("in a changeset", () => {
    expect(check(edit(PENDING, '"@example/events": minor', '"@example/events": major'))).toEqual([]);
  });

  it("in a version", () => {
    const edited = edit(CHANGELOG, "## 0.1.0", "## 1.0.0")[CHANGELOG]?.replace("## 1.0.0", "## 2.0.0");
    expect(check({ ...edit(MANIFEST, "1.0.0", "2.0.0"), [CHANGELOG]: edited ?? "" })).toEqual([]);
  });
});

/** As if the release that breaks had been a patch. */
const low: Files = { ...edit(CHANGELOG, "## 1.0.0", "## 0.1.1"), [MANIFEST]: '{ "version": "0.1.1" }' };

describe("below 1.0.0", () => {
  const released = {
    ...edit(CHANGELOG, "## 1.0.0", "## 0.2.0"),
    ...{ [MANIFEST]: `{ "version": "0.2.0" }` },
  };

  it("a minor release may break, as ranges of npm do not take it by themselves", () => {
    expect(check(released)).toEqual([]);
  });

  it("a patch may not, until a changeset makes up for it", () => {
    expect(check(low).map(({ code }) => code)).toEqual(["past-low-version"]);
    const text = files[PENDING]?.replace(": minor", ": patch") ?? "";
    expect(check({ ...low, [PENDING]: text }).map(({ code }) => code)).toEqual(["low-bump", "low-version"]);
  });

  it("a first release may not be smaller than what it asks for: nothing was at 0.0.0", () => {
    const text = files[CHANGELOG]?.replace(/## 0\.1\.0\n\n### Minor Changes\n/, "### More\n") ?? "";
    expect(check({ ...files, [CHANGELOG]: text })).toEqual([]);
    const first = { [CHANGELOG]: text.replace("## 1.0.0", "## 0.0.1"), [MANIFEST]: '{ "version": "0.0.1" }' };
    const waiting = { [PENDING]: files[PENDING]?.replace(": minor", ": patch") ?? "" };
    expect(check({ ...first, ...waiting }).map(({ code }) => code)).toEqual(["low-bump", "low-version"]);
  });
});

describe("a version that was too small", () => {
  it("is made up for by a changeset that asks for a release as big", () => {
    const text = files[PENDING]?.replace(": minor", ": major") ?? "";
    expect(check({ ...low, [PENDING]: text }).map(({ code }) => code)).toEqual(["past-low-version"]);
  });

  it("is made up for by a later version", () => {
    const text = low[CHANGELOG]?.replace("\n\n## 0.1.1", "\n\n## 1.0.0\n\n- Nothing new.\n\n## 0.1.1") ?? "";
    const codes = check({ ...files, [CHANGELOG]: text }).map(({ code }) => code);
    expect(codes).toEqual(["past-low-version"]);
  });
});

describe("decideRelease", () => {
  const { steps } = ledgerOf(NONE, MORE, FEWER, MORE, NONE);
  const decide = (...days: readonly number[]) => {
    const chosen = days.map((day) => steps[day - 1]?.revision.id ?? "2024-01-09");
    return decideRelease(steps, { chosen: new Set(chosen) }).bump;
  };

  it.each([
    ["a baseline asks for what is new", [1], "minor"],
    ["a change for what it does", [2], "minor"],
    ["one that breaks for a major release", [3], "major"],
    ["several for the biggest", [2, 3], "major"],
    ["a change and its revert for a patch that tells of both", [3, 4], "patch"],
    ["what is undone in part for what is left", [2, 3, 4], "minor"],
    ["all that is undone, for a patch", [2, 3, 4, 5], "patch"],
    ["a revert does not undo what another release told of", [3, 5], "major"],
    ["what no ledger has, for a patch", [9], "patch"],
  ])("%s", (_, days, bump) => {
    expect(decide(...days)).toBe(bump);
  });
});
