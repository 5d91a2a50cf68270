import { diffModels } from "@shapelog/changes";
import { createEntries, type Entry, judge, type PolicyFinding } from "@shapelog/diff";
import type { Model, ShapeId } from "@shapelog/model";
import { addToGroup } from "../../record/add-to-group.js";
import type { ServiceRecord } from "../../record/service-record.js";
import { findStretches, modelAt } from "../../record/timeline.js";

/** A finding with what it stands in. */
export interface ToldFinding {
  readonly entry: Entry;
  readonly finding: PolicyFinding;
}

/** What a revision told. */
export interface ToldAt extends ToldFinding {
  readonly time: number;
}

/**
 * Returns all that the revisions of a service told, in the order of time. What comes again after it was away is told to be
 * another than it was last, which no revision says: that one told of something new.
 */
export function findTold(record: ServiceRecord): ToldAt[] {
  const told = record.revisions.flatMap(({ entries, time }) =>
    entries.flatMap((entry) => entry.findings.map((finding) => ({ time, entry, finding }))),
  );
  return [...told, ...findReturned(record)].sort((a, b) => a.time - b.time);
}

function findReturned({ timeline }: ServiceRecord): ToldAt[] {
  const returns = new Map<string, ShapeId[]>();
  for (const id of timeline.versions.keys()) {
    const stretches = findStretches(timeline, id);
    for (const [index, { from }] of stretches.entries()) {
      const before = stretches[index - 1];
      if (before && from < timeline.revisions.length) addToGroup(returns, `${before.to - 1} ${from}`, id);
    }
  }
  return [...returns].flatMap(([key, ids]) => {
    const [before = 0, after = 0] = key.split(" ").map(Number);
    const told = judgeRun(modelAt(timeline, before), modelAt(timeline, after), new Set(ids));
    return told.map((each) => ({ ...each, time: after }));
  });
}

/** Returns what is told of two models, but for texts; of some shapes alone, where these are given. */
export function judgeRun(before: Model, after: Model, only?: ReadonlySet<ShapeId>): readonly ToldFinding[] {
  const changes = diffModels(before, after).filter(
    (change) =>
      !("trait" in change && TEXTS.has(change.trait)) &&
      (only === undefined || ("shape" in change && only.has(change.shape))),
  );
  const sides = { before: { label: "", model: before }, after: { label: "", model: after } };
  const findings = judge(changes, { before, after });
  return createEntries({ title: "", ...sides, changes, findings }).flatMap((entry) =>
    entry.findings.map((finding) => ({ entry, finding })),
  );
}

/** Texts are not compared, and are most of what changes. */
const TEXTS: ReadonlySet<string> = new Set(["smithy.api#documentation", "smithy.api#externalDocumentation"]);
