import { equalModels, type Model } from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { modelOf } from "@shapelog/testing/model-of";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendRevision } from "./append-revision.js";
import type { Ledger, Revision } from "./ledger.js";
import { orderRevisions } from "./order-revisions.js";
import { rebaseLedger } from "./rebase-ledger.js";
import { replay } from "./replay.js";

const kinds = (...values: readonly string[]) =>
  modelOf(`$version: "2"\nnamespace a\nenum Kind { ${values.join("\n")} }\nstring Name`);

const EMPTY: Ledger = { service: "events", revisions: [] };

function record(ledger: Ledger, model: Model, date = "2026-06-01"): Ledger {
  const { revision } = appendRevision(ledger, model, { date, note: `As of ${date}.` });
  return revision ? { ...ledger, revisions: [...ledger.revisions, revision] } : ledger;
}

/** Returns a ledger with the revisions of two, the first one's before those of the other. */
function merge(one: Ledger, other: Ledger): Ledger {
  const all = new Map(
    [...one.revisions, ...other.revisions].map((each): [string, Revision] => [each.id, each]),
  );
  const isOne = new Set(one.revisions.map(({ id }) => id));
  const choose = (branches: readonly (readonly Revision[])[]) =>
    branches.findIndex(([first]) => isOne.has(first?.id ?? ""));
  return { ...one, revisions: orderRevisions([...all.values()], choose) };
}

/** Rebases, and expects what comes of it to replay to the model but for what is left. */
function rebase(ledger: Ledger, model: Model) {
  const result = rebaseLedger(ledger, model);
  expect(result.diagnostics).toEqual([]);
  const moved = result.moved.flatMap(({ step }) => (step ? [step.revision] : []));
  const revisions = [...result.kept.map(({ revision }) => revision), ...moved];
  const replayed = replay({ ...ledger, revisions });
  expect(replayed.diagnostics).toEqual([]);
  return { ...result, revisions, model: replayed.model };
}

const base = record(EMPTY, kinds("A", "B"));

describe("two branches that changed different places", () => {
  const one = record(base, kinds("A", "B", "C"), "2026-06-10");
  const other = record(record(base, kinds("B"), "2026-06-05"), kinds("B", "D"), "2026-06-06");
  const both = kinds("B", "C", "D");
  const { moved, decided, rest, model } = rebase(merge(one, other), both);

  it("lead to the model that was merged", () => {
    expect(equalModels(model, both)).toBe(true);
    expect([decided, rest]).toEqual([[], []]);
  });

  it("keep each revision's id, date and note, and its own changes", () => {
    const kept = ({ id, date, note }: Revision) => ({ id, date, note });
    expect(moved.map(({ step }) => kept(step!.revision))).toEqual(other.revisions.slice(1).map(kept));
    expect(moved.map(({ step }) => step!.revision.changes.map(({ kind }) => kind))).toEqual([
      ["enum.value.removed"],
      ["enum.value.added"],
    ]);
  });

  it("know what each revision was before", () => {
    expect(moved.map(({ oldStep }) => oldStep?.revision)).toEqual(other.revisions.slice(1));
  });
});

describe("two branches that changed the same place", () => {
  const one = record(base, kinds("A", "B", "C"), "2026-06-10");

  it("leave nothing of a revision that says the same, and nothing to decide", () => {
    const other = record(base, kinds("A", "B", "C"), "2026-06-05");
    const { moved, decided } = rebase(merge(one, other), kinds("A", "B", "C"));
    expect(moved.map(({ step }) => step)).toEqual([undefined]);
    expect(decided).toEqual([]);
  });

  const traits = (doc: string) => modelOf(`$version: "2"\nnamespace a\n/// ${doc}\nstring Name`);
  const start = record(EMPTY, traits("Old."));
  const mine = record(start, traits("Mine."), "2026-06-05");
  const theirs = record(start, traits("Theirs."), "2026-06-10");

  it.each([
    ["the one", "Theirs.", 0],
    ["the other", "Mine.", 1],
    ["a third", "Both.", 1],
  ])("have it as the model has it, which is that of %s, and say so", (_, doc, left) => {
    const { moved, decided, model } = rebase(merge(theirs, mine), traits(doc));
    expect(equalModels(model, traits(doc))).toBe(true);
    expect(decided).toEqual(["a#Name"]);
    expect(moved.flatMap(({ step }) => step ?? [])).toHaveLength(left);
  });

  it("say where the merged model lacks what the branch that stays has", () => {
    const other = record(
      base,
      modelOf('$version: "2"\nnamespace a\nenum Kind { A\nB }\ninteger Name'),
      "2026-06-05",
    );
    const merged = modelOf('$version: "2"\nnamespace a\nenum Kind { A\nB }\ninteger Name');
    const { decided, model } = rebase(merge(one, other), merged);
    expect(decided).toEqual(["a#Kind$C"]);
    expect(equalModels(model, merged)).toBe(true);
  });
});

it("leaves an edit that no branch recorded to be recorded", () => {
  const one = record(base, kinds("A", "B", "C"), "2026-06-10");
  const other = record(base, kinds("B"), "2026-06-05");
  const edited = modelOf('$version: "2"\nnamespace a\nenum Kind { B\nC }\ninteger Name');
  const { rest, model } = rebase(merge(one, other), edited);
  expect(rest.map(({ kind }) => kind)).toEqual(["shape.kind.changed"]);
  expect(equalModels(model, kinds("B", "C"))).toBe(true);
});

it("makes one baseline and a change of two baselines", () => {
  const ledger = merge(record(EMPTY, kinds("A")), record(EMPTY, kinds("A", "B"), "2026-06-02"));
  const { revisions } = rebase(ledger, kinds("A", "B"));
  expect(revisions.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
    ["shape.added", "shape.added"],
    ["enum.value.added"],
  ]);
});

it("puts a revision behind the others whose predecessor was put behind others elsewhere", () => {
  const one = record(base, kinds("A", "B", "C"), "2026-06-02");
  const lost = record(base, kinds("A", "B", "X"), "2026-06-03");
  const last = record(lost, kinds("A", "B", "X", "Y"), "2026-06-04").revisions.slice(-1);
  const ledger = { ...one, revisions: orderRevisions([...one.revisions, ...last]) };
  const { moved, model } = rebase(ledger, kinds("A", "B", "C", "Y"));
  expect(moved).toMatchObject([{ step: { revision: { id: last[0]!.id } } }]);
  expect(moved[0]!.oldStep).toBeUndefined();
  expect(equalModels(model, kinds("A", "B", "C", "Y"))).toBe(true);
});

it("refuses a ledger of which a revision was edited, on either branch", () => {
  const one = record(base, kinds("A", "B", "C"), "2026-06-10");
  const other = record(base, kinds("B"), "2026-06-05");
  for (const id of [one, other].map(({ revisions }) => revisions[1]!.id)) {
    const ledger = merge(one, other);
    const edited = ledger.revisions.map((each) => (each.id === id ? { ...each, changes: [] } : each));
    const { diagnostics, moved } = rebaseLedger({ ...ledger, revisions: edited }, kinds("B", "C"));
    expect(diagnostics).toMatchObject([{ code: "ledger/wrong-digest", location: { file: `${id}.json` } }]);
    expect(moved).toEqual([]);
  }
});

it("always leads to a chain, and with what is left over to the model, whatever was recorded and merged", () => {
  const model = arbitraryModel({ maxShapes: 4 });
  const branch = fc.array(model, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(model, branch, branch, model, (first, ones, others, merged) => {
      const start = record(EMPTY, first);
      const one = ones.reduce((ledger, each) => record(ledger, each, "2026-06-02"), start);
      const other = others.reduce((ledger, each) => record(ledger, each, "2026-06-03"), start);
      const { model: end, rest } = rebase(merge(one, other), merged);
      const left = new Set(rest.flatMap((change) => ("shape" in change ? [change.shape] : [])));
      const touched = [...one.revisions, ...other.revisions]
        .filter(({ before }) => before !== null)
        .flatMap(({ changes }) => changes.flatMap((change) => ("shape" in change ? [change.shape] : [])));
      const apart = merge(one, other).revisions.some(
        ({ before }, index, all) => before !== (all[index - 1]?.after ?? null),
      );
      if (apart) for (const shape of touched) expect(left.has(shape)).toBe(false);
      if (rest.length === 0) expect(equalModels(end, merged)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
