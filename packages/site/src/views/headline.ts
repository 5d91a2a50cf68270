import { type Entry, VERDICTS } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { shortenLists } from "./shorten-lists.js";

/** What callers see first: the beginnings of rules, from what weighs most to what is a detail. */
const ORDER: readonly RegExp[] = [
  /^operation\.removed$/,
  /^(?:request|response)\.member\.removed$/,
  /\.(?:type\.changed|enum\.values?-(?:removed|replaced)|union\.alternative-removed)$/,
  /^request\.member\.required/,
  /^operation\.added$/,
  /\.(?:enum\.value-added|union\.alternative-added)$/,
  /\.member\.added$/,
  /^(?:operation|service)\.error\./,
  /\.(?:limit|pattern)\./,
  /^(?:request|response)\.(?!type\.renamed)/,
  /^operation\./,
];
const OPERATIONS = new Map([
  ["operation.added", "are new"],
  ["operation.removed", "are gone"],
]);
const MOST_NAMES = 3;

/** Returns one sentence of Markdown for entries that tell something: of the worst of them what callers see first. */
export function chooseHeadline(
  entries: readonly Entry[],
): { readonly text: string; readonly told: number } | undefined {
  const [first] = [...entries].sort(
    (a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      rankOf(a) - rankOf(b) ||
      b.operations.length - a.operations.length,
  );
  const finding = first?.findings[0];
  if (!first || !finding) return undefined;
  const words = OPERATIONS.get(finding.rule);
  const same = entries.filter(({ findings }) => findings[0]?.rule === finding.rule);
  if (words === undefined || same.length < 2) return { text: shortenLists(finding.message), told: 1 };
  const names = same.map(({ shape }) => `\`${shapeName(shape).replaceAll("`", "")}\``);
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  return { text: `The operations ${shown.join(", ")} and ${last} ${words}.`, told: same.length };
}

function rankOf({ findings }: Entry): number {
  const ranks = findings.map(({ rule }) => ORDER.findIndex((pattern) => pattern.test(rule)));
  return Math.min(...ranks.map((rank) => (rank === -1 ? ORDER.length : rank)));
}
