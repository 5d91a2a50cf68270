import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of ledgers. */
export const ledgerDiagnostics = defineCatalog("ledger", {
  "not-a-revision": {
    severity: "error",
    message: (d: { reason: string }) => `This is not a ledger revision: ${d.reason}.`,
  },
  "wrong-name": {
    severity: "error",
    message: (d: { name: string; date: string; file: string }) =>
      `The file is named ${d.name}, but its date is ${d.date}. A revision keeps the name and the date that it was recorded with; put the file back as it was, such as with: git restore ${d.file}`,
  },
  "wrong-service": {
    severity: "error",
    message: (d: { found: string; expected: string }) =>
      `The revision belongs to ${d.found}; this ledger is ${d.expected}'s.`,
  },
  fork: {
    severity: "error",
    message: (d: {
      service: string;
      shared: string | null;
      first: readonly string[];
      behind: readonly string[];
    }) =>
      `Two branches recorded ${d.shared === null ? "a baseline" : `on ${d.shared}`}: ${list(d.first)}, and ${list(d.behind)}. Put ${d.behind.length === 1 ? d.behind[0] : "the latter"} behind ${d.first.at(-1)} with: npx shapelog record --service ${d.service} --rebase`,
  },
  "broken-chain": {
    severity: "error",
    message: (d: { service: string; revision: string; expected: string; found: string; folder: string }) =>
      `Revision ${d.revision} starts from model ${d.found}, at which no other ends; the one before it ends at ${d.expected}. A revision is missing or was edited. Put its file back, such as with: git restore ${d.folder} Where a merge left it so, put ${d.revision} behind the others with: npx shapelog record --service ${d.service} --rebase`,
  },
  "wrong-digest": {
    severity: "error",
    message: (d: { revision: string; expected: string; found: string; file: string }) =>
      `Revision ${d.revision} says it makes model ${d.expected}, but its changes make ${d.found}. The file was edited after it was recorded. Put it back, such as with: git restore ${d.file}`,
  },
  "does-not-replay": {
    severity: "error",
    message: (d: { revision: string; reason: string; file: string }) =>
      `Revision ${d.revision} does not replay: ${d.reason} The file was edited after it was recorded. Put it back, such as with: git restore ${d.file}`,
  },
  edited: {
    severity: "error",
    message: (d: { service: string; revision: string; part: string; file: string }) =>
      `${EDITED[d.part] ?? `"${d.part}"`} of revision ${d.revision} ${d.part === "changes" || d.part === "accepted" ? "are" : "is"} not as it was recorded: the seal of the file says something else. Put the file back, such as with: git restore ${d.file} To keep what was edited, take "seal" out of the file and run: npx shapelog record --service ${d.service} --seal`,
  },
  unsealed: {
    severity: "warning",
    message: (d: { service: string; revisions: readonly string[] }) =>
      `${d.revisions.length === 1 ? `Revision ${d.revisions[0]} has` : `Revisions ${list(d.revisions)} have`} no seal, so that an edit of its date, source or note is not found. Seal what is there with: npx shapelog record --service ${d.service} --seal`,
  },
  "lost-seal": {
    severity: "error",
    message: (d: { service: string; revision: string; sealed: string }) =>
      `Revision ${d.revision} has no seal, and ${d.sealed} before it has one: an older version of the command wrote it, or the seal was taken out. Read what it says, then seal it with: npx shapelog record --service ${d.service} --seal`,
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
      `The date ${d.date} is before the ledger's last revision, ${d.last}: a ledger goes forward in time. Give --date ${d.last} or a later one, or leave it out.`,
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
  "no-such-revision": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; id: string }) =>
      `The ledger of ${d.service} has no revision ${d.id}. Expected a day as YYYY-MM-DD, or the name of one of its files without .json.`,
  },
  "no-model-at": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; date: string; first: string }) =>
      `${d.service} has no model on ${d.date}; its ledger starts on ${d.first}.`,
  },
});

/** What the parts of a revision are called where their keys do not say it. */
const EDITED: Readonly<Record<string, string>> = {
  name: "The name of the file",
  seal: "The seal",
  changes: "The changes",
  accepted: "The accepted findings",
};

const SHOWN = 3;

/** Returns ids in a sentence: the first few, and how many more there are. */
function list(ids: readonly string[]): string {
  const more = ids.length > SHOWN ? [`${ids.length - SHOWN} more`] : [];
  const shown = [...ids.slice(0, SHOWN), ...more];
  return shown.length === 1 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
