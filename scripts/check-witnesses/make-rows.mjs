import { diffModels } from "../../packages/changes/dist/index.js";
import { displayPath, judge } from "../../packages/diff/dist/index.js";
import { shapeName } from "../../packages/model/dist/index.js";
import { compilePrepared, prepareWitnesses } from "../../packages/witness/dist/find-witnesses.js";
import { readModels } from "../check-verdicts/find-pairs.mjs";
import { judgeAgain } from "./judge-again.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { Pair, Texts } from "../check-verdicts/find-pairs.mjs"
 */

/**
 * What became of one finding.
 * @typedef {object} FindingRow
 * @property {string} rule
 * @property {"confirmed" | "unconfirmed" | "none"} status
 * @property {readonly ("source" | "wire")[]} by
 * @property {string} [place] Of those that are not confirmed, like what follows.
 * @property {string} [message]
 * @property {string} [reason]
 */

/**
 * Validators that do not say the same of a document.
 * @typedef {object} Disagreement
 * @property {string} rule
 * @property {string} place
 * @property {string} said
 * @property {string} document
 */

/** @typedef {Pair & { findings: readonly FindingRow[], disagreements: readonly Disagreement[] }} Row */

/**
 * Makes the witnesses of some pairs, whose programs are compiled at once.
 * @param {readonly Pair[]} pairs
 * @param {Texts} texts
 * @returns {Promise<Row[]>}
 */
export async function makeRows(pairs, texts) {
  /** @type {Awaited<ReturnType<typeof prepareWitnesses>>[]} */
  const prepared = [];
  for (const [index, pair] of pairs.entries()) {
    const models = await readModels(pair, texts);
    const findings = judge(diffModels(models.before, models.after), models);
    prepared.push(await prepareWitnesses(findings, models, `/${index}`));
  }
  const errors = compilePrepared(prepared);
  return pairs.map((pair, index) => {
    const one = prepared[index];
    const findings = one?.conclude(errors) ?? [];
    return { ...pair, findings: findings.flatMap(toRow), disagreements: one ? judgeAgain(one, placeOf) : [] };
  });
}

/**
 * @param {Finding} finding
 * @returns {FindingRow[]}
 */
function toRow(finding) {
  const { rule, witness, message } = finding;
  if (!witness) return [];
  const { status, reason } = witness;
  const by = witness.proofs.map(({ kind }) => kind);
  if (status !== "unconfirmed") return [{ rule, status, by }];
  return [
    { rule, status, by, place: placeOf(finding), message, ...(reason === undefined ? {} : { reason }) },
  ];
}

/** @param {Finding} finding */
function placeOf({ shape, member, positions }) {
  const [first] = positions;
  const own = member === undefined ? shapeName(shape) : `${shapeName(shape)}.${member}`;
  if (!first) return own;
  return `${own} at ${[shapeName(first.operation), first.direction, displayPath(first)].join(" ").trim()}`;
}
