import { describe, expect, it } from "vitest";
import { addReleases, printKnownReleases, readKnownReleases } from "./known-releases.js";

const release = (version: string, ...revisions: readonly string[]) => ({ version, revisions });

describe("known releases", () => {
  it("are read as they were printed, whatever a revision is called", () => {
    const releases = [release("1.1.0-next.0", "2024-01-01-1a2b3c4d", "a b\n%"), release("1.0.0")];
    expect(readKnownReleases(printKnownReleases(releases))).toEqual(releases);
    expect(readKnownReleases(printKnownReleases(releases).replaceAll("\n", "\r\n"))).toEqual(releases);
  });

  it("grow by those above them, and by none where one of them is gone", () => {
    const known = [release("1.0.0", "a")];
    const newer = release("1.1.0", "b");
    expect(addReleases(known, [newer, release("1.0.0")])).toEqual([newer, ...known]);
    expect(addReleases(known, [newer, release("1.0.1", "a")])).toEqual(known);
    expect(addReleases([], [newer, ...known])).toEqual([newer, ...known]);
  });
});
