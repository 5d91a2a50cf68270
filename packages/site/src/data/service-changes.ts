import { inlineText } from "../doc/inline-text.js";
import { readMessage } from "../doc/read-message.js";
import type { ServiceRecord } from "../record/service-record.js";
import type { ChangeSummary } from "../views/change-summary.js";

/** The name and version of the format of a service's changes. */
export const CHANGES_FORMAT = "shapelog-changes/1";

/** One change as lists in the browser show it. */
interface ChangeRow {
  readonly url: string;
  readonly date: string;
  readonly version?: string;
  readonly verdict: ChangeSummary["verdict"];
  readonly breaks?: true;
  readonly headline: string;
  readonly more?: number;
  /** The numbers of the operations that it reaches, in `operations`; `all` where it is all that there were. */
  readonly reaches: readonly number[] | "all";
}

/** Returns the text of a service's changes with the operations that each reaches, newest first. */
export function printServiceChanges(record: ServiceRecord, changes: readonly ChangeSummary[]): string {
  const numbers = new Map(record.operations.map(({ id }, index) => [id, index]));
  const byUrl = new Map(record.revisions.map((revision) => [revision.url, revision]));
  const rows = changes.map((change): ChangeRow => {
    const { url, moment, verdict, breaks, headline, more, baseline } = change;
    const reached = new Set(byUrl.get(url)?.entries.flatMap(({ operations }) => operations));
    const own = [...reached].flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
    return {
      url: url.slice(1),
      date: moment.date,
      ...(moment.version === undefined ? {} : { version: moment.version }),
      verdict,
      ...(breaks ? { breaks } : {}),
      headline: inlineText(readMessage(headline)),
      ...(more > 0 ? { more } : {}),
      reaches: baseline ? "all" : own,
    };
  });
  const head = JSON.stringify({
    format: CHANGES_FORMAT,
    service: record.id,
    title: record.title,
    operations: record.operations.map(({ name }) => name),
  });
  return `${head.slice(0, -1)},"changes":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`;
}
