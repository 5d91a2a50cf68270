/** @import { Row } from "./judge-pair.mjs" */

const STATUSES = /** @type {const} */ (["agree", "disagree", "not applicable"]);

/**
 * Returns a table of rules: how many findings AWS's types agree with; and how often each reason was given for others.
 * @param {readonly Row[]} rows
 */
export function printTable(rows) {
  const verdicts = rows.flatMap((row) => row.verdicts);
  const rules = [...new Set(verdicts.map(({ rule }) => rule))].sort();
  const lineOf = (/** @type {string} */ name, /** @type {typeof verdicts} */ own) => {
    const counts = STATUSES.map((status) => own.filter((each) => each.status === status).length);
    return `| ${[name, own.length, ...counts].join(" | ")} |`;
  };
  const judged = rows.filter((row) => row.verdicts.some(({ status }) => status !== "not applicable"));
  const services = new Set(judged.map(({ pair }) => pair.service));
  return [
    `| rule | findings | ${STATUSES.join(" | ")} |`,
    "|---|--:|--:|--:|--:|",
    ...rules.map((rule) =>
      lineOf(
        `\`${rule}\``,
        verdicts.filter((each) => each.rule === rule),
      ),
    ),
    lineOf("all", verdicts),
    "",
    ...countReasons(verdicts),
    `judged in ${services.size} services`,
  ].join("\n");
}

/** @param {Row["verdicts"]} verdicts */
function countReasons(verdicts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { status, why } of verdicts) {
    if (status !== "agree") counts.set(`${status}: ${why}`, (counts.get(`${status}: ${why}`) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} ${reason}`);
}
