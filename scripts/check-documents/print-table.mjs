/** @import { Row } from "./check-pair.mjs" */

/**
 * Returns what the documents of all pairs came to: what was refused, by the rule that tells of it; the findings that no
 * document shows; what one validator cannot see.
 * @param {readonly Row[]} rows
 */
export function printTable(rows) {
  const told = addUp(rows.map((row) => Object.entries(row.told)));
  const notes = addUp(rows.map((row) => Object.entries(row.notes)));
  const shown = addUp(
    rows.map((row) => Object.entries(row.claims).map(([rule, claim]) => [rule, claim.shown])),
  );
  const missed = addUp(
    rows.map((row) => Object.entries(row.claims).map(([rule, claim]) => [rule, claim.missed.length])),
  );
  const sum = (/** @type {"messages" | "documents" | "refused" | "unfit"} */ name) =>
    rows.reduce((all, row) => all + row[name], 0);
  const disagreements = rows.flatMap((row) => row.disagreements);
  const ofKind = (/** @type {string} */ kind) => disagreements.filter((each) => each.kind === kind).length;
  const lines = [
    "| refused and told of by | places |",
    "|---|--:|",
    ...told.map(([name, count]) => `| ${name} | ${count} |`),
    "",
    "| said to break, or of responses to ask for a check | shown | not shown |",
    "|---|--:|--:|",
    ...shown.map(([rule, count]) => `| ${rule} | ${count} | ${new Map(missed).get(rule) ?? 0} |`),
    "",
    ...notes.map(([reason, count]) => `${count} times: ${reason}`),
    `${rows.length} pairs, ${sum("messages")} messages with other schemas, ${sum("documents")} judgements of documents`,
    `(${sum("unfit")} not fit for their own side), ${sum("refused")} documents refused`,
    `${rows.reduce((all, row) => all + row.unmade.length, 0)} of them without any that could be made`,
    `${ofKind("not told")} places not told of, ${ofKind("validators")} where validators disagree`,
  ];
  return { text: lines.join("\n"), isClean: disagreements.length === 0 };
}

/**
 * @param {readonly (readonly [string, number][])[]} all
 * @returns {[string, number][]} Sorted by name.
 */
function addUp(all) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const [name, count] of all.flat()) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
