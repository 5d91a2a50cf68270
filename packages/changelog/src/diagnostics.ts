import { defineCatalog } from "@shapelog/diagnostics";

const FIX = "Run: npx shapelog record";

/** Diagnostics of changelogs and changesets. */
export const changelogDiagnostics = defineCatalog("changelog", {
  "missing-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; changelog: string }) =>
      `Revision ${d.revision} of ${d.service} is in the ledger, but neither ${d.changelog} nor a changeset has its facts block. ${FIX} --changeset-only`,
  },
  "wrong-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; expected: string; found: string }) =>
      `The facts of revision ${d.revision} of ${d.service} are not what the ledger says. Expected "${d.expected}", found "${d.found}". The block is made from the ledger; put it back with: npx shapelog record --changeset-only`,
  },
  "unknown-revision": {
    severity: "error",
    message: (d: { service: string; revision: string }) =>
      `There is a facts block for revision ${d.revision} of ${d.service}, but no such revision in the ledger. Put its file in the ledger back; if it was undone for good, remove the block.`,
  },
  "repeated-facts": {
    severity: "error",
    message: (d: { service: string; revision: string }) =>
      `The facts of revision ${d.revision} of ${d.service} stand in more than one place. Keep one.`,
  },
  "unclosed-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; end: string }) =>
      `The facts block of revision ${d.revision} of ${d.service} has no end. Close it with ${d.end}`,
  },
  "unrecorded-change": {
    severity: "error",
    message: (d: { service: string; model: string; last: string; changes: readonly string[] }) =>
      `${d.model} is not the model that the ledger of ${d.service} ends with (${d.last}): ${d.changes.join("; ")}. Record it with: npx shapelog record --service ${d.service} --note "..."`,
  },
});
