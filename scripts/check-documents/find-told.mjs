import { shapeName } from "../../packages/model/dist/index.js";

/**
 * @import { Finding, Verdict } from "@shapelog/diff"
 * @import { Located } from "./locate-failure.mjs"
 * @import { Direction } from "./judge-documents.mjs"
 */

/**
 * A message of an operation: what it takes, returns or fails with.
 * @typedef {object} Message
 * @property {string} operation Its id.
 * @property {Direction} direction
 * @property {string | undefined} error Its id.
 */

/**
 * What a validator complains of, and where.
 * @typedef {{ keyword: string, located: Located }} Complaint
 */

/** What the rules are about that can explain a complaint. */
const KINDS = new Map([
  ["required", /required|optional|member\.(removed|renamed)|rename|idempotency-token/],
  ["unknownMember", /member\.(removed|renamed)|rename|alternative|wire-format/],
  ["union", /alternative|rename|wire-format/],
  ["enum", /enum|type\.(closed|opened)/],
  ["length", /limit|pattern/],
  ["range", /limit|type\.(narrowed|widened)/],
  ["pattern", /pattern|limit/],
  ["uniqueItems", /unique-items/],
  ["timestamp", /wire-format|wire-type/],
  ["blob", /wire-type/],
  ["type", /sparse|wire-format|wire-type|type\.(narrowed|widened)/],
]);

/** What says of a place, or of all that it holds, that something else stands there. */
const WHOLE =
  /type\.(changed|closed|opened)|wire-type|streaming|operation\.(input|output)\.changed|unclassified|protocol/;

/** @type {readonly Verdict[]} */
const TELLING = ["breaking", "check"];

/** @typedef {ReadonlyMap<string, readonly Finding[]>} FindingsByOperation */

/**
 * @param {readonly Finding[]} findings
 * @returns {FindingsByOperation} By the names of operations.
 */
export function groupByOperation(findings) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    for (const operation of finding.operations) {
      const group = groups.get(shapeName(operation));
      if (group) group.push(finding);
      else groups.set(shapeName(operation), [finding]);
    }
  }
  return groups;
}

/**
 * Returns the findings that tell of a complaint at its place, and all that are told at that place.
 * @param {Complaint} complaint
 * @param {Message} message
 * @param {FindingsByOperation} findings
 */
export function findTold({ keyword, located }, message, findings) {
  const own = (findings.get(shapeName(message.operation)) ?? []).filter(
    ({ direction }) => direction === undefined || direction === message.direction,
  );
  const kind = KINDS.get(keyword) ?? /./;
  const here = own.filter((finding) => isAt(finding, { keyword, located }, message));
  const around = own.filter((finding) => WHOLE.test(finding.rule) && isAround(finding, located, message));
  const telling = [...here.filter(({ rule }) => kind.test(rule) || WHOLE.test(rule)), ...around];
  return { told: [...new Set(telling)].filter(isTelling), here };
}

/** @param {Finding} finding */
function isTelling({ wire, verdict }) {
  return wire !== "note" && TELLING.includes(verdict);
}

/**
 * @param {Finding} finding
 * @param {Complaint} complaint
 * @param {Message} message
 */
function isAt({ shape, member, positions, changes }, { keyword, located }, message) {
  const { path, shapes, holders } = located;
  const isOfUnion = keyword === "union";
  const isThere = positions.some(
    (position) =>
      isOf(position, message) && (position.path === path || (isOfUnion && isJustBelow(position.path, path))),
  );
  if (isThere) return true;
  if (shapes.includes(shape) && (member === undefined || isOfUnion)) return true;
  if (!holders.includes(shape)) return false;
  // A rename is told of the new name.
  const isChange = changes.some((change) => "member" in change && change.member === located.member);
  return member === undefined || member === located.member || isChange;
}

/**
 * @param {string} inner
 * @param {string} outer
 */
function isJustBelow(inner, outer) {
  const start = outer === "" ? "" : `${outer}.`;
  return inner.startsWith(start) && !/[.[{]/.test(inner.slice(start.length));
}

/**
 * @param {Finding} finding
 * @param {Located} located
 * @param {Message} message
 */
function isAround({ positions }, { around, path }, message) {
  return (
    positions.some((position) => isOf(position, message) && [...around, path].includes(position.path)) ||
    positions.length === 0
  );
}

/**
 * @param {Finding["positions"][number]} position
 * @param {Message} message
 */
function isOf(position, { operation, direction, error }) {
  const name = position.error === undefined ? undefined : shapeName(position.error);
  return (
    shapeName(position.operation) === shapeName(operation) &&
    position.direction === direction &&
    name === (error === undefined ? undefined : shapeName(error))
  );
}
