import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of ledgers. */
export const ledgerDiagnostics = defineCatalog("ledger", {
  "not-a-revision": {
    severity: "error",
    message: (d: { reason: string }) => `This is not a ledger revision: ${d.reason}.`,
  },
  "wrong-name": {
    severity: "error",
    message: (d: { name: string; date: string }) =>
      `The file is named ${d.name}, but its date is ${d.date}. Name it ${d.date}.json, or ${d.date}.2.json for a second revision of the day.`,
  },
  "wrong-service": {
    severity: "error",
    message: (d: { found: string; expected: string }) =>
      `The revision belongs to ${d.found}; this ledger is ${d.expected}'s.`,
  },
  "broken-chain": {
    severity: "error",
    message: (d: { revision: string; expected: string; found: string }) =>
      `Revision ${d.revision} starts from model ${d.found}, but the one before it ends at ${d.expected}. A revision is missing or was edited.`,
  },
  "wrong-digest": {
    severity: "error",
    message: (d: { revision: string; expected: string; found: string }) =>
      `Revision ${d.revision} says it makes model ${d.expected}, but its changes make ${d.found}. The file was edited after it was recorded.`,
  },
  "does-not-replay": {
    severity: "error",
    message: (d: { revision: string; reason: string }) =>
      `Revision ${d.revision} does not replay: ${d.reason}`,
  },
  empty: {
    severity: "error",
    message: (d: { service: string }) =>
      `The ledger of ${d.service} has no revision. Record the baseline with: shapelog record`,
  },
  "date-before-last": {
    severity: "error",
    exit: "usage",
    message: (d: { date: string; last: string }) =>
      `The date ${d.date} is before the ledger's last revision, ${d.last}.`,
  },
  "bad-date": {
    severity: "error",
    exit: "usage",
    message: (d: { date: string }) => `"${d.date}" is not a date; expected YYYY-MM-DD.`,
  },
  "nothing-to-record": {
    severity: "note",
    message: (d: { service: string; last: string }) =>
      `The model of ${d.service} is as revision ${d.last} left it; there is nothing to record.`,
  },
  "no-model-at": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; date: string; first: string }) =>
      `${d.service} has no model on ${d.date}; its ledger starts on ${d.first}.`,
  },
});
