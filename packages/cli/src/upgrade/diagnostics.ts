import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of `shapelog upgrade`. */
export const upgradeDiagnostics = defineCatalog("upgrade", {
  "bad-range": {
    severity: "error",
    exit: "usage",
    message: (d: { range: string; reason: string }) => `"${d.range}" cannot be compared: ${d.reason}.`,
  },
  "unknown-subject": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; record: string; similar: readonly string[] }) =>
      `${d.record} has no service that is known as "${d.name}"${d.similar.length > 0 ? `; did you mean ${d.similar.join(" or ")}?` : "."}`,
  },
  "unknown-version": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; version: string; record: string; near: readonly string[] }) =>
      `${d.record} knows no version ${d.version} of ${d.name}${d.near.length > 0 ? `; those near it are ${d.near.join(", ")}.` : ", nor any other."}`,
  },
  "no-dates": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; version: string }) =>
      `It is not known when ${d.name} ${d.version} was released. Give a file that has the days: npm view ${d.name} time --json > dates.json, then --dates dates.json. Or name the day: --dates ${d.version}=YYYY-MM-DD. Or let npm ask the registry: --online`,
  },
  "bad-dates": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string }) =>
      `${d.path} has no release dates: expected what npm view NAME time --json prints.`,
  },
  "odd-dates": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; older: ReleasedVersion; newer: ReleasedVersion }) =>
      `By what is known, ${d.name} ${d.older.version} was released on ${d.older.date} (${d.older.by}), after ${d.newer.version} on ${d.newer.date} (${d.newer.by}), so these days are not compared. A mirror of a registry may have days of its own. Name the days: --dates ${d.older.version}=YYYY-MM-DD --dates ${d.newer.version}=YYYY-MM-DD`,
  },
  "no-registry": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string; reason: string }) =>
      `npm does not say when versions of ${d.name} were released: ${d.reason}.`,
  },
  "bad-lock": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; reason: string }) => `The lock file ${d.path} cannot be used: ${d.reason}.`,
  },
  "not-locked": {
    severity: "error",
    exit: "usage",
    message: (d: { path: string; name: string }) =>
      `The lock file ${d.path} has no ${d.name} on either side.`,
  },
  "boto3-alone": {
    severity: "error",
    exit: "usage",
    message: (_: Readonly<Record<string, never>>) =>
      `The models come with botocore, and boto3 does not say with which version by its own. Name botocore's versions, or let a lock file say: --lock FILE`,
  },
  "not-committed": {
    severity: "error",
    exit: "usage",
    message: (d: { files: readonly string[] }) =>
      `Nothing was edited: ${d.files.slice(0, 5).join(", ")}${d.files.length > 5 ? ` and ${d.files.length - 5} more` : ""} ${d.files.length === 1 ? "has" : "have"} changes that are not committed, so the edits could not be told from them. Commit them, or give --force.`,
  },
  "record-ends": {
    severity: "warning",
    message: (d: { record: string; last: string; date: string }) =>
      `${d.record} ends on ${d.last}. What came between then and ${d.date} is not told; make it longer by running shapelog history again.`,
  },
});

interface ReleasedVersion {
  readonly version: string;
  readonly date: string;
  /** Who says so. */
  readonly by: string;
}
