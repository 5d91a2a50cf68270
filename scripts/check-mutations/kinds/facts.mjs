import { misspell, replaceLine } from "./words.mjs";

const START = "<!-- shapelog:facts ";
const END = "<!-- /shapelog:facts -->";
/** Without its marks a block is none, and where it has to be is known by the file alone. @type {{ place: import("../mutation.mjs").Place }} */
const WHOLE = { place: { file: true } };
const CODES = /^changelog\/(wrong-facts|unknown-revision|missing-facts|unclosed-facts|repeated-facts)$/;

/**
 * Edits of each line of each block of facts in a text.
 *
 * @param {string} text
 * @param {{ file: string, kind: string, random: () => number }} options
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateFacts(text, { file, kind, random }) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const isInside = lines.lastIndexOf(START, index);
    const start = lines.findLastIndex((each, at) => at <= index && each.startsWith(START));
    const end = lines.indexOf(END, Math.max(start, 0));
    if (isInside === index || start === -1 || end < index || line === "") return [];
    const of = { kind, file, place: { lines: [start + 1, end + 1] }, codes: CODES };
    const near = { ...of, place: { lines: [index + 1, index + 1] } };
    const mark = line.startsWith("<!--");
    const edited = mark ? line.replace("facts", "fact") : misspell(line, random);
    return [
      {
        ...near,
        what: `facts: ${edited}`,
        edits: new Map([[file, replaceLine(text, index, edited)]]),
        ...(mark ? WHOLE : {}),
      },
      {
        ...of,
        what: `facts without: ${line}`,
        edits: new Map([[file, replaceLine(text, index)]]),
        ...(mark ? WHOLE : {}),
      },
      ...(mark
        ? []
        : [
            {
              ...near,
              what: `facts with one more after: ${line}`,
              edits: new Map([[file, replaceLine(text, index, line, "- Safe: `Zebra` may appear.")]]),
            },
          ]),
    ];
  });
}
