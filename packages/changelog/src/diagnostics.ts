import { defineCatalog } from "@shapelog/diagnostics";
import { type Earliest, listWords } from "./removals/deprecation-rule.js";

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
  "undeprecated-removal": {
    severity: "error",
    message: (d: RemovalData & { isNow: boolean }) =>
      `${capitalize(d.what)} is removed ${removedIn(d)}, and was not deprecated before${d.isNow ? "; what it is in is deprecated at the same time, which tells nobody in advance" : ""}. The configuration asks for ${d.asked} in between. Put it back, and mark it with @deprecated first.`,
  },
  "early-removal": {
    severity: "error",
    message: (d: RemovalData & DeprecatedData) =>
      `${capitalize(d.what)} is removed ${removedIn(d)}, and is deprecated since ${describeSince(d)}: ${describeWait(d)}. The configuration asks for ${d.asked} in between. Put it back; it may go ${describeEarliest(d.earliest)}.`,
  },
  "past-removal": {
    severity: "warning",
    message: (d: RemovalData & Partial<DeprecatedData> & { version: string }) =>
      `Version ${d.version} was released without ${d.what}, removed ${removedIn(d)}, ${isDeprecatedData(d) ? `and deprecated since ${describeSince(d)}: ${describeWait(d)}` : "which was not deprecated before"}. The configuration asks for ${d.asked} in between. Where it can still be had, bring it back and deprecate it first.`,
  },
});

/** What is said of something that is removed. */
interface RemovalData {
  readonly service: string;
  /** What it is called. */
  readonly what: string;
  readonly shape: string;
  readonly member?: string;
  /** The revision that removed it; `null` where that is not recorded yet. */
  readonly revision: string | null;
  /** `YYYY-MM-DD`. */
  readonly removed: string;
  /** What the configuration asks for. */
  readonly asked: string;
}

/** What is said of its deprecation. */
interface DeprecatedData {
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly sinceRevision: string;
  /** The first version that told of it; `null` where none did. */
  readonly sinceVersion: string | null;
  /** How many days it was deprecated. */
  readonly days: number;
  /** How many versions had it as deprecated; `null` where the configuration does not count them. */
  readonly releases: number | null;
  readonly earliest: Earliest;
}

function isDeprecatedData(data: Partial<DeprecatedData>): data is DeprecatedData {
  return data.since !== undefined;
}

function capitalize(text: string): string {
  return text.replace(/^the /, "The ");
}

function removedIn({ revision, removed }: RemovalData): string {
  return revision === null ? "in the model" : `on ${removed}`;
}

function describeSince({ since, sinceVersion, releases }: DeprecatedData): string {
  if (sinceVersion !== null) return `${since}, version ${sinceVersion}`;
  return releases === null ? since : `${since}, in no version yet`;
}

function describeWait({ days, releases }: DeprecatedData): string {
  const time = `${days} day${days === 1 ? "" : "s"}`;
  if (releases === null) return time;
  if (releases === 1) return `${time}, and 1 release that has it so`;
  return `${time}, and ${releases === 0 ? "no" : releases} releases that have it so`;
}

function describeEarliest({ date, releases = 0, version }: Earliest): string {
  return listWords([
    date === undefined ? "" : `on ${date} at the earliest`,
    releases === 0 ? "" : `after ${releases === 1 ? "another release" : `${releases} more releases`}`,
    version === undefined ? "" : `in version ${version} at the earliest`,
  ]);
}

function named({ service, revisions }: { readonly service: string; readonly revisions: readonly string[] }) {
  const [first = "", ...others] = revisions;
  return others.length === 0
    ? `revision ${first} of ${service}`
    : `${revisions.length} revisions of ${service} (${first} and later)`;
}
