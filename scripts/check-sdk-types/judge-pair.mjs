import { readBotocore } from "../../packages/botocore/dist/index.js";
import { diffModels } from "../../packages/changes/dist/index.js";
import { canShow, judge, RULES } from "../../packages/diff/dist/index.js";
import { enumValue } from "../../packages/model/dist/index.js";
import { compilePrepared, prepareWitnesses } from "../../packages/witness/dist/find-witnesses.js";
import { compileAgainst } from "./compile-against.mjs";
import { findSides, hasReleases, nameOf, sideOf } from "./find-sides.mjs";
import { openClient } from "./open-client.mjs";

/**
 * @import { Change } from "@shapelog/changes"
 * @import { Finding, Proof } from "@shapelog/diff"
 * @import { Model } from "@shapelog/model"
 * @import { Pair, Texts } from "../check-verdicts/find-pairs.mjs"
 * @import { Client } from "./open-client.mjs"
 */

/**
 * What AWS's types say of a finding that a program shows against ours.
 * @typedef {object} Verdict
 * @property {string} rule
 * @property {"agree" | "disagree" | "not applicable"} status
 * @property {string} why
 * @property {string} [program]
 * @property {readonly string[]} [said] What the compiler says: against ours, and against AWS's older and newer types.
 */

/** @typedef {{ readonly before: Client, readonly after: Client }} Sides */

/** @typedef {{ readonly before: Model, readonly after: Model }} Models */

/** @typedef {{ pair: Pair, client: string, versions: string, verdicts: readonly Verdict[] }} Row */

/**
 * The rules that programs can show, but for those of the errors of operations: clients have no types of what an operation
 * throws.
 */
const SHOWN = new Set(
  RULES.filter(({ id, witness }) => canShow(witness, "source") && !id.startsWith("operation.error.")).map(
    ({ id }) => id,
  ),
);

/** So many findings of a rule are taken of a pair. */
const MOST = 5;

/**
 * Returns what AWS's types say of a pair's findings; `undefined` where no program shows one.
 * @param {Pair} pair
 * @param {{ readonly texts: Texts, readonly cache: string, readonly only: RegExp }} options
 * @returns {Promise<Row | "no releases" | undefined>}
 */
export async function judgePair(pair, { texts, cache, only }) {
  const text = await texts.read(pair.before);
  const client = openClient(/"serviceId":\s*"([^"]+)"/.exec(text)?.[1] ?? pair.service, cache);
  if (!(await hasReleases(client, Date.parse(pair.date)))) return "no releases";
  const read = async (/** @type {string} */ blob) =>
    readBotocore({ file: pair.path, text: await texts.read(blob) }).model;
  const models = { before: await read(pair.before), after: await read(pair.after) };
  const changes = diffModels(models.before, models.after);
  const asked = judge(changes, models).filter(({ rule }) => SHOWN.has(rule) && only.test(rule));
  if (asked.length === 0) return undefined;
  const prepared = await prepareWitnesses(asked, models, "");
  const findings = prepared.conclude(compilePrepared([prepared]));
  const shown = pickShown(findings);
  if (shown.length === 0) return undefined;
  const sides = await findSides(client, { changes, day: Date.parse(pair.date) });
  if (typeof sides === "string") {
    const verdicts = shown.map(({ finding }) => notApplicable(finding, sides));
    return { pair, client: client.name, versions: "", verdicts };
  }
  const errors = compileAgainst(prepared.files, { before: sides.before.text, after: sides.after.text });
  const again = prepared.conclude(errors);
  const verdicts = shown.map(({ finding, index, proof }) => {
    const missing =
      explainMissing(finding.changes, sides) ??
      explainSameType(finding.changes, models.before, sides) ??
      explainChoice(finding, proof, sides) ??
      explainOthers(finding.changes, models, sides);
    if (missing !== undefined) return notApplicable(finding, missing);
    const { rule } = finding;
    if (again[index]?.witness?.proofs.some(({ kind }) => kind === "source"))
      return { rule, status: /** @type {const} */ ("agree"), why: "" };
    return { rule, ...explainDisagreement(proof, { files: prepared.files, errors }) };
  });
  return { pair, client: client.name, versions: `${sides.before.version} ${sides.after.version}`, verdicts };
}

/** @typedef {Extract<Proof, { kind: "source" }>} SourceProof */

const UNNAMED = new Set(["list", "map"]);

/**
 * @param {readonly Finding[]} findings
 * @returns {{ finding: Finding, index: number, proof: SourceProof }[]}
 */
function pickShown(findings) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return findings.flatMap((finding, index) => {
    const proof = finding.witness?.proofs.find((each) => each.kind === "source");
    if (proof?.kind !== "source" || proof.form !== "sdk") return [];
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    return count > MOST ? [] : [{ finding, index, proof }];
  });
}

/**
 * @param {Finding} finding
 * @param {string} why
 * @returns {Verdict}
 */
function notApplicable({ rule }, why) {
  return { rule, status: "not applicable", why };
}

/**
 * Returns what of a finding's changes the clients do not show.
 * @param {readonly Change[]} changes
 * @param {Sides} sides
 */
function explainMissing(changes, { before, after }) {
  for (const change of changes) {
    const [old, now] = [sideOf(change, before.facts), sideOf(change, after.facts)];
    if (old === undefined || now === undefined || (old === "before" && now === "after")) continue;
    const isMark = "trait" in change;
    if (old === now)
      return isMark
        ? "both clients are of one mind about what has to be set"
        : "came in another release, or never";
    return "the clients have it the other way round";
  }
  return undefined;
}

/**
 * Returns whether clients had the new type all along, where the models say of nothing but types that they changed.
 * @param {readonly Change[]} changes
 * @param {Model} model
 * @param {Sides} sides
 */
function explainSameType(changes, model, { before, after }) {
  const places = changes.map((change) => {
    if (change.kind === "member.target.changed") return [{ shape: change.shape, member: change.member }];
    if (change.kind !== "shape.kind.changed") return [];
    return [...model.shapes.values()].flatMap((shape) =>
      "members" in shape
        ? shape.members
            .filter(({ target }) => target === change.shape)
            .map(({ name }) => ({ shape: shape.id, member: name }))
        : [],
    );
  });
  if (places.some((own) => own.length === 0)) return undefined;
  const isSame = places.flat().every(({ shape, member }) => {
    const [type, newType] = [before, after].map(
      ({ facts }) => facts.members.get(nameOf(shape))?.get(member)?.type,
    );
    return type === newType;
  });
  return isSame ? "the type is the same in both clients" : undefined;
}

/**
 * Returns what the clients have no types for, by their makers' choice.
 * @param {Finding} finding
 * @param {SourceProof} proof
 * @param {Sides} sides
 */
function explainChoice({ changes }, { program }, { before, after }) {
  const operation = /^import type \{ (\w+)Command(?:In|Out)put \}/.exec(program)?.[1];
  if (operation !== undefined && !before.facts.operations.has(operation))
    return "clients leave that operation out";
  if (changes.some((change) => change.kind === "shape.removed" && UNNAMED.has(change.before.kind)))
    return "clients have no types of lists and maps";
  const enums = changes.flatMap((change) =>
    change.kind.startsWith("enum.") && "shape" in change ? change.shape : [],
  );
  const isOpen = enums.some((id) =>
    [before, after].some(({ text }) => new RegExp(`\\b${nameOf(id)} \\| string\\b`).test(text)),
  );
  return isOpen ? "enums of these clients are open" : undefined;
}

/**
 * Returns whether the clients' enums are not those of the models: where releases are far apart, more changed between them.
 * @param {readonly Change[]} changes
 * @param {Models} models
 * @param {Sides} sides
 */
function explainOthers(changes, models, sides) {
  for (const change of changes) {
    if (!change.kind.startsWith("enum.value.") || !("shape" in change)) continue;
    for (const side of /** @type {const} */ (["before", "after"])) {
      const shape = models[side].shapes.get(change.shape);
      const known = sides[side].facts.values.get(nameOf(change.shape));
      if (shape?.kind !== "enum" || !known) continue;
      const own = shape.members.map((member) => String(enumValue(member)));
      if (own.length !== known.size || own.some((value) => !known.has(value)))
        return "other values came or went, too";
    }
  }
  return undefined;
}

/**
 * @param {SourceProof} proof
 * @param {{ files: ReadonlyMap<string, string>, errors: ReturnType<typeof compileAgainst> }} context
 * @returns {Omit<Verdict, "rule">}
 */
function explainDisagreement({ program, error }, { files, errors }) {
  const paths = [...files].flatMap(([path, text]) => (text === program ? path : []));
  const of = (/** @type {string} */ side) =>
    errors
      .filter(({ path }) => paths.includes(path) && path.startsWith(`/${side}/`))
      .map(({ code, message }) => `TS${code}: ${message.slice(0, 300)}`);
  const [old, now] = [of("before"), of("after")];
  if (old.some((message) => message.includes("AsyncIterable<")))
    return {
      status: "not applicable",
      why: "our types are of a stream's events, those of clients of the stream",
    };
  const why =
    old.length > 0
      ? "does not compile against the older client"
      : now.length > 0
        ? "the newer client refuses it for something else"
        : "compiles against both";
  return {
    status: "disagree",
    why,
    program,
    said: [
      `ours: ${error}`,
      `older: ${old.join("; ") || "nothing"}`,
      `newer: ${now.join("; ") || "nothing"}`,
    ],
  };
}
