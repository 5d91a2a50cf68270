/**
 * @import { Finding, Verdict } from "@shapelog/diff"
 * @import { Pair } from "../check-verdicts/find-pairs.mjs"
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
  /** @type {Map<string, { fact: Fact, pair: Pair, told: Told, verdict: Verdict | "untold" }>} */
  const lowest = new Map();
  return {
    /**
     * @param {Pair} pair
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
    },
  };
}

/** @param {{ fact: Fact, verdict: Verdict | "untold" }} counted */
function isLow({ fact, verdict }) {
  return fact.want !== undefined && ORDER.indexOf(verdict) > ORDER.indexOf(fact.want);
}

/**
 * @param {string} key
 * @param {{ fact: Fact, pair: Pair, told: Told, verdict: Verdict | "untold" }} counted
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
