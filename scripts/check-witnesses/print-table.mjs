/** @import { Row } from "./make-rows.mjs" */

/**
 * Returns a table of rules: how many findings there are, how many a program and how many a document confirms, and how many
 * are not confirmed or can have no witness.
 * @param {readonly Row[]} rows
 */
export function printTable(rows) {
  /** @type {Map<string, { findings: number, confirmed: number, source: number, wire: number, unconfirmed: number, none: number }>} */
  const counts = new Map();
  const total = createCount();
  for (const { rule, status, by } of rows.flatMap(({ findings }) => findings)) {
    const own = counts.get(rule) ?? createCount();
    counts.set(rule, own);
    for (const count of [own, total]) {
      count.findings++;
      count[status]++;
      for (const kind of by) count[kind]++;
    }
  }
  const disagreements = rows.reduce((sum, row) => sum + row.disagreements.length, 0);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    "| rule | findings | confirmed | by a program | by a document | not confirmed | no witness |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...sorted.map(([rule, count]) => printLine(`\`${rule}\``, count)),
    printLine("all", total),
    "",
    `${rows.length} pairs; ${total.wire} documents judged again, ${disagreements} of them otherwise`,
  ];
  return { text: lines.join("\n"), isClean: total.unconfirmed + disagreements === 0 };
}

function createCount() {
  return { findings: 0, confirmed: 0, source: 0, wire: 0, unconfirmed: 0, none: 0 };
}

/**
 * @param {string} name
 * @param {ReturnType<typeof createCount>} count
 */
function printLine(name, { findings, confirmed, source, wire, unconfirmed, none }) {
  return `| ${[name, findings, confirmed, source, wire, unconfirmed, none].join(" | ")} |`;
}
