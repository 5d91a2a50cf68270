import parseChangeset from "@changesets/parse";
import { describe, expect, it } from "vitest";
import { raiseRelease, readReleases } from "./read-releases.js";

const changeset = (front: string, lineBreak = "\n") =>
  `---\n${front}---\n\nPeople read this: "a": major\n`.replaceAll("\n", lineBreak);

describe("readReleases", () => {
  it.each([
    ["one package", '"@example/events": major\n'],
    ["several, in every way to quote", `"@example/events": minor\n'it''s': "patch"\nplain: 'none'\n`],
    ["escapes in a name", '"a\\u0041\\"b": minor\n'],
    ["comments and blank lines", '# all of it\n\n"a": patch # for now\n'],
    ["none at all", ""],
  ])("reads %s as the release tool does, whatever ends its lines", (_, front) => {
    for (const lineBreak of ["\n", "\r\n"]) {
      const text = changeset(front, lineBreak);
      const { releases, problem } = readReleases({ file: "a.md", text });
      expect(problem).toBeUndefined();
      const read = releases.map(({ packageName, bump }) => ({ name: packageName, type: bump }));
      expect(read).toEqual(parseChangeset(text).releases);
      for (const { bump, offset } of releases) expect(text.slice(offset)).toMatch(new RegExp(`^${bump}\\b`));
    }
  });

  it.each([
    ["no first lines", "Prose alone.\n"],
    ["a release that is none", changeset('"a": huge\n')],
    ["a quote without an end", changeset('"a: major\n')],
    ["a package twice", changeset('"a": major\n"a": minor\n')],
  ])("says why it does not read %s, which the release tool does not either", (_, text) => {
    expect(readReleases({ file: "a.md", text }).problem).toBeDefined();
    expect(() => parseChangeset(text)).toThrow();
  });
});

describe("raiseRelease", () => {
  const raise = (text: string) => raiseRelease({ file: "a.md", text }, { packageName: "a", bump: "minor" });

  it.each([
    ["raises a smaller one", '"b": patch\n"a": patch\n', '"b": patch\n"a": minor\n'],
    ["raises one that tells of nothing", "'a': none # later\n", "'a': minor # later\n"],
    ["leaves one as big", '"a": minor\n', '"a": minor\n'],
    ["leaves a bigger one", '"a": major\n', '"a": major\n'],
    ["adds one that is not there", '"b": patch\n', '"a": minor\n"b": patch\n'],
  ])("%s", (_, before, after) => {
    expect(raise(changeset(before))).toBe(changeset(after));
    expect(raise(changeset(before, "\r\n"))).toBe(changeset(after, "\r\n"));
  });

  it("leaves what it cannot read", () => {
    expect(raise("Prose alone.\n")).toBe("Prose alone.\n");
  });
});
