import { printable } from "@shapelog/diagnostics";
import { displayPath, printComparisonText } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { walkRaw } from "./walk-raw.mjs";

/**
 * @import { Finding } from "@shapelog/diff"
 * @import { BothSides } from "./read-both-sides.mjs"
 */

const WALKED = 1;
const OTHERS = 10;

/**
 * Returns a finding as the text view has it, with what else is said of its place and what the files say on the way there.
 * @param {BothSides} sides
 * @param {Finding} finding
 */
export function printFound({ pair, raw, comparison }, finding) {
  const { findings } = comparison;
  const isOfEntry = (/** @type {Finding} */ other) =>
    other.shape === finding.shape &&
    other.member === finding.member &&
    other.direction === finding.direction &&
    (!finding.rule.startsWith("operation.error.") || other.message === finding.message);
  const text = printComparisonText(
    { ...comparison, findings: findings.filter(isOfEntry) },
    { all: true, width: 120 },
  );
  const told = text.slice(text.indexOf("\n\n"), text.lastIndexOf("\n\n")).split("\n");
  const others = findings.filter((other) => !isOfEntry(other) && isNear(other, finding));
  return [
    `${pair.service} ${pair.commit.slice(0, 12)} ${pair.path} ${pair.before.slice(0, 12)}..${pair.after.slice(0, 12)} shape ${shapeName(finding.shape)} wire ${finding.wire} source ${finding.source}`,
    ...told.filter((line) => line !== ""),
    ...others
      .slice(0, OTHERS)
      .map((other) =>
        printable(
          `  also ${other.verdict} ${other.rule}: ${other.direction ?? ""} ${placesOf(other)}: ${other.message}`,
        ),
      ),
    ...(others.length > OTHERS ? [`  also ${others.length - OTHERS} more`] : []),
    ...walks(finding, raw),
  ].join("\n");
}

/** @param {Finding} finding */
function placesOf({ positions }) {
  return [...new Set(positions.slice(0, 2).map(displayPath))].join(", ");
}

/**
 * Whether another finding is met at a place of this one, or above or below it, or is of the same shape or operation.
 * @param {Finding} other
 * @param {Finding} finding
 */
function isNear(other, finding) {
  if (other.verdict === "notice" && other.rule.startsWith("documentation")) return false;
  if (other.shape === finding.shape) return true;
  const own = new Set(finding.positions.map((position) => `${position.operation} ${displayPath(position)}`));
  return other.positions.some((position) => own.has(`${position.operation} ${displayPath(position)}`));
}

/**
 * @param {Finding} finding
 * @param {BothSides["raw"]} raw
 */
function walks(finding, raw) {
  const places =
    finding.positions.length > 0
      ? finding.positions.slice(0, WALKED)
      : [{ operation: finding.operations[0] ?? finding.shape, path: "", direction: undefined }];
  return places.flatMap((place) => {
    const [before, after] = [walkRaw(raw.before, place, finding), walkRaw(raw.after, place, finding)];
    const head = `  raw ${shapeName(place.operation)} ${place.direction ?? ""} ${displayPath(place)}`;
    if (before.join("\n") === after.join("\n"))
      return [head, ...before.map((line) => `    = ${line}`)].map(printable);
    const lines = [
      ...before.filter((line) => !after.includes(line)).map((line) => `    - ${line}`),
      ...after.map((line) => (before.includes(line) ? `    = ${line}` : `    + ${line}`)),
    ];
    return [head, ...lines].map(printable);
  });
}
