// Precision and recall of what is said of notes, by what a reader found in them.
/**
 * @import { HistoryRow } from "@shapelog/history"
 * @import { Diagnostic } from "@shapelog/diagnostics"
 * @typedef {{ readonly row: HistoryRow, readonly found: readonly Diagnostic[] }} Read
 * @typedef {{ readonly sample: string, readonly service: string, readonly revision: string, readonly truth: string }} Judged
 */

/** What a reader finds in a note: it tells all that breaks, it leaves something out, or it says what is not so. */
const TRUTHS = ["told", "silent", "untrue"];

/**
 * Returns the rows of a file of judged notes: tab-separated, one header line.
 * @param {string} text
 * @returns {readonly Judged[]}
 */
export function readJudged(text) {
  const [header, ...lines] = text.trimEnd().split("\n");
  if (header !== "sample\tservice\trevision\tversion\ttruth\twhy")
    throw new Error("Not a file of judged notes.");
  return lines.map((line, index) => {
    const [sample = "", service = "", revision = "", , truth = "", why = ""] = line.split("\t");
    if (!TRUTHS.includes(truth) || why === "")
      throw new Error(`Line ${index + 2} has no truth or no reason.`);
    return { sample, service, revision, truth };
  });
}

/**
 * Prints, for each sample and all of them, how many of those notes are complained of rightly, and how many are missed.
 * @param {string} text
 * @param {readonly Read[]} all
 */
export function printJudged(text, all) {
  const reads = new Map(all.map((read) => [`${read.row.service} ${read.row.id}`, read]));
  const judged = readJudged(text).flatMap((row) => {
    const read = reads.get(`${row.service} ${row.revision}`);
    if (!read) console.log(`${row.service} ${row.revision} is not in this history.`);
    return read ? [{ ...row, isSaid: read.found.length > 0, isFaulty: row.truth !== "told" }] : [];
  });
  const quiet = all.filter(({ row, found }) => found.length === 0 && row.findings.some(isBreaking)).length;
  const complaints = all.filter(({ found }) => found.length > 0).length;
  for (const sample of [...new Set(judged.map((row) => row.sample)), "all"]) {
    const rows = judged.filter((row) => sample === "all" || row.sample === sample);
    const said = rows.filter(({ isSaid }) => isSaid);
    const right = said.filter(({ isFaulty }) => isFaulty).length;
    const unsaid = rows.filter(({ isSaid }) => !isSaid);
    const missed = unsaid.filter(({ isFaulty }) => isFaulty).length;
    const precision = right / said.length;
    const silent = unsaid.length === 0 ? 0 : (quiet * missed) / unsaid.length;
    const recall = (complaints * precision) / (complaints * precision + silent);
    console.log(
      `sample ${sample}: ${rows.length} notes read; ${said.length} complained of, ${right} rightly (precision ${percent(precision)}); ${unsaid.length} not, ${missed} missed (recall ${percent(recall)} over ${complaints} complaints and ${quiet} quiet notes of the history)`,
    );
  }
  for (const { sample, service, revision, isSaid, isFaulty } of judged)
    if (isSaid !== isFaulty)
      console.log(`  ${isSaid ? "wrong" : "missed"}: ${service} ${revision} (sample ${sample})`);
}

/** @param {{ readonly verdict: string }} finding */
function isBreaking({ verdict }) {
  return verdict === "breaking";
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
