import { defineCatalog } from "@shapelog/diagnostics";

const repair = (service: string) => `npx shapelog record --service ${service} --changeset-only`;

/** Diagnostics of changelogs and changesets. */
export const changelogDiagnostics = defineCatalog("changelog", {
  "missing-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; changelog: string }) =>
      `Revision ${d.revision} of ${d.service} is in the ledger, but neither ${d.changelog} nor a changeset has its facts block. Run: ${repair(d.service)}`,
  },
  "wrong-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; expected: string; found: string }) =>
      `The facts of revision ${d.revision} of ${d.service} are not what the ledger says. Expected "${d.expected}", found "${d.found}". The block is made from the ledger; put it back with: ${repair(d.service)}`,
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
  "bad-changeset": {
    severity: "error",
    message: (d: { service: string; problem: string }) =>
      `The release tool cannot read the changeset that has facts of ${d.service}: ${d.problem}. Its first lines are ---, a line such as "@example/events": minor, and ---.`,
  },
  "bad-acceptance": {
    severity: "error",
    message: (d: { reason: string }) =>
      `The comment accepts no finding: ${d.reason}. Expected: <!-- shapelog:accept SERVICE FINDING because REASON -->`,
  },
  "unmatched-acceptance": {
    severity: "error",
    message: (d: {
      service: string;
      finding: string;
      revisions: readonly string[];
      similar: readonly string[];
      known: readonly { readonly id: string; readonly rule: string; readonly message: string }[];
    }) =>
      `${whatHas(d)} has no finding ${d.finding}${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."} ${d.known.length === 0 ? "It has none at all" : `It has ${listKnown(d.known)}`}. Remove the acceptance, or accept what is there.`,
  },
  "acceptance-without-reason": {
    severity: "error",
    message: (d: { service: string; finding: string }) =>
      `Finding ${d.finding} of ${d.service} is accepted without a reason. Say why, for those who meet it next.`,
  },
  "two-reasons": {
    severity: "warning",
    message: (d: { service: string; finding: string; first: string; second: string }) =>
      `Finding ${d.finding} of ${d.service} is accepted with two reasons: "${shorten(d.first)}" and "${shorten(d.second)}". The first holds; keep one.`,
  },
  "missing-release": {
    severity: "error",
    message: (d: { service: string; packageName: string; revisions: readonly string[]; sentence: string }) =>
      `The changeset has the facts of ${named(d)}, and no line for ${JSON.stringify(d.packageName)}, so that no release would tell of them. They ask for one: ${d.sentence} Run: ${repair(d.service)}`,
  },
  "low-bump": {
    severity: "error",
    message: (d: {
      service: string;
      packageName: string;
      revisions: readonly string[];
      found: string;
      sentence: string;
    }) =>
      `The changeset asks for "${d.found}", and the facts of ${named(d)} for more. ${d.sentence} Run: ${repair(d.service)}`,
  },
  "low-version": {
    severity: "error",
    message: (d: {
      service: string;
      version: string;
      before: string;
      revisions: readonly string[];
      sentence: string;
    }) =>
      `Version ${d.version} is too near to ${d.before} for the facts of ${named(d)}. ${d.sentence} Where it is not published, undo the edit of the version, or release it anew; where it is, make the next release as big: npx changeset`,
  },
  "past-low-version": {
    severity: "warning",
    message: (d: {
      service: string;
      version: string;
      before: string;
      revisions: readonly string[];
      sentence: string;
      by: string;
    }) =>
      `Version ${d.version} is too near to ${d.before} for the facts of ${named(d)}; ${d.by} makes up for it. ${d.sentence} Undo the edit of the heading, unless it was released so.`,
  },
  "version-order": {
    severity: "error",
    message: (d: { version: string; older: string }) =>
      `Version ${d.version} stands above ${d.older}, and is not later. Release tools write the newest version first; undo the edit of the heading.`,
  },
  "version-gap": {
    severity: "warning",
    message: (d: { version: string; before: string; expected: readonly string[] }) =>
      `Version ${d.version} does not come right after ${d.before}: that would be ${d.expected.join(", ")}. Undo the edit of the heading, unless it was released so.`,
  },
  "wrong-version": {
    severity: "error",
    message: (d: { packageName: string; found: string; changelog: string; newest: string | undefined }) =>
      d.newest === undefined
        ? `The manifest of ${d.packageName} says version ${d.found}, and ${d.changelog} has none. Versions are raised with: npx changeset version. Put 0.0.0 back, or add the heading "## ${d.found}" where that was released.`
        : `The manifest of ${d.packageName} says version ${d.found}, and the newest version of ${d.changelog} is ${d.newest}. Versions are raised with: npx changeset version. Undo the edit of one of the two.`,
  },
});

function named({ service, revisions }: { readonly service: string; readonly revisions: readonly string[] }) {
  const [first = "", ...others] = revisions;
  return others.length === 0
    ? `revision ${first} of ${service}`
    : `${revisions.length} revisions of ${service} (${first} and later)`;
}

function whatHas({
  service,
  revisions,
}: {
  readonly service: string;
  readonly revisions: readonly string[];
}) {
  return revisions.length === 0
    ? `What is not recorded of ${service}`
    : named({ service, revisions }).replace(/^r/, "R");
}

const SHOWN = 5;

/** Returns findings in a sentence: the first few, and how many more there are. */
function listKnown(known: readonly { readonly id: string; readonly rule: string }[]): string {
  const more = known.length > SHOWN ? [`${known.length - SHOWN} more`] : [];
  return [...known.slice(0, SHOWN).map(({ id, rule }) => `${id} (${rule})`), ...more].join(", ");
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
