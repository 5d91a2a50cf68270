import { placesOf } from "../workspace.mjs";
import { mutateFacts } from "./facts.mjs";
import { replaceLine } from "./words.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

/**
 * Edits of a changelog: its facts, its headings, and whole sections.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateChangelog(workspace, name, random) {
  const { changelog: file } = placesOf(name);
  const text = workspace.read(file);
  return [
    ...mutateFacts(text, { file, kind: "changelog facts", random }),
    ...mutateHeadings(text, file),
    ...mutateSections(text, file),
  ];
}

const VERSION =
  /^changelog\/(version-order|version-gap|low-version|past-low-version|wrong-version|lost-version|moved-facts|missing-facts)$/;

/**
 * @param {string} text
 * @param {string} file
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateHeadings(text, file) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const [, version] = /^## (\d+\.\d+\.\d+)$/.exec(line) ?? [];
    if (version === undefined) return [];
    const numbers = version.split(".").map(Number);
    const others = numbers.flatMap((number, at) =>
      [1, 7].map((more) => numbers.with(at, number + more).join(".")),
    );
    const of = { kind: "changelog heading", file, place: { lines: [index + 1, index + 1] }, codes: VERSION };
    return [
      ...others.map((other) => ({
        ...of,
        what: `${version} → ${other}`,
        edits: new Map([[file, replaceLine(text, index, `## ${other}`)]]),
      })),
      {
        ...of,
        what: `heading ${version} removed`,
        edits: new Map([[file, replaceLine(text, index)]]),
        place: { file: true },
      },
    ];
  });
}

/**
 * The sections of released versions, gone or put behind the next.
 *
 * @param {string} text
 * @param {string} file
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateSections(text, file) {
  const parts = text.split(/^(?=## )/m);
  const versions = parts.map((part) => /^## (\d\S*)/.exec(part)?.[1]);
  const kind = "changelog section";
  return parts.flatMap((_, index) => {
    const version = versions[index];
    if (version === undefined) return [];
    const of = { kind, file, place: { file: true }, codes: VERSION };
    const [own = "", below = ""] = parts.slice(index, index + 2);
    const next = versions[index + 1] === undefined ? [] : [below, own];
    return [
      {
        ...of,
        what: `section ${version} removed`,
        edits: new Map([[file, parts.toSpliced(index, 1).join("")]]),
      },
      ...(next.length === 0
        ? []
        : [
            {
              ...of,
              what: `section ${version} behind ${versions[index + 1]}`,
              edits: new Map([[file, parts.toSpliced(index, 2, ...next).join("")]]),
            },
            {
              ...of,
              what: `facts of ${version} moved to ${versions[index + 1]}`,
              edits: new Map([[file, moveFacts(parts, index)]]),
            },
          ]),
    ].filter(({ edits }) => edits.get(file) !== text);
  });
}

/** @param {readonly string[]} parts @param {number} index */
function moveFacts(parts, index) {
  const block = /<!-- shapelog:facts [\s\S]*?<!-- \/shapelog:facts -->\n/;
  const [own = "", next = ""] = parts.slice(index, index + 2);
  const [found] = block.exec(own) ?? [];
  if (found === undefined) return parts.join("");
  const without = own.replace(found, "");
  return parts.toSpliced(index, 2, without, `${next.trimEnd()}\n\n${found}\n`).join("");
}
