import { diffModels } from "@shapelog/changes";
import { digestModel, printRevision } from "@shapelog/ledger";
import { createModel } from "@shapelog/model";
import { printSmithyJson } from "@shapelog/smithy";

/** @typedef {import("@shapelog/model").Shape} Shape */

/** How many operations the service has; each has a type of its own that grows. */
const OPERATIONS = 20;

/**
 * Returns a service's model as JSON and the files of its ledger: a baseline, and revisions of which each adds a member to one
 * of its types.
 *
 * @param {string} service
 * @param {number} count How many revisions there are, the baseline among them.
 */
export function createLedger(service, count) {
  /** @type {{ name: string, text: string }[]} */
  const files = [];
  let model = createModel([]);
  /** @type {string | null} */
  let before = null;
  for (let index = 0; index < count; index++) {
    const next = modelAt(index);
    const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
    const after = digestModel(next);
    const note = `Revision ${index}.`;
    const revision = { id: date, date, note, before, after, changes: diffModels(model, next) };
    files.push({ name: `${date}.json`, text: printRevision(service, revision) });
    model = next;
    before = after;
  }
  return { model: printSmithyJson(model), files };
}

/** Returns the model of a revision: as many members as it has revisions, each type in turn. @param {number} added */
function modelAt(added) {
  const operations = Array.from({ length: OPERATIONS }, (_, index) => `bench#Call${index}`);
  /** @param {string} id @param {number} index @returns {Shape[]} */
  const createOperation = (id, index) => {
    const output = `bench#Output${index}`;
    const extra = Math.floor((added + OPERATIONS - 1 - index) / OPERATIONS);
    const members = Array.from({ length: 1 + extra }, (__, at) => ({
      name: `field${at}`,
      target: "smithy.api#String",
      traits: {},
    }));
    return [
      { kind: "operation", id, traits: {}, input: "smithy.api#Unit", output, errors: [] },
      { kind: "structure", id: output, traits: {}, members },
    ];
  };
  const none = { traits: {}, resources: [], errors: [], rename: [] };
  /** @type {Shape} */
  const root = { kind: "service", id: "bench#Bench", version: "1", operations, ...none };
  return createModel([root, ...operations.flatMap(createOperation)]);
}
