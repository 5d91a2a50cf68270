// Runs attacks on the patterns that it is sent, as validators do, and tells the slowest text of each.
import process from "node:process";
import { createMatcher } from "../../packages/runtime/dist/checks.js";
import { createRandom } from "../random.mjs";
import { attacksOn } from "./attack-texts.mjs";

const LENGTH = 65_536;
/** Tables are compared with the regular expression on texts of this length, which even slow ones take. */
const SHORT = 14;
const AGAIN = 4;
/** The part of the limit from which a time is taken again. */
const CLOSE = 0.25;

process.on(
  "message",
  (/** @type {{ source: string, table?: string, maxLength?: number, limit: number }} */ task) => {
    const { source, table, maxLength = LENGTH, limit } = task;
    const regular = new RegExp(source, "u");
    const run = table === undefined ? regular : createMatcher(String(regular), table);
    const report = { texts: 0, slowest: 0, text: "" };
    for (const attack of attacksOn(source, createRandom(source.length))) {
      const text = build(attack, Math.min(maxLength, LENGTH));
      const short = build(attack, Math.min(maxLength, SHORT));
      if (table !== undefined && run.test(short) !== regular.test(short))
        Object.assign(report, { differs: `the table differs on ${JSON.stringify(short)}` });
      let time = measure(run, text);
      for (let again = 0; again < AGAIN && time > CLOSE * limit; again++)
        time = Math.min(time, measure(run, text));
      report.texts++;
      if (time <= report.slowest) continue;
      const { prefix, pumps, suffix } = attack;
      Object.assign(report, {
        slowest: time,
        text: JSON.stringify([prefix, ...pumps, suffix]).slice(0, 120),
      });
    }
    process.send?.(report);
  },
);

/**
 * @param {import("./attack-texts.mjs").Attack} attack
 * @param {number} length
 */
function build({ prefix, pumps, suffix }, length) {
  const room = Math.max(0, length - [...prefix].length - suffix.length);
  const parts = pumps.map((pump) =>
    pump.repeat(Math.max(0, Math.floor(room / pumps.length / [...pump].length))),
  );
  return [...`${prefix}${parts.join("")}${suffix}`].slice(0, length).join("");
}

/**
 * @param {{ test(text: string): boolean }} pattern
 * @param {string} text
 */
function measure(pattern, text) {
  const start = performance.now();
  pattern.test(text);
  return performance.now() - start;
}
