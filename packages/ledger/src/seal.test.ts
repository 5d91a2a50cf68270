import { createModel } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { appendRevision } from "./append-revision.js";
import { checkSeals } from "./check-seals.js";
import type { Ledger, Revision } from "./ledger.js";
import { printRevision } from "./print-revision.js";
import { readLedger, readRevision } from "./read-ledger.js";
import { replay } from "./replay.js";
import { findBrokenSeal, sealRevision } from "./seal.js";

const SERVICE = "events";

/** Returns a ledger of two revisions. */
function createLedger(): Ledger {
  const first = createModel([{ kind: "string", id: "a#S", traits: {} }]);
  const second = createModel([
    { kind: "string", id: "a#S", traits: { "smithy.api#length": { max: 5 } } },
    { kind: "blob", id: "a#B", traits: {} },
  ]);
  let revisions: readonly Revision[] = [];
  for (const [model, date] of [
    [first, "2024-01-01"],
    [second, "2024-02-01"],
  ] as const) {
    const about = { date, source: { name: "drafts", version: "1.0" }, note: "A note." };
    const { revision } = appendRevision({ service: SERVICE, revisions }, model, about);
    revisions = [...revisions, revision!];
  }
  return { service: SERVICE, revisions };
}

const ledger = createLedger();
const [, second] = ledger.revisions as [Revision, Revision];
const TEXT = printRevision(SERVICE, second);
const FILE = `${second.id}.json`;

/** Reads the second revision after an edit of its text. */
function read(text: string, file = FILE): Revision {
  const { revision, diagnostics } = readRevision(SERVICE, { file, text });
  expect(diagnostics).toEqual([]);
  return revision!;
}

describe("a seal", () => {
  it("does not depend on the order of keys or on white space", () => {
    const turn = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .map(([key, each]) => [key, turn(each)])
              .reverse(),
          );
    expect(findBrokenSeal(SERVICE, read(JSON.stringify(turn(JSON.parse(TEXT)))))).toBeUndefined();
    expect(findBrokenSeal(SERVICE, read(TEXT.replaceAll("\n", "\r\n")))).toBeUndefined();
  });

  it.each([
    ["a note", '"A note."', '"A mote."', "/note"],
    ["the version of a source", '"1.0"', '"1.1"', "/source"],
    ["a digest", second.after, second.before ?? "", "/after"],
    ["a change", '"max": 5', '"max": 6', "/changes/1"],
    ["a note that is gone", '  "note": "A note.",\n', "", "/seal/parts/note"],
    ["a note that is new", '"note"', '"forced"', "/forced"],
    ["a digest of the seal", sealRevision(SERVICE, second).parts.note ?? "", "00000000", "/seal/parts/note"],
    ["the digest of all", sealRevision(SERVICE, second).whole, second.after, "/seal/whole"],
  ])("is broken by an edit of %s, and tells the place", (_, is, now, pointer) => {
    const edited = TEXT.replace(is, now);
    expect(edited).not.toBe(TEXT);
    expect(findBrokenSeal(SERVICE, read(edited))?.pointer).toBe(pointer);
  });

  it("is broken by a change that is gone, and by another name of the file", () => {
    const { changes, ...rest } = JSON.parse(TEXT);
    const fewer = JSON.stringify({ ...rest, changes: changes.slice(1) });
    expect(findBrokenSeal(SERVICE, read(fewer))?.pointer).toBe("/changes/0");
    const none = JSON.stringify({ ...rest, changes: [] });
    expect(findBrokenSeal(SERVICE, read(none))?.pointer).toBe("/changes");
    expect(findBrokenSeal(SERVICE, read(TEXT, "2024-02-01-00000000.json"))).toEqual({
      part: "name",
      pointer: "",
    });
  });

  it("is told alone where it is broken, before what does not fit elsewhere", () => {
    const files = ledger.revisions.map((revision) => ({
      file: `${revision.id}.json`,
      text: printRevision(SERVICE, revision),
    }));
    const edited = files.map(({ file, text }) => ({ file, text: text.replace('"a#S"', '"a#T"') }));
    const { steps, diagnostics } = replay(readLedger(SERVICE, edited).ledger);
    expect(steps).toEqual([]);
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual(
      files.map(({ file }) => ["ledger/edited", file]),
    );
  });
});

describe("checkSeals", () => {
  const sealed = (revision: Revision) => ({ ...revision, seal: sealRevision(SERVICE, revision) });
  const [one, two] = ledger.revisions as [Revision, Revision];

  it("warns of what was recorded before there were seals, once", () => {
    expect(checkSeals(ledger)).toMatchObject([
      { code: "ledger/unsealed", severity: "warning", data: { revisions: [one.id, two.id] } },
    ]);
    expect(checkSeals({ ...ledger, revisions: [one, sealed(two)] })).toMatchObject([
      { code: "ledger/unsealed", location: { file: `${one.id}.json` } },
    ]);
  });

  it("fails at what has no seal behind one that has", () => {
    expect(checkSeals({ ...ledger, revisions: [sealed(one), two] })).toMatchObject([
      { code: "ledger/lost-seal", severity: "error", location: { file: `${two.id}.json` } },
    ]);
    expect(checkSeals({ ...ledger, revisions: [sealed(one), sealed(two)] })).toEqual([]);
  });
});
