/**
 * @import { Finding, Verdict } from "@shapelog/diff"
 * @import { Fact } from "./fact.mjs"
 */

/** What is told at an operation, or of what holds the place, stands for all that it held. */
const WHOLE = /^(operation\.(removed|unbound)|service\.removed)$/;
const CONTAINERS =
  /type\.(changed|closed|opened|narrowed)|member\.(removed|renamed)|probable-rename|alternative-removed|streaming\.changed/;
const SIDES = { "operation.input.changed": "request", "operation.output.changed": "response" };

/** @type {readonly Verdict[]} */
const ORDER = ["breaking", "check", "safe", "notice"];

/** @typedef {ReadonlyMap<string, readonly Finding[]>} FindingsByOperation */

/**
 * @param {readonly Finding[]} findings
 * @returns {FindingsByOperation}
 */
export function groupByOperation(findings) {
  /** @type {Map<string, Finding[]>} */
  const groups = new Map();
  for (const finding of findings) {
    for (const name of finding.operations.length === 0 ? [""] : finding.operations.map(nameOf)) {
      const group = groups.get(name);
      if (group) group.push(finding);
      else groups.set(name, [finding]);
    }
  }
  return groups;
}

/** @param {string} id */
function nameOf(id) {
  return id.slice(id.indexOf("#") + 1);
}

/**
 * Returns the worst that is told of a fact where it is met, and what else is told there.
 * @param {Fact} fact
 * @param {FindingsByOperation} findings
 */
export function findTold(fact, findings) {
  const own = findings.get(fact.operation) ?? [];
  const here = [...own, ...(findings.get("") ?? [])].filter(
    ({ direction }) =>
      direction === undefined || fact.direction === undefined || direction === fact.direction,
  );
  /** @type {Finding | undefined} */
  let worst;
  for (const finding of here) {
    if (!speaksOf(finding, fact)) continue;
    if (!worst || ORDER.indexOf(finding.verdict) < ORDER.indexOf(worst.verdict)) worst = finding;
  }
  const others = here.filter((finding) => isAt(finding, fact));
  return { worst, others };
}

/**
 * @param {Finding} finding
 * @param {Fact} fact
 */
function speaksOf(finding, fact) {
  if (WHOLE.test(finding.rule)) return true;
  const side = Object.entries(SIDES).find(([rule]) => rule === finding.rule);
  if (side) return side[1] === fact.direction && fact.error === undefined;
  if (finding.rule.startsWith("service.") && fact.says.test(finding.rule)) return true;
  if (fact.says.test(finding.rule) && isAt(finding, fact)) return true;
  return CONTAINERS.test(finding.rule) && holds(finding, fact);
}

/**
 * @param {Finding} finding
 * @param {Fact} fact
 */
function isAt(finding, fact) {
  const { shape, member, positions, changes } = finding;
  if (fact.direction === undefined && fact.error === undefined) return true; // of the operation, or the service
  const isThere = positions.some((position) => isSameRoot(position, fact) && position.path === fact.path);
  if (isThere) return true;
  const isOf = (/** @type {string} */ name) =>
    fact.shapes.some((each) => each === name || namesOf(each).includes(name));
  if (isOf(nameOf(shape)) && (member === undefined || member === fact.member)) return true;
  // A rename is told of the new name, what becomes part of a host with the host.
  return changes.some(
    (change) => "member" in change && change.member === fact.member && isOf(nameOf(change.shape)),
  );
}

/**
 * Shapes that share a name with an operation, or that members ask for in another form, have other ids.
 * @param {string} name
 */
function namesOf(name) {
  return [`${name}Shape`, `SynthesizedJson${name}`, `Streaming${name}`];
}

/**
 * @param {Finding} finding
 * @param {Fact} fact
 */
function holds({ positions }, fact) {
  return positions.some(
    (position) =>
      isSameRoot(position, fact) &&
      (position.path === "" ||
        (fact.path.startsWith(position.path) && /^($|[.[{])/.test(fact.path.slice(position.path.length)))),
  );
}

/**
 * @param {Finding["positions"][number]} position
 * @param {Fact} fact
 */
function isSameRoot({ operation, error }, fact) {
  if (nameOf(operation) !== fact.operation) return false;
  const name = error === undefined ? undefined : nameOf(error);
  return name === fact.error || name === `${fact.error}Shape`;
}
