import { VERDICT_WORDS } from "@shapelog/diff";
import type { Direction } from "@shapelog/model";
import { markdownText, printMessage } from "../doc/print-markdown.js";
import type { Link } from "../parts/link.js";
import { type ChangeSummary, countsText } from "./change-summary.js";
import type { HistoryRow } from "./history-row.js";
import { momentText } from "./span-view.js";

/** Returns changes as a Markdown list. */
export function printChanges(changes: readonly ChangeSummary[], link: Link): string {
  return changes
    .map((change) => {
      const word = change.baseline ? "First record" : VERDICT_WORDS[change.verdict];
      const head = `- [${markdownText(momentText(change.moment))}](<${link(change.url)}>) **${word}** ${markdownText(change.service.title)}: ${printMessage(change.headline)}`;
      return change.more > 0 ? `${head} And ${change.more} more (${countsText(change)}).` : head;
    })
    .join("\n");
}

/** Returns a history as a Markdown list. */
export function printHistory(history: readonly HistoryRow[], link: Link): string {
  const direction = (side: Direction | undefined) => (side ? `${side}: ` : "");
  return history
    .map((row) => {
      const head = `- [${markdownText(momentText(row.moment))}](<${link(row.url)}>) **${row.word}**`;
      return [
        head,
        ...row.lines.map((line) => `  - ${direction(line.direction)}${printMessage(line.message)}`),
      ].join("\n");
    })
    .join("\n");
}
