import { defineCatalog } from "@shapelog/diagnostics";
import { code } from "@shapelog/diff";
import type { ClaimKind } from "./claims/words.js";
import { describeReason, type WrongReason } from "./published/wrong-reason.js";
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
  "lost-version": {
    severity: "error",
    message: (d: { service: string; version: string; instead: string | undefined }) =>
      `Version ${d.version} of the package of ${d.service} was released, and has no heading any more${d.instead === undefined ? "" : `: ${d.instead} stands in its place`}. Put it back, such as with git restore. Where it never was released, remove .shapelog-releases beside the changelog and run: npx shapelog build --service ${d.service}`,
  },
  "moved-facts": {
    severity: "error",
    message: (d: { service: string; revision: string; version: string; first: string | undefined }) =>
      `The facts of revision ${d.revision} of ${d.service} stand below ${d.version}, ${d.first === undefined ? "which was released without them" : `and were released with ${d.first}`}. Put them back where they were${d.first === undefined ? ", or into a changeset" : ""}.`,
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
  "false-claim": {
    severity: "error",
    message: (d: { service: string; claim: ClaimKind; name: string; place: string; says: string }) =>
      `The text says that ${code(d.name)} ${SAID[d.claim]}; in the models of ${d.service} it ${d.says}.`,
  },
  "unknown-name": {
    severity: "error",
    message: (d: { service: string; name: string; meant: string | undefined; place: string | undefined }) =>
      d.meant === undefined
        ? `The text says something of ${code(d.name)} at ${code(d.place ?? "")}; the models of ${d.service} have no such name.`
        : `The text names ${code(d.name)}, which the models of ${d.service} do not have; ${code(d.meant)} is what changed.`,
  },
  "wrong-place": {
    severity: "error",
    message: (d: { service: string; claim: ClaimKind; name: string; place: string; says: string }) =>
      `The text says that ${code(d.name)} ${SAID[d.claim]} at ${code(d.place)}; in the models of ${d.service} it ${d.says}.`,
  },
  "unclear-place": {
    severity: "error",
    message: (d: { service: string; claim: ClaimKind; name: string; place: string; says: string }) =>
      `The text does not say where ${code(d.name)} ${SAID[d.claim]}: in the models of ${d.service} it ${d.says}. Name the place.`,
  },
  "wrong-number": {
    severity: "error",
    message: (d: { service: string; number: string; name: string; known: readonly string[] }) =>
      `The text says ${d.number} of a limit of ${code(d.name)}, which has ${d.known.join(", ")} in the models of ${d.service}.`,
  },
  "broken-promise": {
    severity: "error",
    message: (d: { service: string; words: string; kind: "breaks" | "bump" | "api"; because: string }) =>
      `The text says ${JSON.stringify(d.words)}; what changed in ${d.service} is more than that: ${d.because}`,
  },
  "untold-break": {
    severity: "warning",
    message: (d: { service: string; change: string; more: number }) =>
      `The text does not name a change of ${d.service} that breaks its users: ${d.change}${d.more > 0 ? ` And ${d.more} more.` : ""}`,
  },
  "waiver-without-reason": {
    severity: "error",
    message: (d: { name: string }) =>
      `The waiver of ${code(d.name)} has no reason. Write it as <!-- shapelog:waive ${d.name} because ... -->`,
  },
  "idle-waiver": {
    severity: "warning",
    message: (d: { service: string; name: string }) =>
      `The waiver of ${code(d.name)} lets nothing through: nothing is wrong about it in ${d.service}. Remove it.`,
  },
  "page-omits": {
    severity: "error",
    message: (d: PageFact & { prose: boolean }) =>
      `The page omits (${d.verdict}): ${d.sentence}${d.elsewhere ? " It tells it for other places." : ""}${d.prose ? " Its prose names it, and not where." : ""}`,
  },
  "page-prose-alone": {
    severity: "warning",
    message: (d: PageFact) =>
      `The page tells in prose alone, and lists nothing of it (${d.verdict}): ${d.sentence}`,
  },
  "page-wrong": {
    severity: "error",
    message: (d: {
      service: string;
      revision: string;
      operation: string;
      direction: string | null;
      path: string | null;
      reason: WrongReason;
    }) => `The page is wrong about ${placeOf(d)}: ${describeReason(d.reason)} (${d.service} ${d.revision}).`,
  },
  "page-incomplete": {
    severity: "warning",
    message: (d: { said: number; found: number }) =>
      `The heading says ${d.said} operations, and the page has ${d.found}: it was not saved whole, or lists them elsewhere. What it omits may stand there.`,
  },
  "page-unreadable": {
    severity: "error",
    exit: "usage",
    message: (d: { file: string }) =>
      `${d.file} is no page about changes: expected one of awsapichanges.com, saved as HTML or copied as text, or a changelog with a version or a day (YYYY-MM-DD) in a heading.`,
  },
  "page-unread-value": {
    severity: "error",
    exit: "usage",
    message: (d: { operation: string; side: string; reason: string }) =>
      `What the page lists for the ${d.side} of ${d.operation} cannot be read: ${d.reason}. What it omits there cannot be told.`,
  },
  "page-unplaced": {
    severity: "error",
    exit: "usage",
    message: (d: { lacks: readonly string[] }) =>
      `The page does not say ${d.lacks.join(" or ")}. Give ${d.lacks.map((word) => GIVEN.get(word) ?? word).join(" and ")}.`,
  },
  "page-unknown-service": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; record: string; similar: readonly string[] }) =>
      `There is no service "${d.service}" in ${d.record}.${didYouMean(d.similar)} Another name is given with --service.`,
  },
  "page-unknown-revision": {
    severity: "error",
    exit: "usage",
    message: (d: { service: string; at: string; near: readonly string[] }) =>
      `${d.service} has no revision of ${d.at}.${d.near.length > 0 ? ` The nearest are of ${d.near.join(", ")}; one is chosen with --date.` : ""}`,
  },
  "page-other-services": {
    severity: "note",
    message: (d: { sections: number; services: readonly string[] }) =>
      `${d.sections} more ${d.sections === 1 ? "section is" : "sections are"} of services that the record does not have, or of other days: ${d.services.slice(0, 5).join(", ")}${d.services.length > 5 ? ", …" : ""}.`,
  },
  "page-several-revisions": {
    severity: "note",
    message: (d: { service: string; revisions: readonly string[]; chosen: string }) =>
      `${d.service} has ${d.revisions.length} revisions that the page can be about: ${d.revisions.join(", ")}. It is held against ${d.chosen}, which agrees with it best.`,
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

/** What a text says of a name. */
const SAID: Readonly<Record<ClaimKind, string>> = {
  added: "was added",
  removed: "was removed",
  renamed: "was renamed",
  deprecated: "is deprecated",
  kept: "stays",
  required: "is required",
  optional: "is optional",
};

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

/** A fact of the record that a page does not tell as it should. */
interface PageFact {
  readonly service: string;
  readonly revision: string;
  readonly rule: string;
  readonly verdict: string;
  readonly shape: string;
  readonly member: string | null;
  readonly direction: string | null;
  /** `came` for what a page of changes lists, `else` for all other facts. */
  readonly part: string;
  readonly values: readonly (string | number)[];
  readonly sentence: string;
  /** Where it is not told: operation, direction and path. */
  readonly places: readonly string[];
  /** Whether it is told at other places. */
  readonly elsewhere: boolean;
}

function placeOf(d: {
  readonly operation: string;
  readonly direction: string | null;
  readonly path: string | null;
}): string {
  if (d.direction === null) return d.operation;
  return d.path
    ? `${d.path} in the ${d.direction} of ${d.operation}`
    : `the ${d.direction} of ${d.operation}`;
}

/** What a page may lack, and how it is given. */
const GIVEN: ReadonlyMap<string, string> = new Map([
  ["which service it is about", "--service NAME"],
  ["which version or day it is about", "--date YYYY-MM-DD"],
]);

function didYouMean(similar: readonly string[]): string {
  return similar.length > 0 ? ` Did you mean ${similar.map((name) => `"${name}"`).join(" or ")}?` : "";
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
