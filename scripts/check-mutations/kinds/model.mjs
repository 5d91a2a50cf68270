import { placesOf } from "../workspace.mjs";
import { misspell, replaceLine } from "./words.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

/** @typedef {{ what: string, line: RegExp, to: (line: string, random: () => number) => readonly string[] | undefined }} Edit */

/** @type {readonly Edit[]} */
const EDITS = [
  {
    what: "value",
    line: /^ {4}[A-Z]+ = ("\w+"|\d+)$/,
    to: (line) => [line.replace(/"(\w+)"$/, '"$1x"').replace(/\d+$/, "77")],
  },
  { what: "value renamed", line: /^ {4}[A-Z]{3,}$/, to: (line) => [`${line}_X`] },
  {
    what: "value added",
    line: /^ {4}[A-Z]{3,}( = "\w+")?$/,
    to: (line) => [line, line.replace(/[A-Z]+/, "NEW").replace(/"\w+"/, '"new"')],
  },
  { what: "value removed", line: /^ {4}[A-Z]{3,}( = "\w+")?$/, to: () => [] },
  {
    what: "member renamed",
    line: /^ {4,8}(?!member|key|value)[A-Z]\w+: \w+$/,
    to: (line) => [line.replace(/(\w+):/, "$1X:")],
  },
  { what: "member removed", line: /^ {4}(Size|Price|Holder|Kind|Message|Group): \w+$/, to: () => [] },
  {
    what: "member added",
    line: /^ {4,8}(?!member|key|value)[A-Z]\w+: \w+$/,
    to: (line) => [line, line.replace(/\w+:.*/, "Added: String")],
  },
  { what: "target", line: /: String$/, to: (line) => [line.replace("String", "Blob")] },
  {
    what: "target",
    line: /: (Integer|Double|Timestamp|Boolean)$/,
    to: (line) => [line.replace(/\w+$/, "Long")],
  },
  { what: "trait value", line: /@(range|length)\(/, to: (line) => [line.replace(/max: (\d+)/, "max: 9$1")] },
  {
    what: "trait value",
    line: /@(title|timestampFormat)\(/,
    to: (line) => [
      line
        .replace(/"(\w+)/, line.includes("title") ? '"New$1' : '"date-time')
        .replace("date-time-seconds", "date-time"),
    ],
  },
  { what: "trait value", line: /@(httpQuery|httpHeader)\("/, to: (line) => [line.replace('("', '("x-')] },
  { what: "trait value", line: /@httpError\(404\)/, to: (line) => [line.replace("404", "410")] },
  { what: "trait value", line: /@deprecated\(/, to: (line) => [line.replace("Ask", "Look")] },
  {
    what: "trait value",
    line: /@http\(.*uri: "\/(parks|tickets|refunds)"/,
    to: (line) => [line.replace('uri: "/', 'uri: "/v2/')],
  },
  { what: "trait removed", line: /@(range|pattern|retryable|timestampFormat|deprecated)\b/, to: () => [] },
  {
    what: "trait added",
    line: /^ {4,8}(Size|Price|State|Seats|Owner): /,
    to: (line) => [line.replace(/\S.*/, "@deprecated"), line],
  },
  { what: "required removed", line: /@required$/, to: () => [] },
  {
    what: "required added",
    line: /^ {4,8}(Size|Price|State|Seats|Owner|Opened|Sent): /,
    to: (line) => [line.replace(/\S.*/, "@required"), line],
  },
  {
    what: "doc",
    line: /\/\/\/ /,
    to: (line, random) => [line.replace(/\/\/\/ (.*)/, (_, text) => `/// ${misspell(text, random)}`)],
  },
  { what: "version", line: /version: "2024/, to: (line) => [line.replace("2024", "2025")] },
  { what: "error removed", line: /^ {8}(ParksBusy)$/, to: () => [] },
  { what: "operation removed", line: /^ {8}(GetPark|RefundTicket)$/, to: () => [] },
];

/**
 * Edits of the models: what is edited is not recorded, and told at its shape.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateModel(workspace, name, random) {
  const { model } = placesOf(name);
  const text = workspace.read(model);
  const lines = text.split("\n");
  return EDITS.flatMap(({ what, line: pattern, to }) =>
    lines.flatMap((line, index) => {
      if (!pattern.test(line)) return [];
      const made = to(line, random);
      if (!made || made.join("\n") === line) return [];
      return {
        kind: "model",
        what: `${what}: ${line.trim()} → ${made.map((each) => each.trim()).join(" ⏎ ") || "nothing"}`,
        edits: new Map([[model, replaceLine(text, index, ...made)]]),
        file: model,
        // What is gone has no place but what it was in.
        place: { lines: made.length === 0 ? findStatement(lines, index) : findBlock(lines, index) },
        codes: /^changelog\/unrecorded-change$|^[A-Z]\w+(\.\w+)*$|^smithy\//,
      };
    }),
  );
}

/**
 * Returns the lines, from 1, of the shape that a line is in.
 *
 * @param {readonly string[]} lines
 * @param {number} index
 */
function findStatement(lines, index) {
  const from = lines.findLastIndex((line, at) => at <= index && /^[a-z]/.test(line));
  return [from + 1, lines.indexOf("}", index) + 1];
}

/**
 * Returns the lines, from 1, of the member or statement that a line is part of: what stands between blank lines.
 *
 * @param {readonly string[]} lines
 * @param {number} index
 */
function findBlock(lines, index) {
  let [from, to] = [index, index];
  while (from > 0 && lines[from - 1]?.trim() !== "") from--;
  while (to + 1 < lines.length && lines[to + 1]?.trim() !== "") to++;
  return [from + 1, to + 1];
}
