import { diffModels } from "../../packages/changes/dist/index.js";
import { canShow, judge, RULES } from "../../packages/diff/dist/index.js";
import {
  findMember,
  findServiceOperations,
  findShape,
  hasTrait,
  shapeName,
  UNIT,
} from "../../packages/model/dist/index.js";
import { createSide, findOperation, pickOperations } from "../../packages/witness/dist/side.js";
import { printDocument } from "../../packages/witness/dist/value.js";
import { readModels } from "../check-verdicts/find-pairs.mjs";
import { findTold, groupByOperation } from "./find-told.mjs";
import { createJudges, emitSchemas, explainUnseen, schemaName } from "./judge-documents.mjs";
import { locate } from "./locate-failure.mjs";
import { makeDocuments } from "./make-documents.mjs";
import { findChanged } from "./read-schema.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { Model } from "@shapelog/model"
 * @import { Failure } from "../../packages/runtime/dist/failures.js"
 * @import { Side } from "../../packages/witness/dist/side.js"
 * @import { Pair, Texts } from "../check-verdicts/find-pairs.mjs"
 * @import { Complaint, FindingsByOperation, Message } from "./find-told.mjs"
 * @import { Judges } from "./judge-documents.mjs"
 * @import { Json } from "./read-schema.mjs"
 */

/**
 * Where documents and findings, or two validators, say different things.
 * @typedef {object} Disagreement
 * @property {"not told" | "validators"} kind
 * @property {string} message The operation, its direction and its error.
 * @property {string} place
 * @property {string} why
 * @property {string} document
 */

/**
 * What the documents of a pair of revisions came to.
 * @typedef {object} PairResult
 * @property {number} messages How many messages of operations have other schemas.
 * @property {number} documents
 * @property {number} refused How many documents the other side refuses.
 * @property {number} unfit How many documents their own side refuses, too: what it says of them does not count.
 * @property {readonly string[]} unmade Messages of which no document could be made.
 * @property {Readonly<Record<string, number>>} told Refused places by rule and verdict, each counted once a message.
 * @property {Readonly<Record<string, { shown: number, missed: readonly string[] }>>} claims By rule.
 * @property {Readonly<Record<string, number>>} notes What one validator cannot see, by the reason.
 * @property {readonly Disagreement[]} disagreements
 */

/** @typedef {Pair & PairResult} Row */

/** So many documents a message has, and all messages of a pair together. */
const MOST_OF_MESSAGE = 300;
const MOST_OF_PAIR = 6000;
const LEAST_OF_MESSAGE = 24;
/** So many documents are made for the validators alone. */
const FOR_VALIDATORS = 40;

/**
 * @param {Pair} pair
 * @param {Texts} texts
 * @param {number} seed
 * @returns {Promise<Row>}
 */
export async function checkPair(pair, texts, seed) {
  const models = await readModels(pair, texts);
  return { ...pair, ...checkModels(models, seed) };
}

/**
 * Judges documents made from the schemas of two models by the validators and schemas of both, and holds what is refused
 * against the findings.
 * @param {{ before: Model, after: Model }} models
 * @param {number} seed
 * @returns {PairResult}
 */
export function checkModels(models, seed) {
  const findings = judge(diffModels(models.before, models.after), models);
  return holdAgainst(findings, models, seed);
}

/**
 * @param {readonly Finding[]} findings
 * @param {{ before: Model, after: Model }} models
 * @param {number} seed
 * @returns {PairResult}
 */
export function holdAgainst(findings, models, seed) {
  const [before, after] = [createSide(models.before), createSide(models.after)];
  const tally = createTally();
  if (!before || !after) return tally;
  const schemas = { before: emitSchemas(before), after: emitSchemas(after) };
  const changed = findChanged(schemas.before, schemas.after);
  const messages = pairOperations(before, after)
    .flatMap(({ old, now }) => messagesOf(old, now))
    .flatMap((message) => [message, ...streamsOf(message, { before, after })])
    .filter((message) => {
      const [own, other] = [schemaName(before, message.old), schemaName(after, message.now)];
      return own !== other || changed.has(own);
    });
  const picked = new Set(messages.map(({ operation }) => operation));
  const sides = {
    before: createJudges(pickOperations(before, picked), schemas.before),
    after: createJudges(pickOperations(after, picked), schemas.after),
  };
  const roots = groupByRoot(messages);
  const most = Math.max(
    LEAST_OF_MESSAGE,
    Math.min(MOST_OF_MESSAGE, Math.floor(MOST_OF_PAIR / (roots.size || 1))),
  );
  const byOperation = groupByOperation(findings);
  /** @type {Set<Finding>} */
  const shown = new Set();
  for (const group of roots.values()) {
    const complaints = judgeRoot(group, { sides, changed, most, seed, tally });
    for (const message of group) hold({ message, complaints }, { byOperation, shown, tally });
  }
  tally.messages = messages.length;
  tally.claims = countClaims(findings, { shown, messages });
  return tally;
}

function createTally() {
  return {
    ...{ messages: 0, documents: 0, refused: 0, unfit: 0 },
    unmade: /** @type {string[]} */ ([]),
    told: /** @type {Record<string, number>} */ ({}),
    claims: /** @type {Record<string, { shown: number, missed: readonly string[] }>} */ ({}),
    notes: /** @type {Record<string, number>} */ ({}),
    disagreements: /** @type {Disagreement[]} */ ([]),
  };
}

/** @typedef {ReturnType<typeof createTally>} Tally */

/**
 * Returns the operations that both sides have.
 * @param {Side} before
 * @param {Side} after
 */
function pairOperations(before, after) {
  const bound = new Set(findServiceOperations(after.model, after.service).map(({ id }) => id));
  return findServiceOperations(before.model, before.service).flatMap((old) => {
    const now = findOperation(after, old.id);
    return now && bound.has(now.id) ? [{ old, now }] : [];
  });
}

/**
 * A message, or the stream that is a member of it, and the shapes of it on both sides.
 * @typedef {Message & { old: string, now: string, stream?: string }} PairedMessage
 */

/**
 * @param {import("@shapelog/model").OperationShape} old
 * @param {import("@shapelog/model").OperationShape} now
 * @returns {PairedMessage[]}
 */
function messagesOf(old, now) {
  const operation = now.id;
  const errors = old.errors.flatMap((error) => {
    const same = now.errors.find((each) => shapeName(each) === shapeName(error));
    return same === undefined ? [] : [{ old: error, now: same }];
  });
  return [
    { operation, direction: "request", error: undefined, old: old.input, now: now.input },
    { operation, direction: "response", error: undefined, old: old.output, now: now.output },
    ...errors.map(
      (pair) => /** @type {const} */ ({ operation, direction: "response", error: pair.now, ...pair }),
    ),
  ];
}

/**
 * Returns messages together that are the same shapes: one error can be that of a hundred operations.
 * @param {readonly PairedMessage[]} messages
 */
function groupByRoot(messages) {
  /** @type {Map<string, PairedMessage[]>} */
  const groups = new Map();
  for (const message of messages) {
    const key = [message.direction, message.old, message.now, message.stream].join(" ");
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}

/**
 * Returns the streams of events in a message: what is in one is judged on its own, event by event.
 * @param {PairedMessage} message
 * @param {{ before: Side, after: Side }} sides
 * @returns {PairedMessage[]}
 */
function streamsOf(message, { before, after }) {
  const [old, now] = [findShape(before.model, message.old), findShape(after.model, message.now)];
  if (!old || !now || !("members" in old)) return [];
  return old.members.flatMap(({ name, target }) => {
    const other = findMember(now, name);
    const shapes = [findShape(before.model, target), other && findShape(after.model, other.target)];
    const isStream = shapes.every((shape) => shape?.kind === "union" && hasTrait(shape, "streaming"));
    return other && isStream ? [{ ...message, old: target, now: other.target, stream: name }] : [];
  });
}

/**
 * What is refused at a place, and the smallest document of which it is.
 * @typedef {Complaint & { document: Json, why: string }} Refused
 */

/**
 * @typedef {object} Judging
 * @property {Readonly<Record<"before" | "after", Judges>>} sides
 * @property {ReadonlySet<string>} changed
 * @property {number} most
 * @property {number} seed
 * @property {Tally} tally
 */

/**
 * Judges the documents of messages that have the same shapes. Returns what the side that receives them refuses.
 * @param {readonly PairedMessage[]} group
 * @param {Judging} judging
 * @returns {readonly Refused[]}
 */
function judgeRoot(group, judging) {
  const [message] = group;
  if (!message) return [];
  const { sides, changed, most, seed } = judging;
  const roots = { before: message.old, after: message.now };
  const sender = message.direction === "request" ? "before" : "after";
  const receiver = sender === "before" ? "after" : "before";
  /** @param {"before" | "after"} from */
  const make = (from, /** @type {number} */ count) => {
    const to = from === "before" ? "after" : "before";
    const making = { own: sides[from].schemas, other: sides[to].schemas, changed };
    const names = { own: sides[from].nameOf(roots[from]), other: sides[to].nameOf(roots[to]) };
    return makeDocuments(making, names, { most: count, seed });
  };
  /** @type {Map<string, Refused>} */
  const refused = new Map();
  const documents = make(sender, most);
  if (documents.length === 0) judging.tally.unmade.push(nameOf(message));
  for (const document of documents) {
    const own = ask(judging, { message, document, side: sender, shape: roots[sender] });
    if (own.length > 0) judging.tally.unfit++;
    const known = new Set(own.map(keyOf));
    const complaints = ask(judging, { message, document, side: receiver, shape: roots[receiver] }).filter(
      (complaint) => !known.has(keyOf(complaint)),
    );
    if (complaints.length > 0) judging.tally.refused++;
    for (const complaint of complaints) {
      const last = refused.get(keyOf(complaint));
      if (!last || sizeOf(document) < sizeOf(last.document))
        refused.set(keyOf(complaint), { ...complaint, document });
    }
  }
  for (const document of make(receiver, FOR_VALIDATORS)) {
    for (const side of /** @type {const} */ ([receiver, sender]))
      ask(judging, { message, document, side, shape: roots[side] });
  }
  return [...refused.values()];
}

/** @param {Complaint} complaint */
function keyOf({ keyword, located }) {
  return `${keyword} ${located.path}`;
}

/**
 * @typedef {object} Question
 * @property {PairedMessage} message
 * @property {Json} document
 * @property {"before" | "after"} side
 * @property {string} shape
 */

/**
 * Returns what one side has against a document; where its validators do not say the same, that is a disagreement.
 * @param {Judging} judging
 * @param {Question} question
 * @returns {(Complaint & { why: string })[]}
 */
function ask({ sides, tally }, { message, document, side, shape }) {
  const judges = sides[side];
  const otherSide = side === "before" ? "after" : "before";
  const spots = [
    { side: judges.side, shape: findShape(judges.side.model, shape) },
    {
      side: sides[otherSide].side,
      shape: findShape(sides[otherSide].side.model, otherSide === "before" ? message.old : message.now),
    },
  ];
  const found = shape === UNIT ? unknownIn(document) : judges.ask(shape, document);
  const complaints = found.flatMap((failure) => {
    const located = locate(failure, spots, message.stream ?? "");
    const isPassedOver =
      message.direction === "response" && failure.keyword === "unknownMember" && !located.isInUnion;
    return isPassedOver ? [] : [{ keyword: failure.keyword, located, failure, why: say(failure) }];
  });
  tally.documents++;
  const isTaken = judges.askOther(shape, document, message.direction);
  if (isTaken === (complaints.length === 0)) return complaints;
  const reasons = complaints.map(({ failure }) => explainUnseen(failure, judges.schemas));
  if (isTaken && reasons.every((reason) => reason !== undefined)) {
    for (const reason of new Set(reasons)) count(tally.notes, String(reason));
    return complaints;
  }
  const [first] = complaints;
  const why = first
    ? `ours of ${side} refuses it (${first.why}), the other takes it`
    : `ours of ${side} takes it, the other refuses it`;
  const disagreement = {
    kind: /** @type {const} */ ("validators"),
    message: nameOf(message),
    place: first?.located.path ?? "",
    why,
  };
  addOnce(tally, { ...disagreement, document: print(document) });
  return complaints;
}

/** @param {Json} document */
function sizeOf(document) {
  return JSON.stringify(document).length;
}

/** @param {Json} document */
function unknownIn(document) {
  const names = typeof document === "object" && document !== null ? Object.keys(document) : [];
  return names.map((name) => ({
    ...{ kind: /** @type {const} */ ("drift"), path: [name], value: name, flags: 0 },
    ...{ keyword: /** @type {const} */ ("unknownMember"), finding: { expected: "no members" } },
  }));
}

const LONGEST_DOCUMENT = 2000;

/** @param {Json} document */
function print(document) {
  const { text } = printDocument(document);
  return text.length <= LONGEST_DOCUMENT ? text : `${text.slice(0, LONGEST_DOCUMENT)}…`;
}

const LONGEST = 200;

/** @param {Failure} failure */
function say({ keyword, finding: { expected }, value }) {
  const text = JSON.stringify(value) ?? "nothing";
  const wanted = typeof expected === "string" ? expected : expected();
  return `${keyword} ${wanted.slice(0, LONGEST)}, got ${text.slice(0, LONGEST)}`;
}

/**
 * @param {Record<string, number>} counts
 * @param {string} name
 */
function count(counts, name) {
  counts[name] = (counts[name] ?? 0) + 1;
}

/**
 * @param {Tally} tally
 * @param {Disagreement} disagreement
 */
function addOnce({ disagreements }, disagreement) {
  const { kind, message, place, why } = disagreement;
  const start = why.slice(0, 40);
  const isKnown = disagreements.some(
    (each) =>
      each.kind === kind && each.message === message && each.place === place && each.why.startsWith(start),
  );
  if (!isKnown) disagreements.push(disagreement);
}

/** @param {Message} message */
function nameOf({ operation, direction, error }) {
  return [shapeName(operation), direction, error === undefined ? "" : shapeName(error)].join(" ").trim();
}

/**
 * Holds what is refused of a message against the findings.
 * @param {{ message: Message, complaints: readonly Refused[] }} of
 * @param {{ byOperation: FindingsByOperation, shown: Set<Finding>, tally: Tally }} at
 */
function hold({ message, complaints }, { byOperation, shown, tally }) {
  for (const complaint of complaints) {
    const { told, here } = findTold(complaint, message, byOperation);
    for (const finding of told) shown.add(finding);
    const worst = told.find(({ verdict }) => verdict === "breaking") ?? told[0];
    if (worst) {
      count(tally.told, `${message.direction} ${worst.verdict} ${worst.rule}`);
      continue;
    }
    const others = here.map(({ rule, verdict }) => `${rule} (${verdict})`).join(", ") || "nothing";
    addOnce(tally, {
      kind: "not told",
      message: nameOf(message),
      place: complaint.located.path,
      why: `${complaint.why}; told there: ${others}`,
      document: print(complaint.document),
    });
  }
}

const WITNESSES = new Map(RULES.map(({ id, witness }) => [id, witness]));

/** What these tell of responses is of what came before and does not any more. */
const OF_OLD = new Set([
  "response.enum.value-removed",
  "response.union.alternative-removed",
  "response.member.removed",
  "response.member.probable-rename",
]);

/**
 * Returns whether a document can show what a finding says: that a request breaks, or that a response is one that readers
 * did not expect.
 * @param {Finding} finding
 */
function isClaim({ rule, direction, wire, verdict }) {
  const witness = WITNESSES.get(rule);
  if (!witness || !canShow(witness, "wire") || wire === "note" || OF_OLD.has(rule)) return false;
  return verdict === "breaking" || (verdict === "check" && direction === "response");
}

/**
 * Counts the findings that documents can show, where they reach a message of which documents were made.
 * @param {readonly Finding[]} findings
 * @param {{ shown: ReadonlySet<Finding>, messages: readonly Message[] }} of
 */
function countClaims(findings, { shown, messages }) {
  const idOf = (
    /** @type {Omit<Message, "error"> & { error?: string | undefined }} */ { operation, direction, error },
  ) => `${shapeName(operation)} ${direction} ${error === undefined ? "" : shapeName(error)}`;
  const judged = new Set(messages.map(idOf));
  /** @type {Record<string, { shown: number, missed: string[] }>} */
  const claims = {};
  for (const finding of findings.filter(isClaim)) {
    const { rule, positions, shape, member, message } = finding;
    if (!positions.some((position) => judged.has(idOf(position)))) continue;
    const claim = claims[rule] ?? { shown: 0, missed: [] };
    claims[rule] = claim;
    if (shown.has(finding)) claim.shown++;
    else claim.missed.push(`${shapeName(shape)}${member === undefined ? "" : `.${member}`}: ${message}`);
  }
  return claims;
}
