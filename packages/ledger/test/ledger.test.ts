import { diffModels } from "@shapelog/changes";
import { createModel, equalModels, type Model, requireNumber, shapeName } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendRevision } from "../src/append-revision.js";
import { digestModel } from "../src/digest.js";
import { findLifespans } from "../src/find-lifespans.js";
import { findModelAt } from "../src/find-model-at.js";
import { createRevisionId, type Ledger, type Revision } from "../src/ledger.js";
import { printRevision } from "../src/print-revision.js";
import { readLedger } from "../src/read-ledger.js";
import { replay } from "../src/replay.js";
import { sealRevision } from "../src/seal.js";

const older = authEventsModel(AUTH_EVENTS_VALUES.before);
const newer = authEventsModel(AUTH_EVENTS_VALUES.after);

function append(ledger: Ledger, model: Model, date: string): Ledger {
  const { revision, diagnostics } = appendRevision(ledger, model, {
    date,
    source: { name: "botocore" },
    note: "A note.",
  });
  expect(diagnostics).toEqual([]);
  return { ...ledger, revisions: [...ledger.revisions, revision!] };
}

const ledger = append(append({ service: "events", revisions: [] }, older, "2017-11-28"), newer, "2022-08-18");
const [oldId = "", newId = ""] = ledger.revisions.map(({ id }) => id);

function files(of: Ledger) {
  return of.revisions.map((revision) => ({
    file: `ledger/${revision.id}.json`,
    text: printRevision(of.service, revision),
  }));
}

/** Returns a ledger as it is read back: what is written is sealed. */
function sealed(of: Ledger): Ledger {
  const seal = (revision: Revision) => ({ ...revision, seal: sealRevision(of.service, revision) });
  return { ...of, revisions: of.revisions.map(seal) };
}

describe("a ledger of numbers beyond a double", () => {
  const limited = (max: string) =>
    createModel([{ kind: "long", id: "a#L", traits: { "smithy.api#range": { max: requireNumber(max) } } }]);

  it("holds their digits as JSON numbers, and replays to them", () => {
    const first = append({ service: "events", revisions: [] }, limited("9223372036854775807"), "2020-01-01");
    const both = append(first, limited("9223372036854775806"), "2020-01-02");
    expect(files(both)[1]!.text).toContain('"max": 9223372036854775806');
    const { ledger: read, diagnostics } = readLedger("events", files(both));
    expect(diagnostics).toEqual([]);
    expect(equalModels(replay(read).model, limited("9223372036854775806"))).toBe(true);
    expect(both.revisions[0]!.after).not.toBe(both.revisions[1]!.after);
  });

  it("replays as it was recorded where it was recorded with doubles", () => {
    const [revision] = append(
      { service: "events", revisions: [] },
      limited("9223372036854776000"),
      "2020-01-01",
    ).revisions;
    const text = printRevision("events", revision!);
    expect(text).toContain('"max": 9223372036854776000');
    // The digest that was made when every number was a double.
    expect(text).toContain("sha256:6cb7895cdfb1776a5678971755ea24353888f3206f45679c4ba4d42afd5e7b67");
    const { ledger: read } = readLedger("events", [{ file: `ledger/${revision!.id}.json`, text }]);
    expect(replay(read).diagnostics).toEqual([]);
  });

  it("takes them for the values of enums, and for no place in a list and no text", () => {
    const member = {
      name: "A",
      target: "smithy.api#Unit",
      traits: { "smithy.api#enumValue": requireNumber("9223372036854775807") },
    };
    const { kind, id } = { kind: "intEnum", id: "a#E" } as const;
    const first = append(
      { service: "events", revisions: [] },
      createModel([{ kind, id, traits: {}, members: [] }]),
      "2020-01-01",
    );
    const both = append(first, createModel([{ kind, id, traits: {}, members: [member] }]), "2020-01-02");
    expect(readLedger("events", files(both)).diagnostics).toEqual([]);
    const [, { file, text }] = files(both) as [unknown, { file: string; text: string }];
    for (const [key, written] of [
      ["index", "0"],
      ["note", '"A note."'],
    ]) {
      const wrong = text.replace(`"${key}": ${written}`, `"${key}": 9007199254740993`);
      expect(wrong).not.toBe(text);
      expect(readLedger("events", [{ file, text: wrong }]).diagnostics).toMatchObject([
        { code: "ledger/not-a-revision" },
      ]);
    }
  });
});

describe("a ledger", () => {
  it("is read back from its files as it was written", () => {
    const read = readLedger("events", files(ledger));
    expect(read.diagnostics).toEqual([]);
    expect(read.ledger).toEqual(sealed(ledger));
  });

  it("replays to every model that was recorded, whatever the models are", () => {
    fc.assert(
      fc.property(fc.array(arbitraryModel({ maxShapes: 4 }), { minLength: 1, maxLength: 4 }), (models) => {
        let kept: Ledger = { service: "events", revisions: [] };
        const recorded: Model[] = [];
        for (const model of models) {
          if (diffModels(recorded.at(-1) ?? createModel([]), model).length === 0) continue;
          kept = append(kept, model, "2020-01-01");
          recorded.push(model);
        }
        const { ledger: read, diagnostics } = readLedger("events", files(kept));
        expect(diagnostics).toEqual([]);
        const { steps, diagnostics: problems } = replay(read);
        expect(problems).toEqual([]);
        expect(steps.map((step, index) => equalModels(step.after, recorded[index]!))).toEqual(
          recorded.map(() => true),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("has a name for each revision that is made of its date and its content", () => {
    expect([oldId, newId]).toEqual([
      expect.stringMatching(/^2017-11-28-[0-9a-f]{8}$/),
      expect.stringMatching(/^2022-08-18-[0-9a-f]{8}$/),
    ]);
    const [one, other] = ["Ours.", "Theirs."].map(
      (note) => appendRevision(ledger, older, { date: "2022-08-18", note }).revision?.id,
    );
    expect(one).not.toBe(other);
    const taken = appendRevision(ledger, older, { date: "2022-08-18" }).revision!;
    expect(createRevisionId(taken, new Set([taken.id]))).toMatch(/^2022-08-18-[0-9a-f]{8}$/);
    expect(createRevisionId(taken, new Set([taken.id]))).not.toBe(taken.id);
  });

  it("has its revisions in the order in which they follow each other, with names of either kind", () => {
    const third = append(
      ledger,
      authEventsModel({ ...AUTH_EVENTS_VALUES.after, eventType: ["SignIn"] }),
      "2022-08-18",
    );
    expect(readLedger("events", files(third).reverse()).ledger).toEqual(sealed(third));
    const ids = ["2017-11-28", "2022-08-18", "2022-08-18.2"];
    const renamed = { ...third, revisions: third.revisions.map((each, at) => ({ ...each, id: ids[at]! })) };
    expect(readLedger("events", files(renamed).reverse()).ledger).toEqual(sealed(renamed));
  });

  it("has nothing to record where nothing changed", () => {
    const { revision, diagnostics } = appendRevision(ledger, newer, { date: "2022-08-19" });
    expect(revision).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "ledger/nothing-to-record", severity: "note" }]);
  });

  it.each([
    ["2022-02-30", "ledger/bad-date"],
    ["18.08.2022", "ledger/bad-date"],
    ["2020-01-01", "ledger/date-before-last"],
  ])("refuses the date %s", (date, code) => {
    expect(appendRevision(ledger, older, { date }).diagnostics).toMatchObject([{ code }]);
  });
});

describe("replay", () => {
  it("finds an edited change by its digest", () => {
    const edited: Ledger = JSON.parse(JSON.stringify(ledger).replaceAll("InProgress", "Ongoing"));
    expect(replay(edited).diagnostics).toMatchObject([
      { code: "ledger/wrong-digest", location: { file: `${newId}.json`, pointer: "/after" } },
    ]);
  });

  it("says of two branches which revisions to put behind which", () => {
    const third = authEventsModel({ ...AUTH_EVENTS_VALUES.after, eventType: ["SignIn"] });
    const base = { ...ledger, revisions: ledger.revisions.slice(0, 1) };
    const other = append(base, third, "2022-08-19").revisions[1]!;
    const merged = readLedger("events", files({ ...ledger, revisions: [...ledger.revisions, other] })).ledger;
    expect(replay(merged).steps).toHaveLength(2);
    expect(replay(merged).diagnostics).toMatchObject([
      {
        code: "ledger/fork",
        message: `Two branches recorded on ${oldId}: ${newId}, and ${other.id}. Put ${other.id} behind ${newId} with: npx shapelog record --service events --rebase`,
        location: { file: `${other.id}.json`, pointer: "/before" },
        related: [{ location: { file: `${newId}.json` } }],
      },
    ]);
  });

  it("finds a missing revision", () => {
    const gap = { ...ledger, revisions: ledger.revisions.slice(1) };
    expect(replay(gap).diagnostics).toMatchObject([{ code: "ledger/broken-chain" }]);
  });

  it("names the change that does not fit", () => {
    const [first, second] = ledger.revisions;
    const doubled = {
      ...ledger,
      revisions: [first!, { ...second!, changes: [...second!.changes, ...second!.changes] }],
    };
    expect(replay(doubled).diagnostics).toMatchObject([
      {
        code: "ledger/does-not-replay",
        location: { pointer: `/changes/${second!.changes.length}` },
        related: [{ location: { pointer: "/changes/0" } }],
      },
    ]);
  });
});

describe("readLedger", () => {
  it.each([
    ["no JSON", "{", "json/syntax"],
    ["another document", "{}", "ledger/not-a-revision"],
    ["a change of no known kind", change({ kind: "shape.vanished" }), "ledger/not-a-revision"],
    [
      "a shape that is none",
      change({ kind: "shape.added", shape: "a#B", after: null }),
      "ledger/not-a-revision",
    ],
    [
      "a field too many",
      change({ kind: "metadata.added", key: "a", after: 1, extra: 1 }),
      "ledger/not-a-revision",
    ],
  ])("reports %s and reads the other files", (_, text, code) => {
    const read = readLedger("events", [...files(ledger), { file: "ledger/2023-01-01.json", text }]);
    expect(read.diagnostics).toMatchObject([{ code, location: { file: "ledger/2023-01-01.json" } }]);
    expect(read.ledger).toEqual(sealed(ledger));
  });

  it("reports a file under a name that is not its date, and one of another service", () => {
    const [first] = files(ledger);
    expect(readLedger("events", [{ ...first!, file: "2001-01-01.json" }]).diagnostics).toMatchObject([
      { code: "ledger/wrong-name" },
    ]);
    expect(readLedger("other", [first!]).diagnostics).toMatchObject([{ code: "ledger/wrong-service" }]);
  });
});

function change(value: object): string {
  const digest = `sha256:${"0".repeat(64)}`;
  const fields = {
    format: "shapelog-ledger/1",
    service: "events",
    date: "2023-01-01",
    before: digest,
    after: digest,
  };
  return JSON.stringify({ ...fields, changes: [value] });
}

describe("findModelAt", () => {
  it.each([
    ["2022-08-17", older, oldId],
    ["2022-08-18", newer, newId],
    ["2030-01-01", newer, newId],
  ])("gives the model as it stood on %s", (date, model, revision) => {
    const found = findModelAt(ledger, date);
    expect(equalModels(found.model, model)).toBe(true);
    expect(found.revision?.id).toBe(revision);
  });

  it("gives the model right after a revision, by its id", () => {
    expect(findModelAt(ledger, oldId).revision?.id).toBe(oldId);
    expect(findModelAt(ledger, newId).revision?.id).toBe(newId);
    expect(findModelAt(ledger, "2022-08-18-00000000").diagnostics).toMatchObject([
      { code: "ledger/no-such-revision" },
    ]);
  });

  it("counts a revision that follows a later one from that one's day", () => {
    const third = authEventsModel({ ...AUTH_EVENTS_VALUES.after, eventType: ["SignIn"] });
    const [, , last] = append(ledger, third, "2022-08-19").revisions;
    const merged = { ...ledger, revisions: [...ledger.revisions, { ...last!, date: "2022-08-01" }] };
    expect(replay(merged).diagnostics).toEqual([]);
    expect(findModelAt(merged, "2022-08-17").revision?.id).toBe(oldId);
    expect(findModelAt(merged, "2022-08-18").revision?.id).toBe(last?.id);
  });

  it("says that there is no model before the baseline", () => {
    expect(findModelAt(ledger, "2017-11-27").diagnostics).toMatchObject([{ code: "ledger/no-model-at" }]);
  });
});

describe("findLifespans", () => {
  const spans = findLifespans(ledger);
  const of = (id: string) => spans.get(eventsId(id));

  it("tells since when a value is there, and until when one was", () => {
    expect(of("EventResponseType$Success")).toEqual([
      {
        since: "2017-11-28",
        sinceRevision: oldId,
        removed: "2022-08-18",
        removedRevision: newId,
      },
    ]);
    expect(of("EventResponseType$Pass")).toEqual([{ since: "2022-08-18", sinceRevision: newId }]);
    expect(of("ChallengeResponse$Success")).toEqual([{ since: "2017-11-28", sinceRevision: oldId }]);
  });

  it("tells since when something is deprecated, the last time, and not of what is no longer", () => {
    const deprecated = (...ids: string[]) => {
      const shapes = [...newer.shapes].map(([id, shape]): [string, typeof shape] => {
        const mark = <T extends { readonly traits: object }>(of: T, name: string) =>
          ids.includes(name) ? { ...of, traits: { ...of.traits, "smithy.api#deprecated": {} } } : of;
        const members = "members" in shape ? shape.members.map((each) => mark(each, each.name)) : [];
        return [
          id,
          { ...mark(shape, shapeName(id)), ...("members" in shape ? { members } : {}) } as typeof shape,
        ];
      });
      return { ...newer, shapes: new Map(shapes) };
    };
    const first = append(ledger, deprecated("EventType", "Pass"), "2023-01-01");
    const second = append(append(first, newer, "2023-02-01"), deprecated("Pass"), "2023-03-01");
    const found = findLifespans(second);
    expect(found.get(eventsId("EventType"))?.[0]).not.toHaveProperty("deprecated");
    expect(found.get(eventsId("EventResponseType$Pass"))).toMatchObject([
      { since: "2022-08-18", deprecated: "2023-03-01", deprecatedRevision: second.revisions.at(-1)?.id },
    ]);
    expect(findLifespans(first).get(eventsId("EventType"))?.[0]).toMatchObject({ deprecated: "2023-01-01" });
    expect(
      findLifespans(append({ service: "events", revisions: [] }, deprecated("Pass"), "2020-01-01")).get(
        eventsId("EventResponseType$Pass"),
      ),
    ).toMatchObject([{ deprecated: "2020-01-01" }]);
  });

  it("opens a second lifespan for what comes back", () => {
    const back = findLifespans(append(ledger, older, "2023-01-01")).get(
      eventsId("EventResponseType$Success"),
    );
    expect(back).toHaveLength(2);
    expect(back?.[1]).toMatchObject({ since: "2023-01-01" });
  });
});

describe("digestModel", () => {
  it("does not depend on the order of shapes or keys, but on the order of members", () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const reversed = { shapes: new Map([...model.shapes].reverse()), metadata: model.metadata };
        expect(digestModel(reversed)).toBe(digestModel(model));
      }),
    );
    const values = AUTH_EVENTS_VALUES.after;
    const turned = authEventsModel({ ...values, eventType: [...values.eventType].reverse() });
    expect(digestModel(turned)).not.toBe(digestModel(newer));
  });
});
