/**
 * @import { AwsDelta, AwsValue } from "@shapelog/diff/aws"
 * @import { HistoryFinding, HistoryRow } from "@shapelog/history"
 */

/** The rules that say that something came, by what they are named for. */
const ADDING =
  /^(?:request|response)\.(?:member\.added|enum\.value-added|union\.alternative-added)$|^operation\.added$/;

/**
 * Returns whether a finding says that something came, and nothing else.
 * @param {Pick<HistoryFinding, "rule">} finding
 */
export function isAddition({ rule }) {
  return ADDING.test(rule);
}

/**
 * What `shapelog check --page --format json` said of a fact.
 * @typedef {object} Said
 * @property {string} code
 * @property {string} message
 * @property {{ rule: string, shape: string, member: string | null, direction: string | null, part: string, values: (string | number)[], places: string[] }} data
 */

/**
 * @typedef {object} Judged
 * @property {HistoryRow} row
 * @property {AwsDelta} delta what the page prints
 * @property {string} text the page
 * @property {readonly Said[]} said
 * @property {boolean} hasNote
 * @property {(kind: string) => void} count
 * @property {(words: string) => void} fail
 */

/**
 * Counts what was said of a page against the findings of its row.
 * @param {Judged} judged
 */
export function judgePage(judged) {
  const { row, said, count, fail } = judged;
  /** @type {Facts} */
  const facts = new Map();
  for (const each of said.filter(isFact)) {
    const key = keyOf(each.data, each.data.part);
    facts.set(key, [...(facts.get(key) ?? []), each]);
  }
  count("pages");
  for (const each of said) {
    if (!isFact(each) && each.code !== "changelog/page-several-revisions")
      fail(`${each.code}: ${each.message}`);
  }
  for (const finding of row.findings) {
    const changes = finding.changes.map((index) => row.changes[index]);
    const came = changes.some((change) => change?.kind === "enum.value.added");
    const left = changes.some((change) => change?.kind === "enum.value.removed");
    const isAdding = isAddition(finding);
    if (isAdding || (came && left)) judgeAddition(judged, finding, facts);
    if (!isAdding && (finding.verdict === "breaking" || finding.verdict === "check"))
      judgeOmission(judged, finding, facts);
  }
  for (const { code, data } of [...facts.values()].flat())
    fail(`${code} of no finding: ${keyOf(data, data.part)}`);
}

/** @typedef {Map<string, Said[]>} Facts what was said, by finding; several can be of one rule and shape */

/**
 * Takes what was said of a finding.
 * @param {Facts} facts
 * @param {string} key
 */
function take(facts, key) {
  return facts.get(key)?.shift();
}

/** @param {Said} said */
function isFact({ code }) {
  return code === "changelog/page-omits" || code === "changelog/page-prose-alone";
}

/**
 * @param {Pick<HistoryFinding, "rule" | "shape"> & { member?: string | null | undefined, direction?: string | null | undefined }} finding
 * @param {string} part
 */
function keyOf({ rule, shape, member, direction }, part) {
  return [rule, shape, member ?? "", direction ?? "", part].join(" ");
}

/**
 * What is no addition has to be an omission; where there is a note, it may tell it in prose alone.
 * @param {Judged} judged
 * @param {HistoryFinding} finding
 * @param {Facts} facts
 */
function judgeOmission({ text, hasNote, count, fail }, finding, facts) {
  const key = keyOf(finding, "else");
  const found = take(facts, key);
  const isProse = found?.code === "changelog/page-prose-alone";
  if (found && (!isProse || hasNote)) {
    count(`${finding.verdict}, no addition: ${isProse ? "told in prose alone" : "omitted"}`);
    return;
  }
  const { member = "" } = finding;
  // The documentation on the page marks a new member that callers have to send.
  const mark = text.includes(`param ${member}:\n\n[REQUIRED]`) || text.includes(`• ${member} (`);
  if (finding.rule === "request.member.required-added" && mark && text.includes("[REQUIRED]"))
    count(`${finding.verdict}, no addition: marked [REQUIRED] below`);
  else fail(`${key}: not an omission`);
}

/**
 * What the page prints is no omission, and what it does not print is one.
 * @param {Judged} judged
 * @param {HistoryFinding} finding
 * @param {Facts} facts
 */
function judgeAddition({ row, delta, hasNote, count, fail }, finding, facts) {
  const key = keyOf(finding, "came");
  const found = take(facts, key);
  if (finding.verdict === "notice") return;
  const names = namesOf(row, finding);
  const printed = finding.operations.filter((operation) => prints(delta, operation, finding, names));
  if (!found) {
    count(`${finding.verdict}, addition: told`);
    if (printed.length === 0 && finding.operations.length > 0) fail(`${key}: told, and not printed`);
    return;
  }
  count(
    `${finding.verdict}, addition: not printed ${hasNote && found.code === "changelog/page-prose-alone" ? "but in prose" : "and omitted"}`,
  );
  for (const place of found.data.places) {
    const [operation = "", direction = "", ...path] = place.split(" ");
    const at = path
      .join(" ")
      .replaceAll(/\[\]|\{\}/g, "")
      .split(".");
    if (isPrintedAt(delta, { operation, direction, at, values: found.data.values }))
      fail(`${key}: an omission at ${place}, and printed`);
  }
}

/**
 * @param {HistoryRow} row
 * @param {HistoryFinding} finding
 */
function namesOf(row, finding) {
  if (finding.rule === "operation.added") return [finding.shape.replace(/^.*#/, "")];
  const values = finding.changes.flatMap((index) => {
    const change = row.changes[index];
    return change?.kind === "enum.value.added" ? [String(change.value)] : [];
  });
  return values.length > 0 ? values : [finding.member ?? ""];
}

/**
 * @param {AwsDelta} delta
 * @param {string} operation
 * @param {HistoryFinding} finding
 * @param {readonly string[]} names
 */
function prints(delta, operation, { rule, direction }, names) {
  if (delta.added.includes(operation)) return true;
  if (rule === "operation.added") return delta.added.includes(names[0] ?? "");
  const sides = sidesOf(delta, operation, direction ?? "");
  return sides.some((gained) => names.every((name) => holds(gained, name)));
}

/**
 * @param {AwsDelta} delta
 * @param {string} operation
 * @param {string} direction
 */
function sidesOf(delta, operation, direction) {
  return delta.updated
    .filter((update) => update.operation === operation)
    .flatMap(({ sides }) => sides)
    .filter(({ side }) => side === "both" || side === direction)
    .map(({ gained }) => gained);
}

/**
 * Returns whether a name stands anywhere in a value.
 * @param {AwsValue} value
 * @param {string} name
 * @returns {boolean}
 */
function holds(value, name) {
  if (value.kind === "word") return value.text.split(" | ").includes(name);
  if (value.kind === "set") return value.values.includes(name);
  if (value.kind === "list") return holds(value.item, name);
  return (
    value.kind === "dict" && value.entries.some((entry) => entry.key === name || holds(entry.value, name))
  );
}

/**
 * Returns whether a place's member or values are printed, lists and maps on the way left out.
 * @param {AwsDelta} delta
 * @param {{ operation: string, direction: string, at: readonly string[], values: readonly (string | number)[] }} place
 */
function isPrintedAt(delta, { operation, direction, at, values }) {
  return sidesOf(delta, operation, direction).some((gained) => {
    /** @type {AwsValue | undefined} */
    let value = gained;
    for (const name of at) {
      while (value?.kind === "list") value = value.item;
      value = value?.kind === "dict" ? value.entries.find(({ key }) => key === name)?.value : undefined;
    }
    if (!value || values.length === 0) return value !== undefined;
    const found = value;
    return values.every((each) => holds(found, String(each)));
  });
}
