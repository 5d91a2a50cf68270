import { diffModels } from "../../packages/changes/dist/index.js";
import { judge } from "../../packages/diff/dist/index.js";
import { emitSide, findChangedTypes, hasSameOperation } from "./emit-side.mjs";
import { readModels } from "./find-pairs.mjs";
import { createProgramFile } from "./program-file.mjs";
import { writeInputs } from "./write-inputs.mjs";
import { writeOutputs } from "./write-outputs.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { OperationShape, Profile, ShapeId } from "@shapelog/model"
 * @import { Side } from "./emit-side.mjs"
 * @import { Pair, Texts } from "./find-pairs.mjs"
 * @import { Owner } from "./program-file.mjs"
 */

/** @typedef {NonNullable<Awaited<ReturnType<typeof preparePair>>>} PreparedPair */

/** @typedef {{ line: number, message: string }} CompilerError */

/**
 * Where findings and compiler disagree, and what each of them says.
 * @typedef {object} Disagreement
 * @property {ShapeId} operation
 * @property {string} direction
 * @property {string} path
 * @property {string} claimed
 * @property {string} rule
 * @property {string} finding
 * @property {string} compiled
 * @property {string} part
 * @property {string} message
 */

/** @type {readonly ("request" | "response")[]} */
const DIRECTIONS = ["request", "response"];
const RANKS = { note: 0, warning: 0, danger: 1, error: 2 };
/** @param {number} rank */
const wordOf = (rank) => WORDS[rank] ?? "";
const WORDS = ["compiles", "exhaustive switches break", "breaks"];
/** Rules about a shape's name: they reach no operation, but every import of it. */
const OF_NAMES = new Set([
  "shape.removed",
  "shape.renamed",
  "shape.replaced",
  "operation.removed",
  "operation.unbound",
]);

/**
 * Reads both sides of a pair, and writes programs against the old one wherever types differ.
 * @param {Pair} pair
 * @param {Texts} texts
 * @param {Profile} [profile] Of the types. Default: `sdk`, which verdicts are about.
 */
export async function preparePair(pair, texts, profile) {
  const { before: old, after: now } = await readModels(pair, texts);
  const findings = judge(diffModels(old, now), { before: old, after: now });
  const [before, after] = [await emitSide(old, profile), await emitSide(now, profile)];
  if (!before || !after) return undefined;
  const changed = findChangedTypes(before, after);
  const inNew = new Map(after.chosen.operations.map((operation) => [operation.id, operation]));
  const sides = {
    before,
    after,
    isSame: (/** @type {ShapeId} */ id) => !changed.has(id),
    inputNow: (/** @type {OperationShape} */ { id }) => inNew.get(id)?.input,
    outputNow: (/** @type {OperationShape} */ { id }) => inNew.get(id)?.output,
  };
  const file = createProgramFile(before.operationMap);
  let programs = 0;
  for (const operation of before.chosen.operations) {
    const same = hasSameOperation(before, after, operation);
    const name = before.names.of(operation.id);
    if (!same || changed.has(operation.input)) {
      writeInputs(file, sides, operation, name);
      programs += 4;
    }
    if (!same || [operation.output, ...operation.errors].some((id) => changed.has(id))) {
      writeOutputs(file, sides, operation, name);
      programs += 4;
    }
  }
  return { pair, findings, before, after, file, programs };
}

/**
 * Returns the files of a prepared pair: the programs, word for word the same, beside the types of either side.
 * @param {PreparedPair} prepared
 * @param {string} folder
 * @returns {(readonly [path: string, text: string])[]}
 */
export function filesOf({ before, after, file, programs }, folder) {
  if (programs === 0) return [];
  const text = file.render();
  return [
    { name: "before", side: before },
    { name: "after", side: after },
  ].flatMap(({ name, side }) => {
    const program = withMap(text, side.operationMap);
    const own = [...side.texts, /** @type {const} */ (["program.ts", program])];
    return own.map(([path, each]) => /** @type {const} */ ([`${folder}/${name}/${path}`, each]));
  });
}

/**
 * The interface of all operations can have another name where a shape has taken its own.
 * @param {string} text
 * @param {string | undefined} operationMap
 */
function withMap(text, operationMap) {
  return text.replace(/^type Operations = .*$/m, `type Operations = Ops.${operationMap};`);
}

/**
 * Returns where findings and compiler disagree about a pair, and the programs that do not compile against their own types.
 * @param {PreparedPair} prepared
 * @param {{ before: readonly CompilerError[], after: readonly CompilerError[] }} errors
 */
export function comparePair({ pair, findings, before, after, file }, errors) {
  const unfair = errors.before.map(({ line, message }) => ({ ...describe(file.ownerOf(line)), message }));
  /** @type {Map<string, { owner: Owner | undefined, message: string }>} */
  const said = new Map();
  for (const { line, message } of errors.after) {
    const owner = file.ownerOf(line);
    const key = `${owner?.operation} ${owner?.direction}`;
    const known = said.get(key);
    if (!known || rankOf(owner) > rankOf(known.owner)) said.set(key, { owner, message });
  }
  const disagreements = [...compareNames(findings, before, after)];
  for (const { id } of before.chosen.operations) {
    for (const direction of DIRECTIONS) {
      const claim = findClaim(findings, id, direction);
      const compiler = said.get(`${id} ${direction}`);
      const claimed = claim ? RANKS[claim.source] : 0;
      const compiled = compiler ? rankOf(compiler.owner) : 0;
      if (claimed === compiled) continue;
      disagreements.push({
        operation: id,
        direction,
        path: compiler?.owner?.path ?? claim?.positions.find(({ operation }) => operation === id)?.path ?? "",
        claimed: wordOf(claimed),
        rule: claim?.rule ?? "none",
        finding: claim?.message ?? "",
        compiled: wordOf(compiled),
        part: compiler?.owner ? `${compiler.owner.form} ${compiler.owner.part}` : "",
        message: compiler?.message ?? "",
      });
    }
  }
  return { pair, disagreements, unfair, operations: before.chosen.operations.length };
}

/** @param {Owner | undefined} owner */
function describe(owner) {
  return owner
    ? { operation: owner.operation, path: owner.path, part: `${owner.form} ${owner.part}` }
    : { operation: "", path: "", part: "head" };
}

/** @param {Owner | undefined} owner */
function rankOf(owner) {
  return owner ? RANKS[owner.severity] : RANKS.error;
}

/**
 * Returns the worst finding that reaches an operation in a direction, or as a whole.
 * @param {readonly Finding[]} findings
 * @param {ShapeId} operation
 * @param {"request" | "response"} direction
 */
function findClaim(findings, operation, direction) {
  /** @type {Finding | undefined} */
  let worst;
  for (const finding of findings) {
    if (finding.direction !== undefined && finding.direction !== direction) continue;
    if (!finding.operations.includes(operation)) continue;
    // The programs take types by where they stand: who imports one by its name is counted by itself.
    if (finding.rule.startsWith("shape.") && OF_NAMES.has(finding.rule)) continue;
    if (!worst || RANKS[finding.source] > RANKS[worst.source]) worst = finding;
  }
  return worst;
}

/**
 * Compares the names of shapes that the old package exports and the new one does not with the findings about names.
 * @param {readonly Finding[]} findings
 * @param {Side} before
 * @param {Side} after
 * @returns {Iterable<Disagreement>}
 */
function* compareNames(findings, before, after) {
  const exported = new Set(after.chosen.shapes.map(({ id }) => after.names.of(id)));
  const isLost = (/** @type {{ id: ShapeId }} */ { id }) => !exported.has(before.names.of(id));
  const lost = new Set(before.chosen.shapes.filter(isLost).map(({ id }) => id));
  const claims = findings.filter(({ source, rule }) => source === "error" && OF_NAMES.has(rule));
  const claimed = new Map(claims.map((finding) => [finding.shape, finding]));
  const base = { direction: "import", path: "", part: "", message: "" };
  for (const id of lost) {
    // What stays in the model out of every operation's reach is not exported; its users' findings tell of it.
    if (claimed.has(id) || after.model.shapes.has(id)) continue;
    yield { ...base, operation: id, claimed: wordOf(0), rule: "none", finding: "", compiled: wordOf(2) };
  }
  for (const [id, { rule, message }] of claimed) {
    if (lost.has(id) || rule.startsWith("operation.")) continue;
    yield { ...base, operation: id, claimed: wordOf(2), rule, finding: message, compiled: wordOf(0) };
  }
}
