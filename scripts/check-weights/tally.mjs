import { WAYS } from "./find-history.mjs";

/**
 * @import { Finding, Verdict } from "@shapelog/diff"
 * @import { HistoryPair } from "./find-history.mjs"
 * @import { Fact } from "./fact.mjs"
 */

/** @typedef {{ worst: Finding | undefined, others: readonly Finding[] }} Told */

/** @type {readonly (Verdict | "untold")[]} */
const ORDER = ["breaking", "check", "safe", "notice", "untold"];

/**
 * Counts facts: one for each pair, detector, direction and subject, at the lowest verdict that it has at any of its places.
 * @param {{ readonly examples: number }} options
 */
export function createTally({ examples }) {
  /** @type {Map<string, { fact: Fact, pair: HistoryPair, told: Told, verdict: Verdict | "untold" }>} */
  const lowest = new Map();
  return {
    /**
     * @param {HistoryPair} pair
     * @param {Fact} fact
     * @param {Told} told
     */
    add(pair, fact, told) {
      const verdict = told.worst?.verdict ?? "untold";
      const key = [pair.path, pair.commit, fact.detector, fact.direction, fact.subject, fact.want].join(" ");
      const known = lowest.get(key);
      if (known && ORDER.indexOf(known.verdict) >= ORDER.indexOf(verdict)) return;
      lowest.set(key, { fact, pair, told, verdict });
    },
    isWrong: () => [...lowest.values()].some(isLow),
    print() {
      /** @type {Map<string, (typeof lowest extends Map<any, infer Each> ? Each : never)[]>} */
      const groups = new Map();
      for (const each of lowest.values()) {
        const { detector, direction, want, reason } = each.fact;
        const wanted = `${want ?? "anything"}${reason === undefined ? "" : ` (${reason})`}`;
        const key = `${detector} ${direction ?? ""}`.padEnd(28) + wanted;
        const group = groups.get(key);
        if (group) group.push(each);
        else groups.set(key, [each]);
      }
      console.log(`${"".padEnd(76)}${["facts", ...ORDER].map((word) => word.padStart(9)).join("")}`);
      for (const key of [...groups.keys()].sort()) {
        const group = groups.get(key) ?? [];
        const counts = ORDER.map((verdict) => group.filter((each) => each.verdict === verdict).length);
        console.log(
          `${key.padEnd(76)}${[group.length, ...counts].map((n) => String(n).padStart(9)).join("")}`,
        );
      }
      for (const key of [...groups.keys()].sort()) {
        for (const each of (groups.get(key) ?? []).filter(isLow).slice(0, examples)) printExample(key, each);
      }
      printWays([...lowest.values()]);
    },
  };
}

/** Alternatives of unions are no members, where members are counted. */
const NO_MEMBER = "alternative of a union";

/**
 * Prints in which pairs facts were found: those of other counts of the same history differ in what pairs they take.
 * @param {readonly { fact: Fact, pair: HistoryPair }[]} counted
 */
function printWays(counted) {
  const kindOf = (/** @type {Fact} */ { detector, direction }) =>
    detector.startsWith("enum") ? `${detector} ${direction}` : detector;
  const facts = counted.filter(({ fact }) => fact.reason !== NO_MEMBER);
  console.log(`\n${"".padEnd(28)}${[...WAYS, "all"].map((word) => word.padStart(15)).join("")}`);
  for (const kind of [...new Set(facts.map(({ fact }) => kindOf(fact)))].sort()) {
    const own = facts.filter(({ fact }) => kindOf(fact) === kind);
    const counts = WAYS.map((way) => own.filter(({ pair }) => pair.way === way).length);
    console.log(kind.padEnd(28) + [...counts, own.length].map((n) => String(n).padStart(15)).join(""));
  }
}

/** @param {{ fact: Fact, verdict: Verdict | "untold" }} counted */
function isLow({ fact, verdict }) {
  return fact.want !== undefined && ORDER.indexOf(verdict) > ORDER.indexOf(fact.want);
}

/**
 * @param {string} key
 * @param {{ fact: Fact, pair: HistoryPair, told: Told, verdict: Verdict | "untold" }} counted
 */
function printExample(key, { fact, pair, told, verdict }) {
  console.log(`\n${key}: ${verdict}`);
  console.log(`  ${pair.path} ${pair.commit.slice(0, 12)}`);
  console.log(
    `  ${[fact.operation, fact.error, fact.path].filter(Boolean).join(" ")}: ${fact.detail} [${fact.subject}]`,
  );
  const findings = told.worst ? [told.worst] : told.others.slice(0, 4);
  for (const { rule, message } of findings)
    console.log(`    ${told.worst ? "told" : "beside"}: ${rule}: ${message}`);
}
